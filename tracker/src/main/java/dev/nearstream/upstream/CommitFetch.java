package dev.nearstream.upstream;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.jspecify.annotations.Nullable;

/**
 * Fetches single commits with their first parents, by their hashes; where the server gives none, or does not know the
 * hash, from the branch that each is said to be on. What was tried in vain is not tried again in the run.
 */
final class CommitFetch {
    private static final int WITH_PARENT = 2;
    /** Of a branch: a pull request's commits, or a maintenance branch's last ones. */
    private static final int BRANCH_DEPTH = 100;

    private static final int BATCH = 400;
    /** Hashes in vain before it is taken that the server gives none. */
    private static final int MOST_REFUSALS = 4;

    private final RemoteMirror mirror;
    private final Map<String, UpstreamException> failures = new HashMap<>();
    private final Set<String> fetchedRefs = new HashSet<>();
    private int refusals;

    CommitFetch(RemoteMirror mirror) {
        this.mirror = mirror;
    }

    /** Together, as far as that goes; {@link #find} tells what became of each. */
    synchronized void prepare(Collection<String> hashes) {
        List<String> absent = hashes.stream()
                .filter(ReadableMirror::isHash)
                .filter(hash -> find(hash).isEmpty())
                .distinct()
                .toList();
        for (int start = 0; start < absent.size(); start += BATCH) {
            List<String> batch = absent.subList(start, Math.min(absent.size(), start + BATCH));
            try {
                mirror.fetchAside(batch.stream().map(CommitFetch::byHash).toList(), WITH_PARENT, batch.get(0));
            } catch (UpstreamException e) {
                return; // one that the server does not know fails all of them
            }
        }
    }

    synchronized SourceCommit get(String hash, @Nullable String branch) throws UpstreamException {
        String key = hash + " " + branch;
        @Nullable UpstreamException failure = failures.get(key);
        if (failure != null) {
            throw failure;
        }
        Optional<ObjectId> here = find(hash);
        if (here.isEmpty()) {
            try {
                here = fetched(hash, branch);
            } catch (UpstreamException e) {
                failures.put(key, e);
                throw e;
            }
        }
        return SourceCommit.open(mirror.repository().orElseThrow(), mirror.url(), here.get());
    }

    private Optional<ObjectId> fetched(String hash, @Nullable String branch) throws UpstreamException {
        UpstreamException problem = absent(hash, branch);
        if (ReadableMirror.isHash(hash) && refusals < MOST_REFUSALS) {
            try {
                mirror.fetchAside(List.of(byHash(hash)), WITH_PARENT, hash);
            } catch (UpstreamException e) {
                if (e.kind() != UpstreamException.Kind.FAILED) {
                    throw e;
                }
                refusals++;
                problem = e;
            }
        }
        Optional<ObjectId> here = find(hash);
        for (String ref : here.isPresent() ? List.<String>of() : refs(branch)) {
            if (fetchedRefs.contains(ref)) {
                continue;
            }
            try {
                mirror.fetchAside(
                        List.of(new RefSpec("+" + ref + ":refs/nearstream/" + ref.substring("refs/".length()))),
                        BRANCH_DEPTH,
                        ref);
                here = find(hash);
            } catch (UpstreamException e) {
                problem = e;
            }
            fetchedRefs.add(ref); // here, so that it was not where the task was cancelled
            if (here.isPresent()) {
                break;
            }
        }
        if (here.isEmpty()) {
            throw problem.kind() == UpstreamException.Kind.FAILED ? absent(hash, branch) : problem;
        }
        return here;
    }

    /** As git looks a name up. */
    private static List<String> refs(@Nullable String branch) {
        if (branch == null || branch.startsWith("-") || !Repository.isValidRefName("refs/heads/" + branch)) {
            return List.of();
        }
        return branch.startsWith("refs/")
                ? List.of(branch)
                : branch.startsWith("pull/") || branch.startsWith("merge-requests/")
                        ? List.of("refs/" + branch)
                        : List.of("refs/heads/" + branch, "refs/tags/" + branch);
    }

    private static RefSpec byHash(String hash) {
        return new RefSpec("+" + hash + ":refs/nearstream/commits/" + hash);
    }

    /** The commit where it and its first parent are there. */
    private Optional<ObjectId> find(String hash) {
        Optional<Repository> open = mirror.repository();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try (ObjectReader reader = open.get().newObjectReader()) {
            Optional<ObjectId> id = ReadableMirror.byHash(reader, hash);
            if (id.isEmpty()) {
                return id;
            }
            List<String> parents = CommitReader.read(reader, id.get()).parents();
            boolean whole = parents.isEmpty() || reader.has(ObjectId.fromString(parents.get(0)));
            return whole ? id : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private UpstreamException absent(String hash, @Nullable String branch) {
        return Problems.of(
                UpstreamException.Kind.NO_REF,
                mirror.url(),
                hash,
                branch == null
                        ? "the server does not give this commit by its hash"
                        : "the server does not give this commit, and it is not among the last " + BRANCH_DEPTH + " of "
                                + branch,
                "a branch that has it would do",
                null);
    }
}
