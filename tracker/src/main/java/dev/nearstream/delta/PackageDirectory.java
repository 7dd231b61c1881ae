package dev.nearstream.delta;

import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The package's own files, which the build copies into the workspace. For one thread. */
final class PackageDirectory {
    private final RecipeFiles files;
    private final String directory;
    private final boolean exists;
    private final Map<String, List<RecipeFiles.Entry>> lists = new HashMap<>();

    /**
     * @param exists false where the tree has no such directory: it is then never asked for
     */
    PackageDirectory(RecipeFiles files, String directory, boolean exists) {
        this.files = files;
        this.directory = directory;
        this.exists = exists;
    }

    /** Whether the package has no files of its own. */
    boolean isEmpty() {
        return !exists || list("").isEmpty();
    }

    /** The path in the recipe tree of a place in the workspace. */
    String path(String place) {
        return directory + "/" + place;
    }

    /** Whether the package has a file or a directory at {@code place}, whose last name may be a glob. */
    boolean has(Place place) {
        if (!place.isSource() || place.path().startsWith("$") || place.path().equals(".")) {
            return false;
        }
        int slash = place.path().lastIndexOf('/');
        String parent = slash < 0 ? "" : place.path().substring(0, slash);
        String name = place.path().substring(slash + 1);
        List<RecipeFiles.Entry> entries = list(parent);
        if (name.contains("*") || name.contains("?")) {
            Pattern glob = glob(name);
            return entries.stream().anyMatch(entry -> glob.matcher(entry.name()).matches());
        }
        return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    Optional<byte[]> read(String place, int limit) {
        try {
            return files.read(path(place), limit);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<RecipeFiles.Entry> list(String parent) {
        List<RecipeFiles.Entry> known = lists.get(parent);
        if (known == null) {
            known = load(parent);
            lists.put(parent, known);
        }
        return known;
    }

    private List<RecipeFiles.Entry> load(String parent) {
        if (!exists) {
            return List.of();
        }
        try {
            return files.list(parent.isEmpty() ? directory : path(parent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shell pattern for one file name, or a path whose last name has it. */
    static Pattern glob(String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            regex.append(c == '*' ? "[^/]*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString());
    }
}
