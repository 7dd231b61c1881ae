package dev.nearstream.bump;

import java.util.regex.Pattern;

/** The files in which a name and a version beside it are a dependency, and nothing else. */
final class Manifests {
    private static final Pattern NAMES = Pattern.compile(
            "(?:.*/)?(?:package(?:-lock)?\\.json|Cargo\\.toml|go\\.mod|pyproject\\.toml|Pipfile|setup\\.cfg"
                    + "|(?:requirements.*|.*requirements|constraints.*)\\.txt|pom\\.xml|build\\.gradle(?:\\.kts)?|gradle\\.properties|libs\\.versions\\.toml"
                    + "|Gemfile|.*\\.gemspec)");

    private Manifests() {}

    static boolean isOne(String path) {
        return NAMES.matcher(path).matches();
    }
}
