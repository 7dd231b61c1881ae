package dev.nearstream.delta.edit;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.delta.shell.ShellWord;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs {@code uses: sed} steps on upstream's files, in memory. Such a step replaces each match of an extended regular
 * expression; where the pipeline looks for a match first, as Wolfi's {@code pipelines/sed.yaml} does by {@code grep}, one
 * that would replace nothing stops the build. Thread-safe.
 */
public final class SedStepAssessor implements Assessor {
    private static final String DELIMITERS = "/|#@,:;!%";

    private final BuildTrees trees;

    /**
     * @param sed empty where none is installed: nothing is known then
     */
    public SedStepAssessor(RecipeFiles recipes, Optional<SedProgram> sed) {
        this.trees = new BuildTrees(recipes, sed);
    }

    @Override
    public boolean takes(Delta delta) {
        return delta instanceof Delta.SedStep;
    }

    @Override
    public Assessment assess(Delta delta, WorkspaceFiles workspace) {
        Delta.SedStep edit = (Delta.SedStep) delta;
        SedProgram sed = trees.sed().orElse(null);
        PipelineStep step = edit.step();
        String pattern = input(step, "pattern");
        String replacement = input(step, "replacement");
        Optional<String> delimiter = Stream.of(DELIMITERS.split(""))
                .filter(one -> !pattern.contains(one) && !replacement.contains(one))
                .findFirst();
        if (sed == null) {
            return Assessment.unknown("no GNU sed is installed where Nearstream runs");
        }
        boolean plain = !pattern.isEmpty() && !pattern.contains("\n") && delimiter.isPresent();
        if (!plain || (pattern + replacement + input(step, "path")).contains("${{")) {
            return Assessment.unknown("what it replaces is only known to the build");
        }
        String d = delimiter.get();
        BuildTree tree = trees.at(edit.before(), workspace);
        Targets targets = Targets.of(step.workingDirectory(), words(input(step, "path")), workspace);
        List<String> paths = new ArrayList<>(targets.paths());
        paths.addAll(targets.patterns());
        EditedFiles edited =
                EditedFiles.of(sed, List.of("-E", "-e", "s" + d + pattern + d + replacement + d + "g"), paths, tree);
        VersionMention version = new VersionMention(edit.before().version());
        Circumstances circumstances = Circumstances.of(step.condition());
        String doubt = targets.problem() == null ? edited.doubt() : targets.problem();
        if (!edited.missing().isEmpty() && !version.in(edited.missing()) && circumstances.mild() == null) {
            return Assessment.broken("the step stops the build: upstream has no " + Words.list(edited.missing()));
        }
        if (!edited.changed().isEmpty()) {
            return Assessment.needed(edited.changes());
        }
        if (doubt != null || !edited.missing().isEmpty()) {
            return Assessment.unknown(doubt == null ? "upstream has no " + Words.list(edited.missing()) : doubt);
        }
        boolean matches = edited.unchanged().stream()
                .anyMatch(path -> matches(sed, "\\" + d + pattern + d + "p", tree.look(path)));
        return idle(edit, matches, edited.unchanged(), version.in(pattern), circumstances);
    }

    /** A replacement may be what stands there already: nothing changes, and the pattern is found all the same. */
    private static boolean matches(SedProgram sed, String print, Sight sight) {
        return sight.entry() != null
                && sed.run(List.of("-n", "-E", "-e", print), sight.entry().content(), "C.UTF-8")
                                .output()
                                .length
                        > 0;
    }

    private static Assessment idle(
            Delta.SedStep edit,
            boolean matches,
            List<String> files,
            boolean mentionsVersion,
            Circumstances circumstances) {
        PipelineStep step = edit.step();
        String nothing = "replaces nothing in " + Words.list(files);
        if (mentionsVersion) {
            return Assessment.unknown(nothing + ", but its pattern has the packaged version in it");
        }
        boolean guarded = !matches && step.steps().stream().anyMatch(SedStepAssessor::looksFirst);
        if (guarded) {
            return circumstances.mild() == null
                    ? Assessment.broken("the step stops the build, since it " + nothing)
                    : Assessment.unknown(nothing + ", but " + circumstances.mild());
        }
        if (Circumstances.isGuarded(edit.facts().purpose())) {
            return Assessment.unknown(nothing + "; whether upstream is safe without it, a person must see");
        }
        return !matches && step.steps().isEmpty()
                ? Assessment.unknown(nothing + "; whether the step stops the build is not known")
                : Assessment.droppable(
                        nothing + " any more",
                        new Evidence(Evidence.Kind.SUPERSEDED, null, null, null, null, nothing + " any more"));
    }

    private static boolean looksFirst(PipelineStep step) {
        Text script = step.runs();
        return script != null && script.value().contains("grep");
    }

    private static List<ShellWord> words(String path) {
        return Stream.of(path.strip().split("\\s+"))
                .map(word -> Globs.isPattern(word) ? new ShellWord(word, word, null) : ShellWord.of(word))
                .toList();
    }

    private static String input(PipelineStep step, String key) {
        return step.input(key).map(Text::value).orElse("");
    }
}
