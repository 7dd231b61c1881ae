package dev.nearstream.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The directories of a project, as a recipe names them, relative to {@code /home/build}. */
final class PinRoots {
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");
    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");

    private PinRoots() {}

    /**
     * The places of {@code names}, which blanks separate; none where one of them lies elsewhere or cannot be told.
     *
     * @param directory where they are meant
     */
    static List<String> of(String directory, String names) {
        List<String> roots = new ArrayList<>();
        for (String name : BLANKS.split(COMMENT.matcher(names).replaceAll("").strip(), -1)) {
            Place place = Place.of(directory, name.isEmpty() ? "." : name);
            if (!place.isSource() || place.path().matches(".*[$*?\\[{`].*")) {
                return List.of();
            }
            String path = place.path().equals(".") ? "" : place.path();
            if (!roots.contains(path)) {
                roots.add(path);
            }
        }
        return roots;
    }
}
