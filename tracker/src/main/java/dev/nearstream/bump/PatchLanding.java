package dev.nearstream.bump;

import dev.nearstream.delta.Evidence;
import dev.nearstream.patch.PatchHeader;
import dev.nearstream.patch.PatchOrigin;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What upstream's history tells of a patch: which of its changes upstream made, and in which commits. */
final class PatchLanding {
    private static final int MOST_EVIDENCE = 5;

    /** Fewer changes than this leave too little to tell a patch from another one. */
    private static final int MANY = 4;

    /** More changes than this are not left out by the way. */
    private static final int FEW = 2;

    private final List<Landing> files;
    private final PatchOrigin origin;
    private final Set<String> request;
    private final Set<String> pulls;
    private final UpstreamHistory history;

    private PatchLanding(
            List<Landing> files, PatchOrigin origin, Set<String> request, Set<String> pulls, UpstreamHistory history) {
        this.files = files;
        this.origin = origin;
        this.request = request;
        this.pulls = pulls;
        this.history = history;
    }

    /**
     * Looks through history, on the patch's paths alone.
     *
     * @param name of the patch's file
     * @param changes what the patch does to {@code from}
     * @param to the new tree, without any patch: what our others make of it is not upstream's
     */
    static PatchLanding of(
            String name,
            PatchHeader header,
            TreeChanges changes,
            PatchTree from,
            PatchTree to,
            UpstreamHistory history) {
        List<Landing> files = new ArrayList<>();
        changes.entries()
                .forEach((path, ours) -> Landing.of(path, from.find(path), ours, to.find(path), history)
                        .ifPresent(files::add));
        return new PatchLanding(
                files, PatchOrigin.of(header), PullNumbers.of(name, ""), PullNumbers.of(name, header.text()), history);
    }

    List<Landing> files() {
        return files;
    }

    Optional<Landing> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    int changes() {
        return files.stream().mapToInt(file -> file.changes().size()).sum();
    }

    int upstream() {
        return files.stream().mapToInt(Landing::upstream).sum();
    }

    /**
     * Whether the pull request that the patch's file is named for is upstream in another form: between the two versions
     * it made some of the changes and rewrote the places of others, together three quarters. What is left open only
     * removes, and of what only adds something is there.
     */
    boolean isTakenInAnotherForm() {
        int made = 0;
        int touched = 0;
        for (Landing file : files) {
            for (Landing.Change change : file.changes()) {
                if (change.isUpstream()) {
                    made++;
                } else if (!change.lost() && change.rewritten().stream().anyMatch(this::mergesTheRequest)) {
                    touched++;
                } else if (!change.onlyRemoves()) {
                    return false;
                }
            }
        }
        boolean merged = files.stream().flatMap(file -> file.commits().stream()).anyMatch(this::mergesTheRequest);
        return merged && made > 0 && (made + touched) * 4 >= changes() * 3;
    }

    private boolean mergesTheRequest(UpstreamCommit commit) {
        return PullNumbers.merges(commit, request);
    }

    /**
     * Whether all but a few of many changes are upstream's, and a commit that made some of them merges the pull request
     * that the patch's file is named for: what that one left out, upstream did not want. Where it only has the patch's
     * name or names an advisory of it, nothing may be left that still goes in.
     */
    boolean isMostlyUpstream() {
        boolean open = files.stream()
                .flatMap(file -> file.changes().stream())
                .anyMatch(change -> !change.isUpstream() && change.now() == RegionFate.Kind.OPEN);
        int left = changes() - upstream();
        boolean most = changes() >= MANY && upstream() * 4 >= changes() * 3;
        boolean almostAll = changes() >= MANY && left <= FEW && upstream() * 5 >= changes() * 4;
        return made().keySet().stream()
                .anyMatch(commit ->
                        (most && mergesTheRequest(commit)) || (almostAll && !open && (isOwn(commit) || names(commit))));
    }

