package dev.nearstream.tracker;

import dev.nearstream.delta.pick.PickAssessor;
import dev.nearstream.delta.pick.PickReport;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.upstream.History;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A recipe's workspace at one version: its sources, with the picks made on them. Not thread-safe. */
final class Stand implements AutoCloseable {
    /** What a branch's ref begins with. */
    static final String BRANCH = "refs/heads/";

    private final Recipe recipe;
    private final Sources sources;
    private final Submodules submodules;
    private final Mount.Troubles troubles = new Mount.Troubles();

    Stand(Recipe recipe, Sources sources, Upstreams upstreams) {
        this.recipe = recipe;
        this.sources = sources;
        this.submodules = new Submodules(upstreams);
    }

    /** Whether it is the packaged version's. */
    boolean isPackaged() {
        return sources.packaged();
    }

    Recipe recipe() {
        return recipe;
    }

    List<Mount> mounts() {
        return sources.mounts();
    }

    /** Why the tree that a directory shows is not known, or empty. */
    Optional<String> why(String directory) {
        return DeltaTracker.why(recipe, directory, sources, sources.seenFrom(directory));
    }

    /** Equal ids mean equal trees. */
    String id(String directory) {
        return directory + " "
                + sources.seenFrom(directory).stream().map(Mount::id).collect(Collectors.joining(" < "));
    }

    /** What upstream calls the version that a directory shows, shortly. */
    String name(String directory) {
        return sources.seenFrom(directory).stream()
                .findFirst()
                .map(mount -> mount.revision().replaceFirst("^refs/(heads|tags)/", "")
                        + (mount.commit().equals(mount.revision())
                                ? ""
                                : " (" + mount.commit().substring(0, 12) + ")"))
                .orElse("");
    }

    /** The branch's head that a directory shows, where it shows one. */
    Optional<Mount> branch(String directory) {
        return sources.seenFrom(directory).stream()
                .filter(mount -> mount.revision().startsWith(BRANCH))
                .findFirst();
    }

    WorkspaceTree tree(String directory) {
        return new WorkspaceTree(directory, sources.seenFrom(directory), submodules, troubles);
    }

    /** The history from this version to another one, by the paths of a directory. */
    WorkspaceHistory historyTo(Stand other, String directory, List<Tag> releases) {
        return new WorkspaceHistory(
                directory, sources.seenFrom(directory), other.sources.seenFrom(directory), releases);
    }

    /** Whether another stand's checkout of a directory is known to contain this one's commit. */
    boolean isBefore(Stand other, String directory) {
        return sources.seenFrom(directory).stream()
                .findFirst()
                .flatMap(mount -> other.sources.seenFrom(directory).stream()
                        .filter(later ->
                                later.mirror().url().equals(mount.mirror().url()))
                        .findFirst()
                        .map(later -> {
                            try (History history = mount.mirror().history(mount.revision(), later.revision())) {
                                return history.contains(later.revision(), mount.commit())
                                        .yes();
                            }
                        }))
                .orElse(false);
    }

    /**
     * Makes the picks of all checkouts, so that trees have them.
     *
     * @param packaged the packaged version, which may be this one
     * @param releases in the order of their versions, for the first that has a commit
     * @return by checkout; those whose tree cannot be had are absent
     */
    Map<Checkout, PickReport> pick(Stand packaged, List<Tag> releases) {
        Map<Checkout, PickReport> reports = new LinkedHashMap<>();
        for (Checkout checkout : recipe.checkouts()) {
            Optional<Mount> mount = of(checkout);
            Optional<Mount> from = packaged.of(checkout);
            if (checkout.cherryPicks().isEmpty() || mount.isEmpty() || from.isEmpty()) {
                continue;
            }
            try {
                PickReport report = new PickAssessor(
                                mount.get().mirror(), from.get().revision(), releases)
                        .assess(checkout.cherryPicks(), mount.get().revision());
                mount.get().picked(report.changes());
                reports.put(checkout, report);
            } catch (UpstreamException e) {
                troubles.unreadable("", e);
            }
        }
        return reports;
    }

    private Optional<Mount> of(Checkout checkout) {
        return sources.mounts().stream().filter(mount -> mount.isOf(checkout)).findFirst();
    }

    /** Whether something that could not be had may be there another night. */
    boolean passing() {
        return troubles.passing() || sources.passing();
    }

    @Override
    public void close() {
        submodules.close();
        sources.close();
    }
}
