package dev.nearstream.upstream;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** What the objects say of a tag: its date, which is the tagger's, else the committer's, and its message. */
final class TagDates {
    private TagDates() {}

    /** By the tag's object; those whose objects are missing or that lead to no commit are absent. */
    static Map<String, Instant> read(Repository repository, Collection<Tag> tags) {
        Map<String, Instant> dates = new HashMap<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (Tag tag : tags) {
                date(walk, ObjectId.fromString(tag.object())).ifPresent(date -> dates.put(tag.object(), date));
            }
        }
        return dates;
    }

    private static Optional<Instant> date(RevWalk walk, ObjectId id) {
        try {
            RevObject object = walk.parseAny(id);
            while (object instanceof RevTag tag) {
                @Nullable PersonIdent tagger = tag.getTaggerIdent();
                if (tagger != null) {
                    return Optional.of(tagger.getWhenAsInstant());
                }
                object = walk.parseAny(tag.getObject());
            }
            return object instanceof RevCommit commit
                    ? Optional.of(commit.getCommitterIdent().getWhenAsInstant())
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Missing, or written by a tool that got it wrong: a date that cannot be known, not a failure.
            return Optional.empty();
        }
    }

    /** An annotated tag's, without the signature; empty where it is none, or not there. */
    static Optional<String> message(Repository repository, Tag tag) {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseAny(ObjectId.fromString(tag.object())) instanceof RevTag found
                    ? Optional.of(found.getFullMessage())
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // as above
        }
    }
}
