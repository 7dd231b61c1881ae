package dev.nearstream.tracker;

import dev.nearstream.bump.Changelog;
import dev.nearstream.release.ReleaseText;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Upstream's own words on what is new, as it gives them: to be made harmless by who shows them.
 *
 * @param source where they stand
 * @param name the file's path, or the newest release's or the tag's name
 * @param text of all releases between the two versions, the newest first, or the file's new lines
 * @param markdown whether the text is meant as such
 */
public record UpstreamNotes(Source source, String name, String text, boolean markdown) {
    /** Shorter ones mostly point at the file that has them. */
    private static final int TELLING = 120;

    /** Where notes are taken from, the best first. */
    public enum Source {
        RELEASES,
        FILE,
        TAG
    }

    /** Where releases have pages: as {@link dev.nearstream.release.ReleaseSources#texts}. */
    @FunctionalInterface
    interface Pages {
        List<ReleaseText> of(String repository, List<String> tags);
    }

    /**
     * Those of the releases' pages, unless they hardly say anything and the file does; else the file's, else the tag's.
     *
     * @param pages of releases; asked only once
     * @param releases the tags of the admitted releases, by version
     * @param from the packaged version's tag; another name where it has none
     * @param to the new version's
     */
    static Optional<UpstreamNotes> of(
            Pages pages,
            Mirror mirror,
            List<Tag> releases,
            String from,
            String to,
            Supplier<Optional<Changelog>> changelog) {
        Optional<UpstreamNotes> page = pages(pages, mirror, between(releases, from, to));
        if (page.filter(found -> found.text().strip().length() >= TELLING).isPresent()) {
            return page;
        }
        return changelog
                .get()
                .map(found -> new UpstreamNotes(Source.FILE, found.path(), found.text(), found.markdown()))
                .or(() -> page)
                .or(() -> tag(mirror, releases, to));
    }

    /** After the packaged version up to the new one, the newest first; the new one alone where the packaged is no release. */
    private static List<String> between(List<Tag> releases, String from, String to) {
        List<String> names = releases.stream().map(Tag::name).toList();
        int last = names.indexOf(to);
        int packaged = names.indexOf(from);
        if (last < 0) {
            return List.of();
        }
        List<String> between =
                new ArrayList<>(names.subList(packaged < 0 || packaged >= last ? last : packaged + 1, last + 1));
        Collections.reverse(between);
        return between;
    }

    private static Optional<UpstreamNotes> pages(Pages pages, Mirror mirror, List<String> tags) {
        List<ReleaseText> texts = pages.of(mirror.url(), tags);
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (ReleaseText one : texts) {
            text.append(texts.size() == 1 ? "" : "# " + one.tag() + "\n\n")
                    .append(one.text().strip())
                    .append("\n\n");
        }
        return Optional.of(new UpstreamNotes(Source.RELEASES, texts.get(0).tag(), text.toString(), true));
    }

    private static Optional<UpstreamNotes> tag(Mirror mirror, List<Tag> releases, String to) {
        try {
            for (Tag tag : releases) {
                if (tag.name().equals(to)) {
                    return mirror.message(tag)
                            .filter(message -> message.strip().contains("\n")) // else it names the version
                            .map(message -> new UpstreamNotes(Source.TAG, to, message, false));
                }
            }
        } catch (UpstreamException e) {
            return Optional.empty(); // it is no reason to say nothing else of the release
        }
        return Optional.empty();
    }
}
