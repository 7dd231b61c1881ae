package dev.nearstream.delta.edit;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.delta.shell.ExactCommand;
import dev.nearstream.delta.shell.ShellWord;
import dev.nearstream.recipe.RecipeFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs {@code sed -i} commands on upstream's files, in memory: do they still change anything? Thread-safe. */
public final class InlineEditAssessor implements Assessor {
    private final BuildTrees trees;

    /**
     * @param sed empty where none is installed: nothing is known then
     */
    public InlineEditAssessor(RecipeFiles recipes, Optional<SedProgram> sed) {
        this.trees = new BuildTrees(recipes, sed);
    }

    @Override
    public boolean takes(Delta delta) {
        return delta.facts().kind() == DeltaKind.INLINE_EDIT && delta instanceof Delta.ShellChange;
    }

    @Override
    public Assessment assess(Delta delta, WorkspaceFiles workspace) {
        Delta.ShellChange change = (Delta.ShellChange) delta;
        SedProgram program = trees.sed().orElse(null);
        if (program == null) {
            return Assessment.unknown("no GNU sed is installed where Nearstream runs");
        }
        ExactCommand exact = change.run().exact();
        List<ShellWord> words = exact.words();
        if (!exact.directoryKnown()) {
            return Assessment.unknown("the directory that it runs in is only known to the build");
        }
        BuildTree tree = trees.at(change.before(), workspace);
        String name = words.isEmpty() ? "" : words.get(0).text();
        return switch (name) {
            case "sed", "gsed" -> named(change, SedCommand.read(words.subList(1, words.size())), tree, program);
            case "find" -> found(change, FindQuery.read(words.subList(1, words.size())), tree, program);
            default ->
                Assessment.unknown("it runs behind %s, which is not followed"
                        .formatted(name.isEmpty() ? "another program" : name));
        };
    }

    private static Assessment named(Delta.ShellChange change, SedCommand command, BuildTree tree, SedProgram program) {
        String problem =
                command.problem() == null && command.files().isEmpty() ? "it names no file" : command.problem();
        if (problem != null) {
            return Assessment.unknown(problem);
        }
        Targets targets = Targets.of(change.run().directory(), command.files(), tree.workspace());
        List<String> paths = new ArrayList<>(targets.paths());
        paths.addAll(targets.patterns());
        EditedFiles edited = EditedFiles.of(program, command.arguments(), paths, tree);
        VersionMention version = new VersionMention(change.before().version());
        if (!edited.missing().isEmpty() && targets.problem() == null) {
            String stops = stops(edited.missing());
            Circumstances circumstances = Circumstances.of(change);
            if (version.in(edited.missing())) {
                return Assessment.unknown(stops + ", but the name has the packaged version in it");
            }
            if (circumstances.mild() == null) {
                return Assessment.broken(stops);
            }
            return edited.changed().isEmpty()
                    ? Assessment.unknown(stops + ", but " + circumstances.mild())
                    : needed(edited, command, version);
        }
        return judged(change, edited, command, version, targets.problem());
    }

    /** What find finds is there: nothing can be missing, and where it finds nothing, nothing is done. */
    private static Assessment found(Delta.ShellChange change, FindQuery find, BuildTree tree, SedProgram program) {
        List<ShellWord> words = find.command();
        boolean runsSed = find.problem() == null
                && !words.isEmpty()
                && words.get(0).text().equals("sed");
        if (!runsSed) {
            return Assessment.unknown(find.problem() == null ? "its find runs no plain sed" : find.problem());
        }
        SedCommand command = SedCommand.read(words.subList(1, words.size()));
        if (command.problem() != null || !command.files().isEmpty()) {
            return Assessment.unknown(command.problem() == null ? "its find names further files" : command.problem());
        }
        FindQuery.Found found = find.walk(change.run().directory(), tree.workspace());
        EditedFiles edited = EditedFiles.of(program, command.arguments(), found.paths(), tree);
        VersionMention version = new VersionMention(change.before().version());
        String maker = tree.mayHaveMade(find.name());
        String problem = found.problem();
        if (problem == null && maker != null) {
            problem = "it changes nothing of upstream's, and %s may have made files for it".formatted(maker);
        }
        if (found.paths().isEmpty() && problem == null && !version.in(find.name())) {
            String none = "upstream has no file named " + find.name();
            return Assessment.droppable(
                    "its find finds nothing: " + none,
                    new Evidence(Evidence.Kind.SUPERSEDED, null, null, null, null, none));
        }
        return judged(change, edited, command, version, problem);
    }

    /**
     * @param problem why there may be more files than were looked at, or null
     */
    private static Assessment judged(
            Delta.ShellChange change,
            EditedFiles edited,
            SedCommand command,
            VersionMention version,
            @Nullable String problem) {
        if (!edited.changed().isEmpty()) {
            return needed(edited, command, version);
        }
        String doubt = problem == null ? edited.doubt() : problem;
        if (doubt != null) {
            return Assessment.unknown(doubt);
        }
        String nothing = "changes nothing in " + Words.list(edited.unchanged());
        if (version.in(command.expressions())) {
            return Assessment.unknown(nothing + ", but its expression has the packaged version in it");
        }
        if (Circumstances.isGuarded(change.facts().purpose())) {
            return Assessment.unknown(nothing + " any more; whether upstream is safe without it, a person must see");
        }
        return Assessment.droppable(
                nothing + " any more",
                new Evidence(Evidence.Kind.SUPERSEDED, null, null, null, null, nothing + " any more"));
    }

    private static Assessment needed(EditedFiles edited, SedCommand command, VersionMention version) {
        String mention = version.in(command.expressions()) ? "; its expression has the packaged version in it" : "";
        return Assessment.needed(edited.changes() + mention);
    }

    private static String stops(List<String> missing) {
        return "sed stops the build: upstream has no " + Words.list(missing);
    }
}
