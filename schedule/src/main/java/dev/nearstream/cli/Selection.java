package dev.nearstream.cli;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which packages are meant.
 *
 * @param packages only these; empty for all
 * @param match only those whose name fits the glob, or null
 */
record Selection(List<String> packages, @Nullable String match) {

    Selection {
        packages = List.copyOf(new TreeSet<>(packages));
        matcher(match);
    }

    boolean wants(String name) {
        PathMatcher glob = matcher(match);
        return (packages.isEmpty() || packages.contains(name)) && (glob == null || glob.matches(Path.of(name)));
    }

    /** The same selection gives the same text; empty for all packages. */
    String text() {
        return String.join(",", packages) + (match == null ? "" : " match " + match);
    }

    static boolean isGlob(String text) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static @Nullable PathMatcher matcher(@Nullable String glob) {
        try {
            return glob == null ? null : FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw ConfigurationException.of("match", "match: '" + glob + "' is no glob; write 'py3-*'", e);
        }
    }
}
