package dev.nearstream.report.render;

import java.util.Optional;
import java.util.regex.Pattern;

/** The names of the packages' pages. */
public final class PackageFiles {
    static final String INDEX = "index.md";

    /** melange's rule for package names; a name of this form names no other directory. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+_.-]{0,199}");

    private PackageFiles() {}

    /** The file's name in the packages' directory; empty for what is no package name. */
    public static Optional<String> fileName(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        // "~" is in no package name: no package has this file.
        return Optional.of(name.equalsIgnoreCase("index") ? "~" + name + ".md" : name + ".md");
    }

    /** The name of the picture beside it; empty for what is no package name. */
    static Optional<String> picture(String name) {
        return fileName(name).map(file -> file.substring(0, file.length() - ".md".length()) + ".svg");
    }

    /** Whether a run's id may name a file. */
    static boolean isRunId(String id) {
        return NAME.matcher(id).matches();
    }
}
