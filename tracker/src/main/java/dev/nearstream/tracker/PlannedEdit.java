package dev.nearstream.tracker;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.edit.EditRefusedException;
import dev.nearstream.recipe.edit.FileUses;
import dev.nearstream.recipe.edit.HashField;
import dev.nearstream.recipe.edit.HashKind;
import dev.nearstream.recipe.edit.PackageEdit;
import dev.nearstream.recipe.edit.PackageEditor;
import dev.nearstream.recipe.edit.PlannedChanges;
import dev.nearstream.recipe.edit.PlannedChanges.DroppedPin;
import dev.nearstream.recipe.edit.RecipeBump;
import dev.nearstream.recipe.edit.RecipeEdit;
import dev.nearstream.recipe.edit.RecipeText;
import dev.nearstream.release.ReleaseRepository;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recipe as a plan leaves it: version, epoch, the commits that the tag tells, and without the patches, cherry-picks
 * and pins that go.
 *
 * @param edit all files of the package that change, or null where the recipe cannot be edited safely
 * @param notRemoved by the id of a pin that could go and is still there: the reason
 * @param unresolved what it still lacks, a line each: sums that are not known, and what was left as it is, with the reason
 */
public record PlannedEdit(@Nullable PackageEdit edit, Map<String, String> notRemoved, List<String> unresolved) {

    private static final Set<DeltaKind> IN_SCRIPTS = Set.of(DeltaKind.INLINE_EDIT, DeltaKind.SHELL_PIN);

    public PlannedEdit {
        notRemoved = Map.copyOf(notRemoved);
        unresolved = List.copyOf(unresolved);
    }

    /** Where all that goes is gone. */
    public PlannedEdit(@Nullable PackageEdit edit, List<String> unresolved) {
        this(edit, Map.of(), unresolved);
    }

    /** The plan as the edit has carried it out: what could not be removed stays. */
    public BumpPlan asDone(BumpPlan plan) {
        return new BumpPlan(
                plan.packageName(),
                plan.from(),
                plan.to(),
                plan.tag(),
                plan.commit(),
                plan.patches(),
                plan.others().stream().map(this::asDone).toList());
    }

    private BumpPlan.Other asDone(BumpPlan.Other other) {
        String reason = notRemoved.get(other.id());
        return reason == null
                ? other
                : new BumpPlan.Other(
                        other.kind(), other.id(), other.where(), BumpPlan.Action.KEEP, reason, other.evidence());
    }

    /** The edited recipe, or null where it cannot be edited safely. */
    public @Nullable String recipe() {
        return edit == null ? null : edit.recipe().text();
    }

    /** Who knows hashes that the plan does not tell. */
    @FunctionalInterface
    public interface Hashes {
        /** Nobody. */
        Hashes UNKNOWN = (kind, of, tag) -> Optional.empty();

        /**
         * The hash of what lies at a URL at the new version; empty where it cannot be known.
         *
         * @param of the repository's or the file's URL
         * @param tag of a repository; empty for a file
         */
        Optional<String> of(HashKind kind, String of, String tag);
    }

