package dev.nearstream.pull;

import dev.nearstream.archive.ArchiveSum;
import dev.nearstream.archive.Archives;
import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.FixedAdvisory;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.bump.RangeDiff;
import dev.nearstream.bump.branch.BumpTitle;
import dev.nearstream.bump.branch.CommitMessage;
import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.delta.DeltaAdvisories;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.owner.Owners;
import dev.nearstream.pull.verify.Verification;
import dev.nearstream.recipe.CommentRequests;
import dev.nearstream.recipe.Dependant;
import dev.nearstream.recipe.Dependants;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.SecondProject;
import dev.nearstream.recipe.Version;
import dev.nearstream.recipe.edit.FileUses;
import dev.nearstream.recipe.edit.HashKind;
import dev.nearstream.recipe.edit.PackageEdit;
import dev.nearstream.report.BumpReport;
import dev.nearstream.report.VerifyResult;
import dev.nearstream.report.render.BumpPage;
import dev.nearstream.score.Scorer;
import dev.nearstream.tracker.BumpPlanner;
import dev.nearstream.tracker.BumpScore;
import dev.nearstream.tracker.PlannedEdit;
import dev.nearstream.tracker.UpstreamChanges;
import dev.nearstream.tracker.Upstreams;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plans a bump, edits the package, and writes the words that go with it. */
public final class BumpPreparation implements PullRequestBot.Preparation {
    /** Of the differences of one refreshed patch. */
    private static final int MOST_SHOWN = 20_000;

    private static final int LARGEST_PATCH = 4 << 20;
    /** What is said of a rebuild, and not of the package for good: an advisory, a tool's new version. */
    private static final Pattern REBUILD = Pattern.compile("\\b(?:CVE-\\d|GHSA-|GO-20\\d\\d-)|(?i:rebuil[dt])|->|→");

    private static final Set<DeltaKind> PINS = Set.of(DeltaKind.DEPENDENCY_BUMP, DeltaKind.SHELL_PIN);

    private final RecipeFiles files;
    private final FileUses uses;
    private final Upstreams upstreams;
    private final Archives archives;
    private final Scorer scorer;
    private final Owners owners;
    private final Verification verification;
    private final String settings;
    private final Instant now;

    public BumpPreparation(
            RecipeFiles files,
            FileUses uses,
            Upstreams upstreams,
            Archives archives,
            Scorer scorer,
            Owners owners,
            Verification verification,
            BotSettings settings,
            Instant now) {
        this.files = files;
        this.uses = uses;
        this.upstreams = upstreams;
        this.archives = archives;
        this.scorer = scorer;
        this.owners = owners;
        this.verification = verification;
        this.settings = settings.toString();
        this.now = now;
    }

    @Override
    public String inputs(Wish wish) throws IOException {
        String file = wish.deltas().recipe().file();
        List<String> words = new ArrayList<>(owners.of(wish.bump().packageName(), file));
        words.add(settings);
        words.add(verification.settings());
        return WishInputs.hash(wish, files.read(file, YamlReader.MAX_BYTES).orElse(new byte[0]), words);
    }

    @Override
    public Prepared prepare(Wish wish) throws IOException, UpstreamException {
        Optional<String> wrongSum = WrongSum.of(wish.outcome());
        if (wrongSum.isPresent()) {
            return new Prepared.Unfit(wrongSum.get(), null);
        }
        Recipe recipe = wish.deltas().recipe();
        String to = wish.bump().to();
        Optional<Version> version = Version.parse(to);
        Optional<BumpPlan> planned = version.isEmpty()
                ? Optional.empty()
                : new BumpPlanner(files, upstreams).plan(wish.deltas(), version.get());
        if (planned.isEmpty()) {
            return new Prepared.Unfit("upstream has no tag of version " + to, null);
        }
        BumpPlan whole = planned.get();
        List<String> failures = new ArrayList<>();
        PlannedEdit edit =
                PlannedEdit.of(whole, wish.deltas(), files, uses, (kind, of, tag) -> hash(kind, of, tag, failures));
        BumpPlan plan = edit.asDone(whole);
        PackageEdit edited = edit.edit();
        List<String> unresolved = new ArrayList<>(edit.unresolved());
        unresolved.addAll(failures);
        if (edited == null) {
            String body = BumpPage.of(report(wish, plan, unresolved, null));
            return new Prepared.Unfit(String.join("; ", edit.unresolved()), body);
        } else if (!failures.isEmpty()) {
            return new Prepared.Unfit(String.join("; ", failures), null); // a build could only fail
        } else if (wish.rebuild() && !drops(plan)) {
            return new Prepared.Unfit("nothing can be taken out by an edit", null);
        }
        List<FileChange> changes = changes(recipe, edited);
        Optional<VerifyResult> verified = plan.blocked()
                ? verification.leftOut("a local change conflicts")
                : verification.of(recipe, to, changes);
        if (verified.isPresent() && verification.isRefused(verified.get())) {
            return new Prepared.Unfit(
                    verified.get().program() + " " + verified.get().said(), null);
        }
        BumpReport report = report(wish, plan, unresolved, verified.orElse(null));
        return new Prepared.Ready(
                changes,
                new CommitMessage(title(wish, plan), fates(plan)),
                BumpPage.of(report),
                plan.blocked(),
                report.draft(),
                owners.of(wish.bump().packageName(), recipe.file()),
                new PlannedPart(report));
    }

