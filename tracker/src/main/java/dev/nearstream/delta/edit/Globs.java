package dev.nearstream.delta.edit;

import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import java.util.ArrayList;
import java.util.List;

/** Shell patterns for paths (POSIX.1-2017, Shell Command Language, 2.13), expanded on a workspace. */
final class Globs {
    private static final int MAX_MATCHES = 2000;

    private Globs() {}

    /**
     * The paths that a pattern stands for, sorted; empty where nothing matches, which leaves the pattern to the command.
     *
     * @param pattern relative to the workspace; {@code \} before what is no pattern
     */
    static List<String> expand(WorkspaceFiles workspace, String pattern) {
        List<String> found = List.of("");
        for (String name : pattern.split("/", -1)) {
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            List<String> next = new ArrayList<>();
            for (String directory : found) {
                if (next.size() > MAX_MATCHES) {
                    break;
                }
                step(workspace, directory, name, next);
            }
            found = next;
        }
        return found;
    }

    private static void step(WorkspaceFiles workspace, String directory, String name, List<String> next) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        if (!isPattern(name)) {
            String path = prefix + plain(name);
            if (workspace.find(path).isPresent()) {
                next.add(path);
            }
            return;
        }
        if (!directory.isEmpty()
                && !workspace
                        .find(directory)
                        .map(TreeEntry::kind)
                        .map(TreeEntry.Kind::isDirectory)
                        .orElse(false)) {
            return;
        }
        for (String child : workspace.children(directory)) {
            boolean hidden = child.startsWith(".") && !name.startsWith(".");
            if (!hidden && matches(name, child)) {
                next.add(prefix + child);
            }
        }
    }

    /** Whether an unescaped {@code *}, {@code ?} or {@code [} stands in it. */
    static boolean isPattern(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?' || c == '[') {
                return true;
            }
        }
        return false;
    }

    /** A pattern's text without its escapes. */
    static String plain(String name) {
        return name.replaceAll("\\\\(.)", "$1");
    }

    /** Whether one name matches a pattern, in time that grows with their product alone. */
    static boolean matches(String pattern, String name) {
        int at = 0;
        int from = 0;
        int star = -1;
        int resume = 0;
        while (from < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = ++at;
                resume = from;
            } else if (at < pattern.length() && one(pattern, at, name.charAt(from))) {
                at = after(pattern, at);
                from++;
            } else if (star >= 0) {
                at = star;
                from = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private static boolean one(String pattern, int at, char c) {
        char wanted = pattern.charAt(at);
        if (wanted == '?') {
            return true;
        }
        int close = close(pattern, at);
        if (close > 0) {
            return inSet(pattern.substring(at + 1, close), c);
        }
        boolean escaped = wanted == '\\' && at + 1 < pattern.length();
        return c == (escaped ? pattern.charAt(at + 1) : wanted);
    }

    private static int after(String pattern, int at) {
        int close = close(pattern, at);
        boolean escaped = pattern.charAt(at) == '\\' && at + 1 < pattern.length();
        return close > 0 ? close + 1 : escaped ? at + 2 : at + 1;
    }

    /** Where the set that begins at {@code at} ends; negative where none does. */
    private static int close(String pattern, int at) {
        return pattern.charAt(at) == '[' ? pattern.indexOf(']', at + 2) : -1;
    }

    private static boolean inSet(String set, char c) {
        boolean negated = set.startsWith("!") || set.startsWith("^");
        boolean found = false;
        for (int i = negated ? 1 : 0; i < set.length(); i++) {
            if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                found |= set.charAt(i) <= c && c <= set.charAt(i + 2);
                i += 2;
            } else {
                found |= set.charAt(i) == c;
            }
        }
        return found != negated;
    }
}
