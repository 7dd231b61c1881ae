package dev.nearstream.history;

import dev.nearstream.task.Task;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the day that brought a recipe to its version, back over first parents; of each day only the last tree is
 * read, as a distribution makes some sixty commits on one.
 */
final class VersionChanges implements AutoCloseable {
    private final ObjectReader reader;
    private final RevWalk walk;
    private final String file;

    VersionChanges(Repository repository, String file) {
        this.reader = repository.newObjectReader();
        this.walk = new RevWalk(reader);
        this.file = file;
        walk.setRetainBody(false);
    }

    Optional<Instant> last(ObjectId start, Instant since) throws IOException {
        try {
            RevCommit commit = walk.parseCommit(start);
            Instant day = date(commit);
            ObjectId blob = blob(commit);
            Optional<String> version = version(blob);
            while (version.isPresent() && date(commit).compareTo(since) >= 0 && commit.getParentCount() > 0) {
                Task.check();
                commit = walk.parseCommit(commit.getParent(0));
                if (isSameDay(date(commit), day)) {
                    continue;
                }
                ObjectId before = blob(commit);
                if (!before.equals(blob) && !version(before).equals(version)) {
                    return Optional.of(day);
                }
                blob = before;
                day = date(commit);
            }
        } catch (MissingObjectException e) {
            return Optional.empty(); // a shallow or partial clone's border
        }
        return Optional.empty();
    }

    private static boolean isSameDay(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.DAYS).equals(other.truncatedTo(ChronoUnit.DAYS));
    }

    private static Instant date(RevCommit commit) {
        return Instant.ofEpochSecond(commit.getCommitTime());
    }

    private ObjectId blob(RevCommit commit) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, file, commit.getTree())) {
            @Nullable TreeWalk there = found;
            return there == null ? ObjectId.zeroId() : there.getObjectId(0);
        }
    }

    /** As it is written; empty where there is no recipe that can be read. */
    private Optional<String> version(ObjectId blob) throws IOException {
        if (blob.equals(ObjectId.zeroId())) {
            return Optional.empty();
        }
        try {
            byte[] text = reader.open(blob).getCachedBytes(YamlReader.MAX_BYTES);
            return entry(YamlReader.read(text).root(), "package")
                    .flatMap(of -> entry(of, "version"))
                    .map(of -> of instanceof YamlNode.Scalar scalar ? scalar.value() : "");
        } catch (YamlException | LargeObjectException e) {
            return Optional.empty();
        }
    }

    private static Optional<YamlNode> entry(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping
                ? mapping.entry(key).map(YamlNode.Entry::value)
                : Optional.empty();
    }

    @Override
    public void close() {
        walk.close();
        reader.close();
    }
}
