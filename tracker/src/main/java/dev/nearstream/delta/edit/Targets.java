package dev.nearstream.delta.edit;

import dev.nearstream.delta.Place;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.delta.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the workspace that a command's operands stand for.
 *
 * @param paths in the workspace, patterns expanded; one that matches nothing stands for itself
 * @param patterns those that match nothing
 * @param problem why there may be others, or null
 */
record Targets(
        List<String> paths, List<String> patterns, @Nullable String problem) {

    Targets {
        paths = List.copyOf(paths);
        patterns = List.copyOf(patterns);
    }

    static Targets of(String directory, List<ShellWord> words, WorkspaceFiles workspace) {
        List<String> paths = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        String problem = null;
        for (ShellWord word : words) {
            Place place = Place.of(directory, word.pattern());
            if (!word.isKnown()) {
                problem = "a file's name depends on " + word.problem() + ", which only the build knows";
            } else if (!place.isSource() || place.path().startsWith("$")) {
                problem = word.text() + " is not in upstream's tree";
            } else if (!word.isGlob()) {
                paths.add(Place.of(directory, word.text()).path());
            } else {
                List<String> matches = Globs.expand(workspace, place.path());
                paths.addAll(matches);
                if (matches.isEmpty()) {
                    patterns.add(Globs.plain(place.path()));
                }
            }
        }
        return new Targets(paths, patterns, problem);
    }
}
