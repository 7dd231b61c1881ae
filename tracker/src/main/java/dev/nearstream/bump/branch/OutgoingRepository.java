package dev.nearstream.bump.branch;

import dev.nearstream.upstream.LocalRepositories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * What a push sends from, for the time of the push. JGit sends all that no advertised ref reaches: where the base branch
 * has moved on to a commit that is not here, that would be the whole history. So the base's history ends here with the
 * base itself, unless the remote's own commit is here and tells more. It lies in the repository that it is made from, where
 * the next push takes away what a kill has left.
 */
final class OutgoingRepository implements AutoCloseable {
    private static final String NAME = "outgoing";

    private final Path directory;
    private final Repository repository;

    private OutgoingRepository(Path directory, Repository repository) {
        this.directory = directory;
        this.repository = repository;
    }

    /** @param tip the remote's newest commit of the base branch, or null where there is no such branch */
    static OutgoingRepository make(BranchRepository from, BumpCommit commit, @Nullable String tip) throws IOException {
        Path directory = from.directory().resolve(NAME);
        OwnRepository.delete(directory);
        @Nullable OutgoingRepository made = null;
        try {
            OwnRepository.create(directory, from.directory().resolve(Constants.OBJECTS));
            Repository repository =
                    LocalRepositories.openExactly(directory).orElseThrow(() -> new IOException("no " + directory));
            made = new OutgoingRepository(directory, repository);
            ObjectId base = ObjectId.fromString(commit.base());
            Set<ObjectId> ends = leadsTo(from, tip, base)
                    ? from.repository().getObjectDatabase().getShallowCommits()
                    : Set.of(base);
            repository.getObjectDatabase().setShallowCommits(ends);
            return made;
        } finally {
            if (made == null) {
                OwnRepository.delete(directory);
            }
        }
    }

    /** Whether the base goes on from what the remote has. */
    private static boolean leadsTo(BranchRepository from, @Nullable String tip, ObjectId base) throws IOException {
        if (tip == null || tip.equals(base.name())) {
            return tip != null;
        }
        try (RevWalk walk = new RevWalk(from.repository())) {
            ObjectId remote = ObjectId.fromString(tip);
            return from.repository().getObjectDatabase().has(remote)
                    && walk.isMergedInto(walk.parseCommit(remote), walk.parseCommit(base));
        }
    }

    Repository repository() {
        return repository;
    }

    @Override
    public void close() throws IOException {
        repository.close();
        OwnRepository.delete(directory);
    }
}
