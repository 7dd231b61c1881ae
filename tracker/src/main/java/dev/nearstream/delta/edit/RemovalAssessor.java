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

/** Looks whether what a recipe removes is still there. Thread-safe. */
public final class RemovalAssessor implements Assessor {
    private final BuildTrees trees;

    /**
     * @param sed for edits before it; where it is empty they leave doubt
     */
    public RemovalAssessor(RecipeFiles recipes, Optional<SedProgram> sed) {
        this.trees = new BuildTrees(recipes, sed);
    }

    @Override
    public boolean takes(Delta delta) {
        return delta.facts().kind() == DeltaKind.REMOVAL && delta instanceof Delta.ShellChange;
    }

    @Override
    public Assessment assess(Delta delta, WorkspaceFiles workspace) {
        Delta.ShellChange change = (Delta.ShellChange) delta;
        ExactCommand exact = change.run().exact();
        if (!exact.directoryKnown()) {
            return Assessment.unknown("the directory that it runs in is only known to the build");
        }
        List<ShellWord> words = exact.words();
        String name = words.isEmpty() ? "" : words.get(0).text();
        BuildTree tree = trees.at(change.before(), workspace);
        return switch (name) {
            case "rm", "unlink" -> named(change, words.subList(1, words.size()), tree);
            case "find" -> found(change, FindQuery.read(words.subList(1, words.size())), tree);
            default ->
                Assessment.unknown("it runs behind %s, which is not followed"
                        .formatted(name.isEmpty() ? "another program" : name));
        };
    }

    private static Assessment named(Delta.ShellChange change, List<ShellWord> words, BuildTree tree) {
        List<ShellWord> operands = words.stream()
                .filter(word -> !word.isKnown() || !word.text().startsWith("-"))
                .toList();
        boolean force = words.stream().anyMatch(word -> word.text().matches("-[a-zA-Z]*f[a-zA-Z]*|--force"));
        Targets targets = Targets.of(change.run().directory(), operands, tree.workspace());
        List<String> there = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        String doubt = targets.problem();
        List<String> paths = new ArrayList<>(targets.paths());
        paths.addAll(targets.patterns());
        for (String path : paths) {
            Sight sight = tree.look(path);
            if (sight.entry() != null) {
                there.add(path);
            } else if (sight.doubt() == null) {
                gone.add(path);
            } else if (doubt == null) {
                doubt = "upstream has no %s, which may come from %s".formatted(path, sight.doubt());
            }
        }
        boolean stops = !force
                && !gone.isEmpty()
                && targets.problem() == null
                && Circumstances.of(change).mild() == null
                && !new VersionMention(change.before().version()).in(gone);
        if (stops) {
            return Assessment.broken("rm stops the build: upstream has no " + Words.list(gone));
        }
        if (!there.isEmpty()) {
            String rest = gone.isEmpty() ? "" : "; upstream has no " + Words.list(gone);
            return Assessment.needed("removes " + Words.list(there) + rest);
        }
        return idle(change, "upstream has no " + Words.list(gone), gone, doubt);
    }

    private static Assessment found(Delta.ShellChange change, FindQuery find, BuildTree tree) {
        List<ShellWord> command = find.command();
        boolean removes = command.isEmpty()
                || (command.get(0).text().equals("rm")
                        && command.stream()
                                .skip(1)
                                .allMatch(word -> word.isKnown() && word.text().startsWith("-")));
        if (find.problem() != null || !removes) {
            return Assessment.unknown(find.problem() == null ? "its find runs no plain rm" : find.problem());
        }
        FindQuery.Found found = find.walk(change.run().directory(), tree.workspace());
        if (!found.paths().isEmpty()) {
            return Assessment.needed("removes " + Words.list(found.paths()));
        }
        String doubt = found.problem();
        String maker = tree.mayHaveMade(find.name());
        if (doubt == null && maker != null) {
            doubt = "upstream has no file named %s, which may come from %s".formatted(find.name(), maker);
        }
        return idle(change, "upstream has no file named " + find.name(), List.of(find.name()), doubt);
    }

    private static Assessment idle(
            Delta.ShellChange change, String nothing, List<String> names, @Nullable String doubt) {
        if (doubt != null) {
            return Assessment.unknown(doubt);
        }
        if (new VersionMention(change.before().version()).in(names)) {
            return Assessment.unknown(nothing + ", but the name has the packaged version in it");
        }
        if (Circumstances.isGuarded(change.facts().purpose())) {
            return Assessment.unknown(nothing + "; whether upstream is safe without it, a person must see");
        }
        return names.isEmpty()
                ? Assessment.unknown("it names no file")
                : Assessment.droppable(
                        nothing, new Evidence(Evidence.Kind.SUPERSEDED, null, null, null, null, nothing));
    }
}
