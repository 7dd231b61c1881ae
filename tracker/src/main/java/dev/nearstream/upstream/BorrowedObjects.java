package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * A commit of a repository on this machine, and where its objects lie: to be named as alternates by a repository of our
 * own, and never written to.
 *
 * @param url what the repository is called in messages
 * @param objects its object directory
 * @param shallow the commits whose parents it has not got, in hex; empty for a complete repository
 * @param commit the full hash
 */
public record BorrowedObjects(String url, Path objects, Set<String> shallow, String commit) {

    public BorrowedObjects {
        shallow = Set.copyOf(shallow);
    }

    static BorrowedObjects of(Repository repository, String url, String commit) throws UpstreamException {
        try {
            Path objects = repository.getCommonDirectory().toPath().resolve(Constants.OBJECTS);
            Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
            return new BorrowedObjects(
                    url,
                    objects.toAbsolutePath().normalize(),
                    Set.copyOf(shallow.stream().map(ObjectId::name).toList()),
                    commit);
        } catch (IOException e) {
            throw Problems.of(UpstreamException.Kind.FAILED, url, commit, Problems.quoted(e), "", e);
        }
    }

    /** Whether all that lies before the commit is there too. */
    public boolean isComplete() {
        return shallow.isEmpty();
    }
}
