package dev.nearstream.upstream;

import dev.nearstream.task.Task;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** What mirrors of both kinds have in common: finding what a revision names, and dating tags. */
abstract sealed class ReadableMirror implements Mirror permits LocalMirror, RemoteMirror {
    private static final Pattern ABBREVIATED = Pattern.compile("[0-9a-f]{7,40}");

    private final String url;
    private final DateCache cache;

    ReadableMirror(String url, DateCache cache) {
        this.url = url;
        this.cache = cache;
    }

    /** What a revision means: a ref, or no ref and a hash. */
    record Target(@Nullable String ref, String object) {}

    @Override
    public final String url() {
        return url;
    }

    @Override
    public abstract CommitTree tree(String revision) throws UpstreamException;

    /** By the tags' objects, for those not in the cache. */
    abstract Map<String, Instant> readDates(List<Tag> tags) throws UpstreamException;

    /** Lets go of what is open; a later call opens it again. */
    abstract void release();

    @Override
    public final Map<String, Instant> dates(Collection<Tag> tags) throws UpstreamException {
        if (tags.isEmpty()) {
            return Map.of();
        }
        Map<String, Instant> byObject =
                new HashMap<>(cache.find(tags.stream().map(Tag::object).toList()));
        List<Tag> undated =
                tags.stream().filter(tag -> !byObject.containsKey(tag.object())).toList();
        if (!undated.isEmpty()) {
            Map<String, Instant> read = readDates(undated);
            if (!read.isEmpty()) {
                Task.check();
                cache.put(read);
                byObject.putAll(read);
            }
        }
        Map<String, Instant> byName = new HashMap<>();
        for (Tag tag : tags) {
            @Nullable Instant date = byObject.get(tag.object());
            if (date != null) {
                byName.put(tag.name(), date);
            }
        }
        return Map.copyOf(byName);
    }

    /** Other callers may have it too; {@link Mirrors} closes it at the run's end. */
    @Override
    public final void close() {
        // Shared.
    }

    static boolean isHash(String revision) {
        return revision.length() == 40
                && revision.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** The only object whose hash is this one or begins with it; never a ref of such a name. */
    static Optional<ObjectId> byHash(ObjectReader reader, String hash) throws IOException {
        if (!ABBREVIATED.matcher(hash).matches()) {
            return Optional.empty();
        }
        Collection<ObjectId> found = reader.resolve(AbbreviatedObjectId.fromString(hash));
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** A name's ref: written out, a tag, or a branch, in that order. */
    final Target target(String revision) throws UpstreamException {
        Refs refs = refs();
        if (revision.startsWith("refs/heads/")) {
            return head(refs, revision.substring("refs/heads/".length()), revision);
        }
        if (revision.startsWith("refs/tags/")) {
            return tag(refs, revision.substring("refs/tags/".length()), revision);
        }
        if (revision.equals("HEAD")) {
            @Nullable String branch = refs.defaultBranch();
            String guess = refs.heads().containsKey("main") ? "main" : "master";
            return head(refs, branch == null ? guess : branch, revision);
        }
        return refs.tags().containsKey(revision) ? tag(refs, revision, revision) : head(refs, revision, revision);
    }

    private Target tag(Refs refs, String name, String revision) throws UpstreamException {
        Tag tag = refs.tag(name).orElseThrow(() -> noRef(revision));
        return new Target("refs/tags/" + name, tag.commit());
    }

    private Target head(Refs refs, String name, String revision) throws UpstreamException {
        @Nullable String commit = refs.heads().get(name);
        if (commit == null) {
            throw noRef(revision);
        }
        return new Target("refs/heads/" + name, commit);
    }

    final UpstreamException noRef(String revision) {
        return Problems.of(
                UpstreamException.Kind.NO_REF,
                url,
                revision,
                "there is no such tag or branch",
                "a tag, a branch or a commit's full hash would do",
                null);
    }
}
