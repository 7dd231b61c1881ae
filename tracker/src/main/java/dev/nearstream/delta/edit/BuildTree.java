package dev.nearstream.delta.edit;

import dev.nearstream.delta.BuildCourse;
import dev.nearstream.delta.BuildEvent;
import dev.nearstream.delta.Place;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.delta.shell.ExactCommand;
import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.delta.shell.ShellWord;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The workspace as a command at one point of the build meets it: upstream's files, earlier plain {@code sed} commands
 * made, and doubts about all that earlier events may have touched. For one thread.
 */
final class BuildTree {
    private record Step(BuildEvent event, Footprint footprint) {}

    private final WorkspaceFiles workspace;
    private final RecipeFiles recipes;
    private final String packageDirectory;
    private final @Nullable SedProgram sed;
    private final List<Step> steps = new ArrayList<>();

    BuildTree(
            WorkspaceFiles workspace,
            BuildCourse course,
            Footprints footprints,
            RecipeFiles recipes,
            @Nullable SedProgram sed) {
        this.workspace = workspace;
        this.recipes = recipes;
        this.packageDirectory = course.packageDirectory();
        this.sed = sed;
        for (BuildEvent event : course.events()) {
            Footprint footprint = footprints.of(event);
            if (footprint.anything()
                    || !footprint.paths().isEmpty()
                    || !footprint.below().isEmpty()
                    || !footprint.names().isEmpty()) {
                steps.add(new Step(event, footprint));
            }
        }
    }

    WorkspaceFiles workspace() {
        return workspace;
    }

    /** What stands at a path of the workspace. */
    Sight look(String path) {
        TreeEntry entry = workspace.find(path).orElse(null);
        if (entry == null && isPackages(path)) {
            return new Sight(null, "the package's own directory");
        }
        for (Step step : steps) {
            boolean made = entry != null || step.footprint().creates();
            if (made && step.footprint().touches(path)) {
                TreeEntry edited = entry == null ? null : edited(step.event(), path, entry);
                if (edited == null) {
                    return new Sight(entry, step.footprint().label());
                }
                entry = edited;
            }
        }
        return new Sight(entry, null);
    }

    /** What may have made a file of that name somewhere, or null. */
    @Nullable
    String mayHaveMade(String namePattern) {
        return steps.stream()
                .filter(step -> step.footprint().mayCreate(namePattern))
                .map(step -> step.footprint().label())
                .findFirst()
                .orElse(null);
    }

    private boolean isPackages(String path) {
        try {
            String own = packageDirectory + "/" + path;
            return recipes.isFile(own) || !recipes.list(own).isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    /** The entry after an event that can be followed; null where that is none. */
    private @Nullable TreeEntry edited(BuildEvent event, String path, TreeEntry entry) {
        if (sed == null || !entry.kind().isFile() || !(event instanceof BuildEvent.Ran ran)) {
            return null;
        }
        Invocation run = ran.run();
        ExactCommand exact = run.exact();
        List<ShellWord> words = exact.words();
        boolean plain = exact.flow().certain()
                && exact.directoryKnown()
                && !words.isEmpty()
                && words.get(0).text().equals("sed")
                && run.redirections().isEmpty();
        if (!plain) {
            return null;
        }
        SedCommand command = SedCommand.read(words.subList(1, words.size()));
        boolean named = command.problem() == null
                && command.files().stream()
                        .allMatch(word -> word.isKnown()
                                && !word.isGlob()
                                && Place.of(run.directory(), word.text()).isSource());
        boolean once = command.files().stream()
                        .filter(word ->
                                Place.of(run.directory(), word.text()).path().equals(path))
                        .count()
                == 1;
        if (!named || !once) {
            return null;
        }
        Optional<byte[]> output =
                FileEdit.of(sed, command.arguments(), entry.content()).after();
        return output.map(bytes -> TreeEntry.of(entry.kind(), bytes)).orElse(null);
    }
}
