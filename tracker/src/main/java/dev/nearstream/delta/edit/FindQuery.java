package dev.nearstream.delta.edit;

import dev.nearstream.delta.Place;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.delta.shell.ShellWord;
import dev.nearstream.patch.TreeEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code find} that looks for files by their names, and does one thing with them.
 *
 * @param roots where it looks, as written
 * @param name the pattern for a file's own name; empty where it names none
 * @param ignoreCase for {@code -iname}
 * @param filesOnly for {@code -type f}
 * @param command behind {@code -exec}, without {@code {}}; empty for {@code -delete}
 * @param problem why it cannot be followed, or null
 */
record FindQuery(
        List<String> roots,
        String name,
        boolean ignoreCase,
        boolean filesOnly,
        List<ShellWord> command,
        @Nullable String problem) {
    private static final int MAX_ENTRIES = 50_000;

    FindQuery {
        roots = List.copyOf(roots);
        command = List.copyOf(command);
    }

    /** Reads the words behind {@code find}. */
    static FindQuery read(List<ShellWord> words) {
        List<String> roots = new ArrayList<>();
        List<ShellWord> command = new ArrayList<>();
        String name = "";
        boolean ignoreCase = false;
        boolean filesOnly = false;
        boolean acts = false;
        String problem = null;
        int at = 0;
        while (at < words.size()
                && !words.get(at).text().matches("[-(!].*")
                && words.get(at).isKnown()) {
            roots.add(words.get(at++).text());
        }
        while (at < words.size() && problem == null) {
            ShellWord word = words.get(at++);
            String next = at < words.size() ? words.get(at).text() : "";
            if (!word.isKnown() || acts) {
                problem = word.isKnown() ? word.text() : word.problem();
            } else if ((word.text().equals("-name") || word.text().equals("-iname")) && name.isEmpty()) {
                name = next;
                ignoreCase = word.text().equals("-iname");
                at++;
            } else if (word.text().equals("-type") && next.equals("f")) {
                filesOnly = true;
                at++;
            } else if (word.text().equals("-exec")) {
                acts = true;
                at = executed(words, at, command);
            } else if (word.text().equals("-delete")) {
                acts = true;
            } else if (!word.text().equals("-print") && !word.text().equals("-a")) {
                problem = word.text();
            }
        }
        String why = problem != null ? "its find has " + problem : acts ? null : "its find does nothing";
        return new FindQuery(roots.isEmpty() ? List.of(".") : roots, name, ignoreCase, filesOnly, command, why);
    }

    private static int executed(List<ShellWord> words, int from, List<ShellWord> command) {
        int at = from;
        while (at < words.size()
                && !words.get(at).text().equals(";")
                && !words.get(at).text().equals("+")) {
            if (!words.get(at).text().equals("{}")) {
                command.add(words.get(at));
            }
            at++;
        }
        return at + 1;
    }

    /** What was found, and why that is not all; null where it is. */
    record Found(List<String> paths, @Nullable String problem) {
        Found {
            paths = List.copyOf(paths);
        }
    }

    /** The paths in the workspace that it finds; links are found and not followed, as find does. */
    Found walk(String directory, WorkspaceFiles workspace) {
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        for (String root : roots) {
            Place place = Place.of(directory, root);
            if (!place.isSource() || place.path().contains("$")) {
                return new Found(List.of(), "it looks in " + root + ", which is not in upstream's tree");
            }
            open.addLast(place.path().equals(".") ? "" : place.path());
        }
        int looks = 0;
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            if (looks++ > MAX_ENTRIES) {
                return new Found(found, "there are more than " + MAX_ENTRIES + " files to look through");
            }
            TreeEntry.Kind kind = path.isEmpty()
                    ? TreeEntry.Kind.DIRECTORY
                    : workspace.find(path).map(TreeEntry::kind).orElse(null);
            if (kind == null) {
                continue;
            }
            if ((!filesOnly || kind.isFile()) && isNamed(Footprint.name(path))) {
                found.add(path);
            }
            if (kind.isDirectory()) {
                for (String child : workspace.children(path)) {
                    open.addLast(path.isEmpty() ? child : path + "/" + child);
                }
            }
        }
        return new Found(found, null);
    }

    private boolean isNamed(String own) {
        return name.isEmpty()
                || (ignoreCase
                        ? Globs.matches(name.toLowerCase(Locale.ROOT), own.toLowerCase(Locale.ROOT))
                        : Globs.matches(name, own));
    }
}
