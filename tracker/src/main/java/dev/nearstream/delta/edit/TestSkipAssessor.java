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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether tests that pytest is told to leave out ({@code --deselect file::name}) are still there. Where all tests
 * are switched off, nothing names what to look for. Thread-safe.
 */
public final class TestSkipAssessor implements Assessor {
    private static final String OPTION = "--deselect";

    private final BuildTrees trees;

    /**
     * @param sed for edits before it; where it is empty they leave doubt
     */
    public TestSkipAssessor(RecipeFiles recipes, Optional<SedProgram> sed) {
        this.trees = new BuildTrees(recipes, sed);
    }

    @Override
    public boolean takes(Delta delta) {
        return delta.facts().kind() == DeltaKind.TEST_SKIP && delta instanceof Delta.ShellChange;
    }

    @Override
    public Assessment assess(Delta delta, WorkspaceFiles workspace) {
        Delta.ShellChange change = (Delta.ShellChange) delta;
        ExactCommand exact = change.run().exact();
        List<ShellWord> tests = deselected(exact.words());
        if (tests.isEmpty()) {
            return Assessment.unknown("it names no test file: whether its tests would pass shows only in a build");
        }
        if (!exact.directoryKnown()) {
            return Assessment.unknown("the directory that it runs in is only known to the build");
        }
        BuildTree tree = trees.at(change.before(), workspace);
        List<ShellWord> files = tests.stream()
                .map(word -> word.isKnown() ? ShellWord.of(before(word.text(), "::")) : word)
                .toList();
        Targets targets = Targets.of(change.run().directory(), files, workspace);
        if (targets.problem() != null) {
            return Assessment.unknown(targets.problem());
        }
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < targets.paths().size(); i++) {
            String path = targets.paths().get(i);
            Sight sight = tree.look(path);
            if (sight.entry() == null && sight.doubt() == null) {
                gone.add(path);
                continue;
            }
            String name = name(tests.get(i).text());
            boolean stands = sight.entry() != null
                    && sight.entry().kind().isFile()
                    && new String(sight.entry().content(), StandardCharsets.UTF_8).contains(name);
            return stands
                    ? Assessment.needed("%s still has %s".formatted(path, name.isEmpty() ? "tests" : name))
                    : Assessment.unknown(
                            "%s does not name %s, which may be inherited or made by the build".formatted(path, name));
        }
        if (new VersionMention(change.before().version()).in(gone)) {
            return Assessment.unknown("the name of a file that is gone has the packaged version in it");
        }
        String nothing = "upstream has no " + Words.list(gone);
        return Assessment.droppable(nothing, new Evidence(Evidence.Kind.SUPERSEDED, null, null, null, null, nothing));
    }

    private static List<ShellWord> deselected(List<ShellWord> words) {
        List<ShellWord> tests = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String text = words.get(at).text();
            if (text.equals(OPTION) && at + 1 < words.size()) {
                tests.add(words.get(++at));
            } else if (text.startsWith(OPTION + "=")) {
                tests.add(ShellWord.of(text.substring(OPTION.length() + 1)));
            }
        }
        return tests;
    }

    /** {@code test_b} of {@code tests/a.py::TestA::test_b[1]}; empty where a whole file is meant. */
    private static String name(String test) {
        int colons = test.lastIndexOf("::");
        return colons < 0 ? "" : before(test.substring(colons + 2), "[");
    }

    private static String before(String text, String end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
