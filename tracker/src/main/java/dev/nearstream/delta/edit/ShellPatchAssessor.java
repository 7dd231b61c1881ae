package dev.nearstream.delta.edit;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.Place;
import dev.nearstream.delta.ReverseProof;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.VerdictCache;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.Fit;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Holds patches of the package's that a script applies or reverts against upstream's tree. Thread-safe. */
public final class ShellPatchAssessor implements Assessor {
    private final BuildTrees trees;

    /**
     * @param sed for edits before it; where it is empty they leave doubt
     */
    public ShellPatchAssessor(RecipeFiles recipes, Optional<SedProgram> sed) {
        this.trees = new BuildTrees(recipes, sed);
    }

    @Override
    public boolean takes(Delta delta) {
        return delta.facts().kind() == DeltaKind.SHELL_PATCH && delta instanceof Delta.ShellChange;
    }

    @Override
    public Assessment assess(Delta delta, WorkspaceFiles workspace) {
        Delta.ShellChange change = (Delta.ShellChange) delta;
        PatchCommand command = PatchCommand.read(change.run());
        if (command.problem() != null) {
            return Assessment.unknown(command.problem());
        }
        Place file = Place.of(command.fileFrom(), command.file());
        Place directory = Place.of(change.run().directory(), command.directory().isEmpty() ? "." : command.directory());
        boolean plain = change.run().exact().directoryKnown() && file.isSource() && directory.isSource();
        if (!plain) {
            return Assessment.unknown("which patch it applies, and where, is only known to the build");
        }
        Optional<byte[]> bytes;
        try {
            bytes = trees.recipes().read(change.before().packageDirectory() + "/" + file.path(), PatchParser.MAX_BYTES);
        } catch (IOException e) {
            return Assessment.unknown("the patch file cannot be read: " + e.getMessage());
        }
        if (bytes.isEmpty()) {
            return Assessment.unknown(file.path() + " is no file of the package's");
        }
        AtomicReference<@Nullable String> doubt = new AtomicReference<>();
        PatchTree tree = seenFrom(directory.path(), trees.at(change.before(), workspace), doubt);
        Assessment found = command.reverse()
                ? reverse(command, bytes.get(), tree)
                : forward(command, file.path(), bytes.get(), tree);
        return settle(found, doubt.get(), change);
    }

    /** What may be otherwise in the build is not known. */
    private static Assessment settle(Assessment found, @Nullable String doubt, Delta.ShellChange change) {
        boolean firm = found.state() == Assessment.State.DROPPABLE || found.state() == Assessment.State.BROKEN;
        if (firm && doubt != null) {
            return Assessment.unknown("%s, but %s may have changed its files before".formatted(found.reason(), doubt));
        }
        String mild = Circumstances.of(change).mild();
        return found.state() == Assessment.State.BROKEN && mild != null
                ? Assessment.unknown(found.reason() + ", but " + mild)
                : found;
    }

    private static PatchTree seenFrom(String directory, BuildTree tree, AtomicReference<@Nullable String> doubt) {
        String prefix = directory.equals(".") ? "" : directory;
        return path -> {
            String slash = prefix.isEmpty() || path.isEmpty() ? "" : "/";
            Sight sight = tree.look(prefix + slash + path);
            boolean content = sight.entry() == null || sight.entry().kind().isFile();
            if (content && sight.doubt() != null) {
                doubt.compareAndSet(null, sight.doubt());
            }
            return Optional.ofNullable(sight.entry());
        };
    }

    private static Assessment forward(PatchCommand command, String path, byte[] bytes, PatchTree tree) {
        SeriesPatch patch = new SeriesPatch(path, bytes, command.strip(), command.fuzz());
        Verdict verdict = new PatchAssessor(VerdictCache.none())
                .assess(List.of(patch), tree, "")
                .get(0);
        if (verdict instanceof Verdict.Applies applies) {
            return Assessment.needed("the patch applies, " + applies.how().label());
        }
        if (verdict instanceof Verdict.Upstream upstream && !upstream.evidence().isEmpty()) {
            Optional<Evidence> doubt = ReverseProof.doubt(PatchParser.parse(bytes), command.strip(), tree);
            if (doubt.isPresent()) {
                return Assessment.broken(
                        "the patch does not apply; " + doubt.get().detail());
            }
            return new Assessment(
                    Assessment.State.DROPPABLE,
                    "upstream has the patch: " + upstream.evidence().get(0).detail(),
                    upstream.evidence());
        }
        return verdict instanceof Verdict.Unreadable
                ? Assessment.unknown("the patch cannot be read: " + verdict.problem())
                : Assessment.broken("the patch does not apply: " + verdict.label());
    }

    /** Reverting is needed while upstream has the change; where the change applies, upstream does not have it. */
    private static Assessment reverse(PatchCommand command, byte[] bytes, PatchTree tree) {
        Patch patch = PatchParser.parse(bytes);
        PatchEngine engine = new PatchEngine(new PatchOptions(command.strip(), command.fuzz()));
        PatchResult reversed = engine.applyReversed(patch, tree);
        if (reversed.outcome() == PatchResult.Outcome.APPLIES) {
            return Assessment.needed("upstream still has what the patch reverts");
        }
        if (reversed.outcome() == PatchResult.Outcome.UNREADABLE) {
            return Assessment.unknown("the patch cannot be read");
        }
        PatchResult forward = engine.apply(patch, tree);
        if (forward.outcome() == PatchResult.Outcome.APPLIES && forward.how() != Fit.FUZZ && forward.hunks() > 0) {
            String gone = "upstream does not have what the patch reverts: it applies forward";
            return Assessment.droppable(
                    gone, new Evidence(Evidence.Kind.REVERSE_APPLIES, null, null, null, null, gone));
        }
        return Assessment.broken("the patch cannot be reverted");
    }
}
