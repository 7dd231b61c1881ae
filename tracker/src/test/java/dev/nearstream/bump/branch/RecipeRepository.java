package dev.nearstream.bump.branch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.RemoteBranches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A recipe repository, and our own beside it. */
final class RecipeRepository implements AutoCloseable {
    static final Instant NIGHT = Instant.parse("2026-08-22T02:00:00.5Z");
    static final CommitIdentity US = new CommitIdentity("Nearstream", "bot@example.org", true, Optional.empty());
    static final CommitMessage UPDATE =
            new CommitMessage(BumpTitle.update("zlib", "1.4"), List.of("a.patch: dropped, v1.4 has it"));

    private final FixtureRepository fixture;
    private final Path directory;
    private Mirrors mirrors;

    RecipeRepository(Path directory) throws IOException {
        this.directory = directory;
        fixture = new FixtureRepository(directory.resolve("os.git"));
        mirrors = newMirrors();
    }

    private Mirrors newMirrors() {
        return new Mirrors(
                MirrorSettings.defaults(directory.resolve("mirrors")),
                DateCache.none(),
                Clock.fixed(NIGHT, ZoneOffset.UTC));
    }

    /** Refs are asked once a night. */
    private Mirrors tonight() {
        mirrors.close();
        mirrors = newMirrors();
        return mirrors;
    }

    FixtureRepository fixture() {
        return fixture;
    }

    Repository git() {
        return fixture.repository();
    }

    /** Ours, on what main is now. */
    BranchRepository ours() throws Exception {
        return BranchRepository.open(
                ownDirectory(), tonight().borrow(fixture.path().toString(), "refs/heads/main"));
    }

    Path ownDirectory() {
        return directory.resolve("state/branches.git");
    }

    RemoteBranches remote() throws Exception {
        return mirrors.branches(fixture.path().toString());
    }

    static FileChange write(String path, String text) {
        return new FileChange.Write(path, text.getBytes(UTF_8));
    }

    static FileChange delete(String path) {
        return new FileChange.Delete(path);
    }

    /** Mode and text by path, of a commit in a repository. */
    static Map<String, String> files(Repository repository, String commit) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(repository.parseCommit(ObjectId.fromString(commit)).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                String text = walk.getFileMode(0).getObjectType() == Constants.OBJ_BLOB
                        ? new String(repository.open(walk.getObjectId(0)).getBytes(), UTF_8)
                        : walk.getObjectId(0).name();
                files.put(walk.getPathString(), walk.getFileMode(0) + " " + text);
            }
        }
        return files;
    }

    /** Everything on the disk of the recipe repository: path, size and time. */
    List<String> bytes() throws IOException {
        try (Stream<Path> all = Files.walk(fixture.path())) {
            return all.sorted()
                    .map(path -> {
                        try {
                            return path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }

    @Override
    public void close() {
        mirrors.close();
        fixture.close();
    }
}
