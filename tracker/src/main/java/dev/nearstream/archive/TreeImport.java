package dev.nearstream.archive;

import dev.nearstream.upstream.LocalRepositories;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;

/**
 * Makes a repository of an archive: one commit, the same for equal trees, and HEAD at it. Later entries replace earlier
 * ones of the same name, as tar has it.
 */
final class TreeImport implements EntrySink {
    private static final PersonIdent NOBODY = new PersonIdent("archive", "", Instant.EPOCH, ZoneOffset.UTC);

    private final int strip;
    private final PackInserter inserter;
    private final ImportedDirectory root = new ImportedDirectory();

    private TreeImport(int strip, PackInserter inserter) {
        this.strip = strip;
        this.inserter = inserter;
    }

    /**
     * Makes it.
     *
     * @param directory where the repository is made; nothing is there
     */
    static void make(Path archive, int strip, UnpackLimits limits, Path directory) throws IOException {
        try (Repository repository = LocalRepositories.create(directory)) {
            try (PackInserter inserter = ((ObjectDirectory) repository.getObjectDatabase()).newPackInserter()) {
                inserter.checkExisting(false);
                TreeImport of = new TreeImport(strip, inserter);
                ArchiveReader.read(archive, limits, of);
                ObjectId commit = of.commit();
                Files.writeString(directory.resolve(Constants.HEAD), commit.name() + "\n", StandardCharsets.US_ASCII);
            }
        }
    }

    private ObjectId commit() throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(root.write(inserter));
        commit.setAuthor(NOBODY);
        commit.setCommitter(NOBODY);
        commit.setMessage("archive\n");
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        return id;
    }

    @Override
    public void directory(String name) throws IOException {
        Optional<String> path = EntryPath.of(name, strip);
        if (path.isPresent()) {
            root.directory(path.get());
        }
    }

    @Override
    public void file(String name, boolean executable, long size, InputStream content) throws IOException {
        Optional<String> path = EntryPath.of(name, strip);
        if (path.isPresent()) {
            ObjectId blob = blob(name, size, content);
            root.put(path.get(), executable ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE, blob);
        }
    }

    private ObjectId blob(String name, long size, InputStream content) throws IOException {
        try {
            return inserter.insert(Constants.OBJ_BLOB, size, content);
        } catch (ArchiveRefusedException e) {
            throw e;
        } catch (EOFException e) {
            throw new ArchiveRefusedException("the entry " + EntryPath.shown(name) + " is shorter than it says", e);
        } catch (IOException e) {
            throw new DiskFailureException(e);
        }
    }

    @Override
    public void symbolicLink(String name, String target) throws IOException {
        Optional<String> path = EntryPath.of(name, strip);
        if (path.isPresent()) {
            EntryPath.checkLink(path.get(), target);
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, target.getBytes(StandardCharsets.UTF_8));
            root.put(path.get(), FileMode.SYMLINK, blob);
        }
    }

    @Override
    public void hardLink(String name, String target) throws IOException {
        Optional<String> path = EntryPath.of(name, strip);
        Optional<String> other = EntryPath.of(target, strip);
        if (path.isPresent()) {
            Optional<ImportedDirectory.Leaf> leaf = other.isEmpty() ? Optional.empty() : root.find(other.get());
            if (leaf.isEmpty()) {
                throw new ArchiveRefusedException("the entry %s is a hard link to %s, which is no file before it"
                        .formatted(EntryPath.shown(name), EntryPath.shown(target)));
            }
            root.put(path.get(), leaf.get().mode(), leaf.get().id());
        }
    }
}
