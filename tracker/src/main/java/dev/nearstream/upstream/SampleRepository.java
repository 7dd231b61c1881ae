package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** Builds one sample upstream. Nothing of the machine goes into a commit: no clock, no identity, no configuration. */
final class SampleRepository {
    private final Path source;
    private final Repository repository;
    private final ObjectInserter inserter;
    private final Map<String, Made> byDirectory = new HashMap<>();
    private final Map<String, Made> tips = new HashMap<>();

    /** A commit and its files. */
    private record Made(ObjectId commit, Map<String, ObjectId> files) {}

    private SampleRepository(Path source, Repository repository, ObjectInserter inserter) {
        this.source = source;
        this.repository = repository;
        this.inserter = inserter;
    }

    /**
     * Makes the repository.
     *
     * @param source the upstream's directory, with one directory for each commit
     * @param target where the bare repository is made; nothing is there yet
     */
    static void build(Path source, SampleHistory history, Path target) throws IOException {
        try (Repository repository = new FileRepositoryBuilder()
                        .setGitDir(target.toFile())
                        .setBare()
                        .build();
                ObjectInserter inserter = repository.newObjectInserter()) {
            repository.create(true);
            // The person's own init.defaultBranch would have its say otherwise.
            repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + SampleHistory.MAIN);
            SampleRepository made = new SampleRepository(source, repository, inserter);
            for (SampleHistory.Commit commit : history.commits()) {
                made.add(commit);
            }
        }
    }

    private void add(SampleHistory.Commit commit) throws IOException {
        Made parent = parent(commit);
        Map<String, ObjectId> files = new TreeMap<>(parent == null ? Map.of() : parent.files());
        if (commit.remove() != null) {
            for (String path : commit.remove()) {
                if (files.remove(path) == null) {
                    throw wrong(commit, "removes " + path + ", which is not there");
                }
            }
        }
        Path directory = source.resolve(commit.files());
        if (!Files.isDirectory(directory)) {
            throw wrong(commit, "there is no directory of that name beside " + SampleHistory.FILE);
        }
        for (Path file : SampleStamp.files(directory)) {
            files.put(SampleStamp.path(directory, file), inserter.insert(Constants.OBJ_BLOB, Files.readAllBytes(file)));
        }
        PersonIdent author = person(commit);
        CommitBuilder builder = new CommitBuilder();
        builder.setTreeId(tree(files));
        builder.setAuthor(author);
        builder.setCommitter(author);
        builder.setMessage(commit.message().strip() + "\n");
        if (parent != null) {
            builder.setParentId(parent.commit());
        }
        Made made = new Made(inserter.insert(builder), files);
        byDirectory.put(commit.files(), made);
        tips.put(commit.branchName(), made);
        name(commit, made.commit(), author);
    }

    private @Nullable Made parent(SampleHistory.Commit commit) throws IOException {
        if (commit.from() == null) {
            return tips.get(commit.branchName());
        }
        Made from = byDirectory.get(commit.from());
        if (from == null) {
            throw wrong(commit, "starts from " + commit.from() + ", which is no earlier commit");
        }
        return from;
    }

    private ObjectId tree(Map<String, ObjectId> files) throws IOException {
        DirCache cache = DirCache.newInCore();
        DirCacheBuilder builder = cache.builder();
        files.forEach((path, blob) -> {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(blob);
            builder.add(entry);
        });
        builder.finish();
        return cache.writeTree(inserter);
    }

    private void name(SampleHistory.Commit commit, ObjectId id, PersonIdent author) throws IOException {
        inserter.flush();
        update(Constants.R_HEADS + commit.branchName(), id);
        if (commit.tag() != null) {
            update(Constants.R_TAGS + commit.tag(), id);
        }
        if (commit.release() != null) {
            TagBuilder tag = new TagBuilder();
            tag.setTag(commit.release());
            tag.setObjectId(id, Constants.OBJ_COMMIT);
            tag.setTagger(author);
            tag.setMessage(source.getFileName() + " " + commit.release() + "\n");
            ObjectId object = inserter.insert(tag);
            inserter.flush();
            update(Constants.R_TAGS + commit.release(), object);
        }
    }

    private void update(String ref, ObjectId id) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(id);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new IOException(source + ": " + ref + " cannot be set: " + result);
        }
    }

    private PersonIdent person(SampleHistory.Commit commit) throws IOException {
        int mail = commit.author().indexOf(" <");
        if (mail < 0 || !commit.author().endsWith(">")) {
            throw wrong(commit, "the author must be `Name <mail>`, not " + commit.author());
        }
        String name = commit.author().substring(0, mail);
        String address = commit.author().substring(mail + 2, commit.author().length() - 1);
        try {
            return new PersonIdent(name, address, Instant.parse(commit.date()), ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw wrong(commit, "the date must be like 2025-03-01T10:00:00Z, not " + commit.date());
        }
    }

    private IOException wrong(SampleHistory.Commit commit, String what) {
        return new IOException(source.resolve(SampleHistory.FILE) + ": commit " + commit.files() + ": " + what);
    }
}
