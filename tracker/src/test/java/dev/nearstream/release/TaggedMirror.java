package dev.nearstream.release;

import dev.nearstream.upstream.History;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.SourceCommit;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An upstream of refs alone: it has no trees, and remembers which tags it was asked to date. */
final class TaggedMirror implements Mirror {
    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private final Map<String, Instant> dates = new HashMap<>();
    private final Map<String, String> heads = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** A tag whose date cannot be known. */
    TaggedMirror undated(String name) {
        String hash = "%040x".formatted(tags.size() + 1);
        tags.put(name, new Tag(name, hash, hash));
        return this;
    }

    TaggedMirror tag(String name, String day) {
        dates.put(name, LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
        return undated(name);
    }

    TaggedMirror head(String branch, String commit, String day) {
        heads.put(branch, commit);
        dates.put("refs/heads/" + branch, LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
        return this;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public String url() {
        return "https://git.example.org/pkg";
    }

    @Override
    public Refs refs() {
        return new Refs(tags, heads, "main", "digest");
    }

    @Override
    public SourceTree tree(String revision) {
        throw new AssertionError("no tree is needed to list releases");
    }

    @Override
    public Map<String, Instant> dates(Collection<Tag> wanted) {
        Map<String, Instant> known = new HashMap<>();
        for (Tag tag : wanted) {
            asked.add(tag.name());
            if (dates.containsKey(tag.name())) {
                known.put(tag.name(), dates.get(tag.name()));
            }
        }
        return known;
    }

    @Override
    public History history(String from, String to) {
        throw new AssertionError("no history is needed to list releases");
    }

    @Override
    public void fetchCommits(Collection<String> hashes) {
        throw new AssertionError("no commit is needed to list releases");
    }

    @Override
    public SourceCommit commit(String hash, @Nullable String branch) {
        throw new AssertionError("no commit is needed to list releases");
    }

    @Override
    public void close() {}
}
