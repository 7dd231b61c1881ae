package dev.nearstream.tracker;

import dev.nearstream.archive.ArchiveMirror;
import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.Changelog;
import dev.nearstream.bump.LicenceFiles;
import dev.nearstream.delta.pin.DependencyChanges;
import dev.nearstream.patch.UnreadableFileException;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Version;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What upstream changed between the packaged version and the new one, apart from what the package's deltas are held
 * against.
 *
 * @param repository the URL as the recipe declares it; empty for an archive
 * @param from the tag, branch or commit of the packaged version
 * @param to the same of the new one
 * @param notes its own words, or null where it has none
 * @param problems why something of it is not known, one line each
 */
public record UpstreamChanges(
        String repository,
        String from,
        String to,
        List<DependencyChanges.Change> dependencies,
        List<LicenceFiles.Change> licences,
        @Nullable UpstreamNotes notes,
        List<String> problems) {

    public UpstreamChanges {
        dependencies = List.copyOf(dependencies);
        licences = List.copyOf(licences);
        problems = List.copyOf(problems);
    }

    /**
     * Between the trees of a plan: of the first source that is another in the new version. Empty where there is none.
     *
     * @throws UpstreamException where upstream's refs cannot be had
     */
    public static Optional<UpstreamChanges> of(Recipe recipe, BumpPlan plan, Upstreams upstreams)
            throws UpstreamException {
        Optional<Version> version = Version.parse(plan.to());
        Optional<TargetRelease> target =
                version.isEmpty() ? Optional.empty() : TargetRelease.of(recipe, version.get(), upstreams);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        try (Stand from = new Stand(recipe, Sources.packaged(recipe, "", upstreams), upstreams);
                Stand to = new Stand(
                        recipe,
                        Sources.at(
                                recipe,
                                "",
                                upstreams,
                                target.get().release(),
                                target.get().repository()),
                        upstreams)) {
            return between(from, to, upstreams, target.get().inOrder());
        }
    }

    private static Optional<UpstreamChanges> between(Stand from, Stand to, Upstreams upstreams, List<Tag> releases) {
        for (Mount before : from.mounts()) {
            for (Mount after : to.mounts()) {
                if (after.directory().equals(before.directory())
                        && !after.commit().equals(before.commit())) {
                    WorkspaceTree old = from.tree(".");
                    WorkspaceTree now = to.tree(".");
                    Optional<UpstreamNotes> notes = UpstreamNotes.of(
                            upstreams.releases()::texts,
                            after.mirror(),
                            releases,
                            ref(before),
                            ref(after),
                            () -> Changelog.between(old, now, after.directory()));
                    return Optional.of(between(before, after, old, now, notes.orElse(null)));
                }
            }
        }
        return Optional.empty();
    }

    private static UpstreamChanges between(
            Mount before, Mount after, WorkspaceTree old, WorkspaceTree now, @Nullable UpstreamNotes notes) {
        String root = before.directory();
        List<String> problems = new ArrayList<>();
        List<DependencyChanges.Change> dependencies = new ArrayList<>();
        List<LicenceFiles.Change> licences = new ArrayList<>();
        try {
            DependencyChanges changes = DependencyChanges.between(old, now, root);
            dependencies.addAll(changes.changes());
            problems.addAll(changes.problems());
            licences.addAll(LicenceFiles.between(old, now, root));
        } catch (UnreadableFileException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        boolean archive = before.mirror() instanceof ArchiveMirror;
        return new UpstreamChanges(
                archive ? "" : before.mirror().url(), ref(before), ref(after), dependencies, licences, notes, problems);
    }

    private static String ref(Mount mount) {
        return mount.revision().replaceFirst("^refs/(?:heads|tags)/", "");
    }
}