    private static boolean drops(BumpPlan plan) {
        return plan.patches().stream().anyMatch(patch -> patch.action() == PatchPlan.Action.DROP)
                || plan.others().stream().anyMatch(other -> other.action() == BumpPlan.Action.DROP);
    }

    private Optional<String> hash(HashKind kind, String of, String tag, List<String> failures) {
        try {
            if (kind == HashKind.COMMIT) {
                return tag.isEmpty()
                        ? Optional.empty()
                        : upstreams.open(of).refs().tag(tag).map(Tag::commit);
            }
            ArchiveSum.Algorithm algorithm =
                    kind == HashKind.SHA256 ? ArchiveSum.Algorithm.SHA256 : ArchiveSum.Algorithm.SHA512;
            return Optional.of(archives.sum(of, algorithm).hex());
        } catch (UpstreamException e) {
            failures.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static List<FileChange> changes(Recipe recipe, PackageEdit edit) {
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange.Write(recipe.file(), edit.recipe().bytes()));
        edit.written().forEach((path, bytes) -> changes.add(new FileChange.Write(path, bytes)));
        edit.deleted().forEach(path -> changes.add(new FileChange.Delete(path)));
        return changes;
    }

    private static String title(Wish wish, BumpPlan plan) {
        if (!wish.rebuild()) {
            return BumpTitle.update(plan.packageName(), plan.to());
        }
        List<String> names = new ArrayList<>();
        EnumSet<DeltaKind> kinds = EnumSet.noneOf(DeltaKind.class);
        plan.patches().stream()
                .filter(patch -> patch.action() == PatchPlan.Action.DROP)
                .forEach(patch -> {
                    names.add(patch.patch().substring(patch.patch().lastIndexOf('/') + 1));
                    kinds.add(DeltaKind.PATCH);
                });
        plan.others().stream()
                .filter(other -> other.action() == BumpPlan.Action.DROP)
                .forEach(other -> {
                    names.add(other.id().substring(other.id().indexOf(':') + 1));
                    kinds.add(other.kind());
                });
        String things = PINS.containsAll(kinds)
                ? "pins"
                : kinds.size() > 1
                        ? "changes"
                        : kinds.contains(DeltaKind.PATCH)
                                ? "patches"
                                : kinds.iterator().next().label() + "s";
        int epoch = Integer.parseInt(wish.outcome().epoch()) + 1;
        return BumpTitle.drop(plan.packageName(), plan.to(), String.valueOf(epoch), things, names);
    }

    private static List<String> fates(BumpPlan plan) {
        List<String> fates = new ArrayList<>();
        plan.patches().stream()
                .filter(patch -> patch.action() != PatchPlan.Action.KEEP)
                .forEach(
                        patch -> fates.add(patch.patch() + ": " + patch.action().label() + ": " + patch.reason()));
        plan.others().stream()
                .filter(other -> other.action() == BumpPlan.Action.DROP || other.action() == BumpPlan.Action.CONFLICT)
                .forEach(other -> fates.add(other.id() + ": " + other.action().label() + ": " + other.reason()));
        return fates;
    }

    private BumpReport report(Wish wish, BumpPlan plan, List<String> unresolved, @Nullable VerifyResult verified)
            throws IOException, UpstreamException {
        RecipeDeltas deltas = wish.deltas();
        Recipe recipe = deltas.recipe();
        String text =
                new String(files.read(recipe.file(), YamlReader.MAX_BYTES).orElse(new byte[0]), StandardCharsets.UTF_8);
        String comment = recipe.epochComment().strip();
        List<Dependant> dependants = wish.shared() ? new Dependants(files).of(recipe) : List.of();
        @Nullable
        UpstreamChanges changes = wish.rebuild()
                ? null
                : UpstreamChanges.of(recipe, plan, upstreams).orElse(null);
        return new BumpReport(
                wish.bump().packageName(),
                plan,
                wish.outcome().upstream(),
                changes,
                refreshed(plan),
                FixedAdvisory.of(plan, deltas.deltas(), new DeltaAdvisories(files)),
                BumpScore.of(wish.outcome(), deltas, plan, scorer, now).orElse(null),
                wish.rebuild() || !REBUILD.matcher(comment).find() ? null : comment,
                CommentRequests.of(recipe.file(), text),
                SecondProject.of(recipe),
                wish.shared(),
                dependants,
                unresolved,
                verified,
                "`manual: true` in the recipe's `update` block holds the package where it is until that is gone; a pin in the"
                        + " configuration (`releases.pins`) holds it at a version.");
    }

    private List<BumpReport.Refreshed> refreshed(BumpPlan plan) throws IOException {
        List<BumpReport.Refreshed> refreshed = new ArrayList<>();
        for (PatchPlan patch : plan.patches()) {
            String now = patch.refreshedText();
            if (now != null) {
                Optional<byte[]> before = files.read(patch.patch(), LARGEST_PATCH);
                before.ifPresent(bytes -> refreshed.add(new BumpReport.Refreshed(
                        patch.patch(), RangeDiff.between(new String(bytes, StandardCharsets.UTF_8), now, MOST_SHOWN))));
            }
        }
        return refreshed;
    }
}