    /** The commits that made changes of the patch, and how many each. */
    private Map<UpstreamCommit, Integer> made() {
        Map<UpstreamCommit, Integer> made = new LinkedHashMap<>();
        files.stream()
                .flatMap(file -> file.changes().stream())
                .map(Landing.Change::taken)
                .filter(Objects::nonNull)
                .forEach(commit -> made.merge(commit, 1, Integer::sum));
        return made;
    }

    /** Whether a commit is what the patch says that it is, has its subject or merges its pull request. */
    private boolean isOwn(UpstreamCommit commit) {
        return origin.commits().stream().anyMatch(claim -> commit.hash().startsWith(claim.hash()))
                || sameSubject(commit)
                || PullNumbers.merges(commit, pulls);
    }

    private boolean names(UpstreamCommit commit) {
        String message = commit.message().toUpperCase(Locale.ROOT);
        return origin.advisories().stream().anyMatch(id -> message.contains(id.toUpperCase(Locale.ROOT)));
    }

    private boolean sameSubject(UpstreamCommit commit) {
        String ours = origin.subject() == null ? "" : plain(origin.subject());
        return ours.length() > 12 && ours.equals(plain(commit.subject()));
    }

    /** Without the number of a pull request, which a merge puts behind it. */
    private static String plain(String subject) {
        return subject.toLowerCase(Locale.ROOT)
                .replaceAll("\\s*\\(#\\d+\\)\\s*$", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    /** The commits that made the patch's changes, the one with most of them first. */
    List<Evidence> evidence() {
        int all = changes();
        return made().entrySet().stream()
                .sorted(Map.Entry.<UpstreamCommit, Integer>comparingByValue().reversed())
                .limit(MOST_EVIDENCE)
                .map(made -> evidence(
                        Evidence.Kind.SAME_CHANGE,
                        made.getKey(),
                        "it makes %s of the patch".formatted(of(made.getValue(), all))))
                .toList();
    }

    /**
     * Where a person should look: the commits that made a part, that the patch names or that are named like it, and those
     * that rewrote what it removes.
     */
    List<Evidence> candidates() {
        Map<String, Evidence> found = new LinkedHashMap<>();
        evidence().forEach(one -> found.put(String.valueOf(one.commit()), one));
        origin.commits().stream()
                .flatMap(claim -> history.between(claim.hash()).stream())
                .forEach(commit -> found.putIfAbsent(
                        commit.hash(),
                        evidence(
                                Evidence.Kind.COMMIT_CONTAINED,
                                commit,
                                "the patch names it as its own, and the new version contains it; its content was not"
                                        + " found there")));
        files.stream()
                .map(Landing::commits)
                .flatMap(Collection::stream)
                .distinct()
                .filter(commit -> isOwn(commit) || names(commit))
                .forEach(commit -> found.putIfAbsent(
                        commit.hash(),
                        evidence(
                                Evidence.Kind.SAME_CHANGE,
                                commit,
                                "by its name it is the patch, or mends the same; its content is another")));
        rewritten(found);
        return found.values().stream()
                .sorted(Comparator.comparing((Evidence one) -> one.kind() == Evidence.Kind.SUPERSEDED))
                .limit(MOST_EVIDENCE)
                .toList();
    }

    private void rewritten(Map<String, Evidence> found) {
        files.forEach(file -> file.changes().stream()
                .filter(change -> !change.isUpstream() && change.now() == RegionFate.Kind.CONFLICT)
                .flatMap(change -> change.rewritten().stream())
                .distinct()
                .forEach(commit -> found.putIfAbsent(
                        commit.hash(),
                        evidence(
                                Evidence.Kind.SUPERSEDED,
                                commit,
                                "it rewrote lines of %s that the patch changes; whether it does what the patch is for is for a person to say"
                                        .formatted(file.path())))));
    }

    private Evidence evidence(Evidence.Kind kind, UpstreamCommit commit, String detail) {
        @Nullable String release = history.firstRelease(commit.hash());
        return new Evidence(kind, commit.hash(), commit.subject(), commit.date(), release, detail);
    }

    private static String of(int some, int all) {
        if (some < all) {
            return "%,d of %,d changes".formatted(some, all);
        }
        return all == 1 ? "the one change" : all == 2 ? "both changes" : "all %,d changes".formatted(all);
    }
}
