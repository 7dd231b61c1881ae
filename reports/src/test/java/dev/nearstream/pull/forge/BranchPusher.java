package dev.nearstream.pull.forge;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** Pushes branches with a commit of their own to a real remote, and takes them away in the end. */
final class BranchPusher implements AutoCloseable {
    private final Repository repository;
    private final Set<String> pushed = new LinkedHashSet<>();
    private final String url;
    private final String token;
    private final ObjectId base;

    /** @param directory where a repository is made */
    BranchPusher(Path directory, String url, String base, String token) throws IOException {
        this.repository = new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setBare()
                .build();
        repository.create(true);
        this.url = url;
        this.token = token;
        try (Transport transport = transport()) {
            transport.fetch(
                    NullProgressMonitor.INSTANCE, List.of(new RefSpec("+refs/heads/" + base + ":refs/heads/base")));
        }
        this.base = repository.resolve("refs/heads/base");
    }

    private Transport transport() throws IOException {
        Transport transport;
        try {
            transport = Transport.open(repository, new URIish(url));
        } catch (URISyntaxException e) {
            throw new IOException("nearstream.forge.repository is no URL", e);
        }
        transport.setCredentialsProvider(new UsernamePasswordCredentialsProvider("x-access-token", token));
        return transport;
    }

    /** A branch of the base and one file more; again where it is there already, it stays. */
    void push(String branch) throws IOException {
        if (pushed.add(branch)) {
            send(List.of(update(commit(branch), branch)));
        }
    }

    private ObjectId commit(String branch) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            DirCache tree = DirCache.newInCore();
            DirCacheBuilder files = tree.builder();
            files.addTree(
                    new byte[0],
                    DirCacheEntry.STAGE_0,
                    walk.getObjectReader(),
                    walk.parseCommit(base).getTree());
            DirCacheEntry file = new DirCacheEntry(branch.replace('/', '-') + ".txt");
            file.setFileMode(FileMode.REGULAR_FILE);
            file.setObjectId(inserter.insert(Constants.OBJ_BLOB, branch.getBytes(StandardCharsets.UTF_8)));
            files.add(file);
            files.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree.writeTree(inserter));
            commit.setParentId(base);
            commit.setAuthor(new PersonIdent("Contract", "contract@nearstream.example"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("Try a pull request");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private RemoteRefUpdate update(ObjectId to, String branch) throws IOException {
        return new RemoteRefUpdate(repository, "contract", to, "refs/heads/" + branch, true, null, null);
    }

    private void send(List<RemoteRefUpdate> updates) throws IOException {
        try (Transport transport = transport()) {
            transport.push(NullProgressMonitor.INSTANCE, updates);
        }
        for (RemoteRefUpdate update : updates) {
            if (update.getStatus() != RemoteRefUpdate.Status.OK) {
                throw new IOException(update.getRemoteName() + ": " + update.getStatus() + " " + update.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        List<RemoteRefUpdate> deleted = new ArrayList<>();
        for (String branch : pushed) {
            deleted.add(update(ObjectId.zeroId(), branch));
        }
        if (!deleted.isEmpty()) {
            send(deleted);
        }
        repository.close();
    }
}
