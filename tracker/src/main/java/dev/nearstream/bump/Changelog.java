package dev.nearstream.bump;

import dev.nearstream.delta.WatchedComparator;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.patch.UnreadableFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * What a project's own list of changes says in a new tree and did not say in the old one.
 *
 * @param path of the file in the new tree
 * @param text the lines that are new, in the file's order, with an empty one between those of two places
 */
public record Changelog(String path, String text) {
    /** Lists of releases before lists of commits, as GNU's ChangeLog is one. */
    private static final List<Pattern> NAMES = List.of(
            Pattern.compile("(?i)change[-_]?log[.](?:md|markdown)|CHANGES[.](?:md|markdown)"),
            Pattern.compile("(?i)(?:news|release[-_]?notes|releases|history)(?:[.](?:md|markdown|rst|txt|adoc))?"),
            Pattern.compile("(?i)changes(?:[.](?:rst|txt|adoc))?|change[-_]?log[.](?:rst|txt|adoc)"),
            Pattern.compile("(?i)change[-_]?log"));

    private static final List<String> DIRECTORIES = List.of("", "docs", "doc");
    /** Longer ones are no reading for people, and slow to compare. */
    private static final int LARGEST = 4 << 20;

    private static final int MOST_LINES = 20_000;
    private static final int LONGEST = 100_000;

    /** Whether it is written in markdown. */
    public boolean markdown() {
        return path.toLowerCase(Locale.ROOT).matches(".*[.](?:md|markdown)");
    }

    /**
     * Of the first file that has new lines; empty where there is none, or none that can be compared.
     *
     * @param root the project's directory in both trees, {@code ""} for their root
     */
    public static Optional<Changelog> between(WorkspaceFiles before, WorkspaceFiles after, String root) {
        try {
            for (String path : paths(after, root)) {
                Optional<RawText> now = text(after, path);
                if (now.isPresent()) {
                    RawText was = text(before, path).orElse(new RawText(new byte[0]));
                    String added = added(was, now.get());
                    if (!added.isBlank()) {
                        return Optional.of(new Changelog(path, added));
                    }
                }
            }
        } catch (UnreadableFileException e) {
            return Optional.empty(); // it is no reason to say nothing else of the release
        }
        return Optional.empty();
    }

    private static List<String> paths(WorkspaceFiles tree, String root) {
        List<String> paths = new ArrayList<>();
        for (String directory : DIRECTORIES) {
            String in = root.isEmpty() || directory.isEmpty() ? root + directory : root + "/" + directory;
            tree.children(in).stream()
                    .filter(name -> rank(name) < NAMES.size())
                    .sorted(Comparator.comparingInt(Changelog::rank).thenComparing(Comparator.naturalOrder()))
                    .forEach(name -> paths.add(in.isEmpty() ? name : in + "/" + name));
        }
        return paths;
    }

    private static int rank(String name) {
        int rank = 0;
        while (rank < NAMES.size() && !NAMES.get(rank).matcher(name).matches()) {
            rank++;
        }
        return rank;
    }

    private static Optional<RawText> text(WorkspaceFiles tree, String path) {
        return tree.find(path)
                .filter(entry -> entry.kind().isFile())
                .map(TreeEntry::content)
                .filter(bytes -> bytes.length <= LARGEST && !RawText.isBinary(bytes))
                .map(RawText::new);
    }

    private static String added(RawText was, RawText now) {
        WatchedComparator<RawText> lines = new WatchedComparator<>(RawTextComparator.WS_IGNORE_TRAILING);
        Edit between = lines.reduceCommonStartEnd(was, now, new Edit(0, was.size(), 0, now.size()));
        if (between.getLengthA() > 0 && between.getLengthA() + between.getLengthB() > MOST_LINES) {
            return "";
        }
        List<Edit> edits = new ArrayList<>(new HistogramDiff().diff(lines, was, now));
        // Corrections below the last lines that came in are of older releases.
        while (!edits.isEmpty() && !grows(edits.get(edits.size() - 1))) {
            edits.remove(edits.size() - 1);
        }
        StringBuilder text = new StringBuilder();
        for (Edit edit : edits) {
            text.append(text.isEmpty() ? "" : "\n"); // else one place would go on with the paragraph of another
            for (int line = edit.getBeginB(); line < edit.getEndB() && text.length() < LONGEST; line++) {
                text.append(now.getString(line)).append('\n');
            }
        }
        return text.toString();
    }

    private static boolean grows(Edit edit) {
        return edit.getLengthB() > edit.getLengthA();
    }
}
