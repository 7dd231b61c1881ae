package dev.nearstream.delta.edit;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.CopyArguments;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Place;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.delta.shell.ShellCommand.Redirection;
import dev.nearstream.delta.shell.ShellWord;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the package's own files against those of upstream's that they are put over. Thread-safe. */
public final class OverlayAssessor implements Assessor {
    private static final int MAX_FILE = 8 << 20;
    /** They leave the mode of a file that is there as it was. */
    private static final Set<String> KEEPING_MODE = Set.of("cp", "cat");

    private final BuildTrees trees;

    /**
     * @param sed for edits of the same file before it; where it is empty they leave doubt
     */
    public OverlayAssessor(RecipeFiles recipes, Optional<SedProgram> sed) {
        this.trees = new BuildTrees(recipes, sed);
    }

    @Override
    public boolean takes(Delta delta) {
        return delta.facts().kind() == DeltaKind.OVERLAY && delta instanceof Delta.ShellChange;
    }

    @Override
    public Assessment assess(Delta delta, WorkspaceFiles workspace) {
        Delta.ShellChange change = (Delta.ShellChange) delta;
        Invocation run = change.run();
        boolean plain = run.exact().directoryKnown()
                && run.exact().words().stream().allMatch(word -> word.isKnown() && !word.isGlob());
        Optional<String> target = plain ? target(change, workspace) : Optional.empty();
        if (target.isEmpty()) {
            return Assessment.unknown("where it puts the file is only known to the build");
        }
        Optional<byte[]> own;
        try {
            own = trees.recipes().read(change.before().packageDirectory() + "/" + change.name(), MAX_FILE);
        } catch (IOException e) {
            return Assessment.unknown("the package's file cannot be read: " + e.getMessage());
        }
        if (own.isEmpty()) {
            return Assessment.unknown(change.name() + " is no single file of the package's");
        }
        return compare(
                run.program(),
                own.get(),
                target.get(),
                trees.at(change.before(), workspace).look(target.get()));
    }

    private static Assessment compare(String program, byte[] own, String path, Sight sight) {
        TreeEntry entry = sight.entry();
        if (entry == null) {
            return Assessment.needed("adds " + path + ", which upstream does not have");
        }
        if (!entry.kind().isFile()) {
            return Assessment.unknown("upstream's " + path + " is no plain file");
        }
        byte[] theirs = entry.content();
        if (theirs.length > MAX_FILE || FileEdit.isPointer(theirs)) {
            return Assessment.unknown("upstream's " + path + " is too large to compare");
        }
        if (!Arrays.equals(own, theirs)) {
            return Assessment.needed(
                    "differs from upstream's %s by %s".formatted(path, Words.lines(FileEdit.changed(theirs, own))));
        }
        String same = "upstream's " + path + " is the same, byte for byte";
        if (sight.doubt() != null) {
            return Assessment.unknown("%s, but %s may have changed it before".formatted(same, sight.doubt()));
        }
        return KEEPING_MODE.contains(program)
                ? Assessment.droppable(same, new Evidence(Evidence.Kind.SAME_CHANGE, null, null, null, null, same))
                : Assessment.unknown(same + ", but " + program + " may change its mode");
    }

    /** The path that the file comes to stand at; empty where the command's text does not settle it. */
    private static Optional<String> target(Delta.ShellChange change, WorkspaceFiles workspace) {
        Invocation run = change.run();
        List<String> words = run.exact().words().stream().map(ShellWord::text).toList();
        if (words.isEmpty() || !words.get(0).equals(run.program())) {
            return Optional.empty();
        }
        if (run.program().equals("cat")) {
            List<Redirection> writes =
                    run.redirections().stream().filter(Redirection::writes).toList();
            boolean plain = writes.size() == 1
                    && writes.get(0).operator().equals(">")
                    && writes.get(0).target().matches("[^$`*?\\[{~]+")
                    && run.operands().size() == 1;
            return plain ? source(run, writes.get(0).target()) : Optional.empty();
        }
        CopyArguments copy = CopyArguments.read(words.subList(1, words.size()));
        Optional<String> target = copy.target().isEmpty() ? Optional.empty() : source(run, copy.target());
        boolean directory = copy.target().endsWith("/")
                || copy.sources().size() > 1
                || target.flatMap(workspace::find)
                        .map(entry -> entry.kind().isDirectory())
                        .orElse(false);
        return directory
                ? target.map(path -> (path.isEmpty() ? "" : path + "/") + Footprint.name(change.name()))
                : target;
    }

    private static Optional<String> source(Invocation run, String word) {
        Place place = Place.of(run.directory(), word);
        return place.isSource() && !place.path().startsWith("$")
                ? Optional.of(place.path().equals(".") ? "" : place.path())
                : Optional.empty();
    }
}
