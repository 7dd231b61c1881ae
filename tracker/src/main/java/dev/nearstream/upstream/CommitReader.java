package dev.nearstream.upstream;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Reads commits as they were written, with the parents that a shallow repository hides. */
final class CommitReader {
    private static final int LARGEST = 1 << 24;
    private static final int LONGEST_MESSAGE = 1 << 16;

    private CommitReader() {}

    static Change read(ObjectReader reader, AnyObjectId id) throws IOException {
        try {
            // Parsed apart from any walk: a walk gives a shallow commit no parents.
            byte[] raw = reader.open(id, Constants.OBJ_COMMIT).getBytes(LARGEST);
            return change(id, RevCommit.parse(raw));
        } catch (RuntimeException e) {
            // Too large, or written by a tool that got it wrong.
            throw new IOException("commit " + id.name() + " cannot be read", e);
        }
    }

    private static Change change(AnyObjectId id, RevCommit commit) {
        String message = commit.getFullMessage();
        Instant committed = Instant.ofEpochSecond(commit.getCommitTime());
        @Nullable PersonIdent author = commit.getAuthorIdent();
        return new Change(
                id.name(),
                Stream.of(commit.getParents()).map(ObjectId::name).toList(),
                Problems.oneLine(commit.getShortMessage()),
                message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE),
                author == null ? committed : author.getWhenAsInstant(),
                committed);
    }
}