    /**
     * Edits the recipe as it stands in the tree.
     *
     * @param deltas those that the plan was made of
     * @param uses who uses the files of the tree
     */
    public static PlannedEdit of(BumpPlan plan, RecipeDeltas deltas, RecipeFiles files, FileUses uses, Hashes hashes)
            throws IOException {
        Recipe recipe = deltas.recipe();
        List<String> unresolved = new ArrayList<>();
        try {
            Optional<byte[]> bytes = files.read(recipe.file(), YamlReader.MAX_BYTES);
            RecipeText text = RecipeText.of(recipe.file(), bytes.orElse(new byte[0]));
            RecipeBump bump = RecipeBump.of(recipe, text, plan.to());
            List<RecipeEdit> first = new ArrayList<>(bump.identity());
            for (HashField field : bump.fields()) {
                if (field.need() == HashField.Need.URL) {
                    continue; // what lies there is not another for the new version
                }
                Optional<String> hash = plan.commit() != null && isOfTag(field, bump, plan)
                        ? Optional.of(plan.commit())
                        : hashes.of(field.kind(), bump.resolved(field.of()), bump.resolved(field.tag()));
                hash.ifPresentOrElse(
                        value -> first.add(RecipeEdit.set(field.at(), value)),
                        () -> unresolved.add("recipe: %s is not known, and stays".formatted(field)));
            }
            PackageEdit edit = new PackageEditor(recipe, text, files, uses).edit(first, changes(plan, deltas));
            unresolved.addAll(edit.left());
            plan.others().stream()
                    .filter(other -> other.action() == BumpPlan.Action.DROP && IN_SCRIPTS.contains(other.kind()))
                    .forEach(other -> unresolved.add("%s: %s: a script is not edited; take it out by hand"
                            .formatted(other.id(), other.where())));
            return new PlannedEdit(edit, notRemoved(deltas, edit), unresolved);
        } catch (EditRefusedException e) {
            return new PlannedEdit(null, List.of("recipe: not edited: " + e.getMessage()));
        } catch (YamlException e) {
            Position at = new Position(recipe.file(), e.line(), e.column());
            return new PlannedEdit(null, List.of("recipe: not edited: " + at + ": " + e.getMessage()));
        }
    }

    /** Whether the plan's commit is the one of this checkout: the same repository, and the tag that the recipe makes, if any. */
    private static boolean isOfTag(HashField field, RecipeBump bump, BumpPlan plan) {
        String repository = bump.resolved(field.of());
        String planned = ReleaseRepository.of(bump.recipe()).orElse(repository);
        return field.kind() == HashKind.COMMIT
                && bump.resolved(field.tag()).equals(plan.tag() == null ? "" : plan.tag())
                && plain(repository).equalsIgnoreCase(plain(planned));
    }

    private static String plain(String url) {
        return url.strip().replaceFirst("/+$", "").replaceFirst("\\.git$", "");
    }

    private static Map<String, String> notRemoved(RecipeDeltas deltas, PackageEdit edit) {
        Map<String, String> notRemoved = new HashMap<>();
        for (Delta delta : deltas.deltas()) {
            if (delta instanceof Delta.DependencyBump pin) {
                edit.left().stream()
                        .filter(left -> left.startsWith(pin.text() + " not removed: "))
                        .forEach(left -> notRemoved.put(pin.facts().id(), left));
            }
        }
        return notRemoved;
    }

    private static PlannedChanges changes(BumpPlan plan, RecipeDeltas deltas) {
        Set<String> dropped = new HashSet<>();
        Map<String, String> refreshed = new HashMap<>();
        for (PatchPlan patch : plan.patches()) {
            if (patch.action() == PatchPlan.Action.DROP) {
                dropped.add(patch.patch());
            } else if (patch.action() == PatchPlan.Action.REFRESH && patch.refreshedText() != null) {
                refreshed.put(patch.patch(), patch.refreshedText());
            }
        }
        Map<String, String> pins = new HashMap<>();
        for (Delta delta : deltas.deltas()) {
            if (delta instanceof Delta.DependencyBump pin) {
                pins.put(pin.facts().id(), pin.text());
            }
        }
        Set<Position> picks = new HashSet<>();
        List<DroppedPin> droppedPins = new ArrayList<>();
        for (BumpPlan.Other other : plan.others()) {
            if (other.action() == BumpPlan.Action.DROP && other.kind() == DeltaKind.CHERRY_PICK) {
                picks.add(other.where());
            } else if (other.action() == BumpPlan.Action.DROP && pins.containsKey(other.id())) {
                droppedPins.add(new DroppedPin(other.where(), String.valueOf(pins.get(other.id()))));
            }
        }
        return new PlannedChanges(dropped, refreshed, picks, droppedPins);
    }
}
