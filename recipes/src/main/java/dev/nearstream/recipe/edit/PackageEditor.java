package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.edit.PlannedChanges.DroppedPin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Edits a package as a bump's plan says. What cannot be edited safely is left as it is, with the reason, and the rest is
 * done: a patch keeps its file until no step uses it, and a file that others use, or that is reached through a link, is
 * neither written nor deleted. For one use, in one thread.
 */
public final class PackageEditor {
    private final Recipe recipe;
    private final RecipeText text;
    private final OwnFiles files;
    private final List<RecipeEdit> accepted = new ArrayList<>();
    private final Map<String, byte[]> written = new TreeMap<>();
    private final TreeSet<String> deleted = new TreeSet<>();
    private final List<String> left = new ArrayList<>();

    /**
     * @param text the recipe's own
     * @param shared who uses the files of the tree
     */
    public PackageEditor(Recipe recipe, RecipeText text, RecipeFiles files, FileUses shared) {
        this.recipe = recipe;
        this.text = text;
        this.files = new OwnFiles(recipe.file(), files, shared);
    }

    /**
     * The edited package.
     *
     * @param first edits that must be possible: version, epoch and hashes
     * @throws EditRefusedException where those are not
     */
    public PackageEdit edit(List<RecipeEdit> first, PlannedChanges changes) throws EditRefusedException, IOException {
        accepted.addAll(first);
        text.with(accepted);
        patches(changes);
        picks(changes);
        List<DroppedPin> upwards = new ArrayList<>(changes.droppedPins()); // so that lines above stay where they are
        upwards.removeIf(pin -> pin.at().file().equals(recipe.file()));
        upwards.sort(
                Comparator.comparingInt((DroppedPin pin) -> pin.at().line()).reversed());
        for (DroppedPin pin : upwards) {
            pinFile(pin);
        }
        for (PinDrops.Group group : new PinDrops(recipe, text).groups(changes.droppedPins(), left)) {
            accept(group.edits(), group.what());
        }
        changes.refreshedPatches().forEach((path, refreshed) -> {
            if (!changes.droppedPatches().contains(path) && files.mayWrite(path, "not refreshed", left)) {
                written.put(path, refreshed.getBytes(StandardCharsets.UTF_8));
            }
        });
        return new PackageEdit(text.with(accepted), written, List.copyOf(deleted), left);
    }

    private void patches(PlannedChanges changes) throws EditRefusedException, IOException {
        PatchDrops drops = new PatchDrops(recipe, text, files);
        List<PatchDrops.Group> groups = drops.groups(changes.droppedPatches(), left);
        TreeSet<String> kept = new TreeSet<>();
        for (PatchDrops.Group group : groups) {
            if (accept(group.edits(), group.what())) {
                written.putAll(group.series());
                deleted.addAll(group.gone());
            } else {
                kept.addAll(group.patches());
            }
        }
        String edited = text.with(accepted).text();
        for (String path : changes.droppedPatches()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            boolean used = kept.contains(path)
                    || drops.undropped().contains(path)
                    || Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w.-])")
                            .matcher(edited)
                            .find();
            if (used) {
                left.add(path + ": not deleted: the recipe still names it");
            } else if (files.isThere(path) && files.mayWrite(path, "not deleted", left)) {
                deleted.add(path);
            }
        }
    }

    private void picks(PlannedChanges changes) {
        for (PickDrops.Group group : new PickDrops(recipe, text).groups(changes.droppedPicks(), left)) {
            accept(group.edits(), group.what());
        }
    }

    private void pinFile(DroppedPin pin) throws IOException {
        String path = pin.at().file();
        if (!files.mayWrite(path, pin.text() + " not removed", left)) {
            return;
        }
        try {
            written.put(path, PinFileDrops.without(pin, files.read(path, written.get(path))));
        } catch (EditRefusedException e) {
            left.add(pin.text() + " not removed: " + e.getMessage());
        }
    }

    /** Takes edits that belong together, or none of them. */
    private boolean accept(List<RecipeEdit> edits, String what) {
        try {
            List<RecipeEdit> all = new ArrayList<>(accepted);
            all.addAll(edits);
            text.with(all);
            accepted.addAll(edits);
            return true;
        } catch (EditRefusedException e) {
            left.add(what + " not removed: " + e.getMessage());
            return false;
        }
    }
}
