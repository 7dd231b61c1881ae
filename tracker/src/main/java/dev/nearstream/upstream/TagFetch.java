package dev.nearstream.upstream;

import dev.nearstream.http.WireFailures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;

/**
 * Fetches tags and their commits without any tree, to date them. It goes into memory and is dropped once the dates are
 * read: a repository whose trees are missing must never be taken for a mirror, and what is worth keeping are the dates.
 */
final class TagFetch {
    /** A request of 40 kB or so, and an answer that fits into memory whatever the repository. */
    private static final int BATCH = 400;

    private final Remote remote;

    TagFetch(Remote remote) {
        this.remote = remote;
    }

    /** By the tag's object; nothing where the server offers no filters. */
    Map<String, Instant> dates(Collection<Tag> tags) throws UpstreamException {
        List<Tag> all = new ArrayList<>(tags);
        Map<String, Instant> dates = new HashMap<>();
        try {
            for (int start = 0; start < all.size(); start += BATCH) {
                dates.putAll(batch(all.subList(start, Math.min(all.size(), start + BATCH))));
            }
        } catch (UpstreamException e) {
            if (!isFilterMissing(e)) {
                throw e;
            }
        }
        return dates;
    }

    private Map<String, Instant> batch(List<Tag> tags) throws UpstreamException {
        Isolation.install();
        List<RefSpec> specs = tags.stream()
                .map(tag -> new RefSpec("+" + ref(tag) + ":" + ref(tag)))
                .toList();
        try (InMemoryRepository memory = new InMemoryRepository(new DfsRepositoryDescription("dates"))) {
            remote.fetch(memory, specs, 1, tags.size() + " tags", filter());
            return TagDates.read(memory, tags);
        }
    }

    private static String ref(Tag tag) {
        return tag.name().startsWith(Constants.R_HEADS) ? tag.name() : Constants.R_TAGS + tag.name();
    }

    private static FilterSpec filter() {
        try {
            return FilterSpec.fromFilterLine("tree:0");
        } catch (PackProtocolException e) {
            throw new IllegalStateException("JGit knows this filter", e);
        }
    }

    private static boolean isFilterMissing(UpstreamException e) {
        return WireFailures.find(e, PackProtocolException.class)
                .map(Throwable::getMessage)
                .filter(message -> message.contains(JGitText.get().filterRequiresCapability))
                .isPresent();
    }
}
