package dev.nearstream.delta;

import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.PatchStep;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Position;
import org.jspecify.annotations.Nullable;

/** One local change of a package against its upstream, as the recipe declares it. */
public sealed interface Delta {

    /**
     * What every delta tells.
     *
     * @param id kind + {@code :} + name; unique in the recipe, stable when lines move
     * @param where the place in the recipe tree that declares it
     * @param size files and lines; 0 where the recipe alone cannot tell
     * @param declaredStatus the claim of a patch's header ({@code Upstream-Status}, {@code Forwarded} …), or null
     * @param reason why it is carried, as far as the patch and the recipe state it, or null
     */
    record Facts(
            DeltaKind kind,
            String id,
            Position where,
            Size size,
            Purpose purpose,
            @Nullable String declaredStatus,
            @Nullable Reason reason) {

        /** Of a delta without a stated reason. */
        public Facts(
                DeltaKind kind,
                String id,
                Position where,
                Size size,
                Purpose purpose,
                @Nullable String declaredStatus) {
            this(kind, id, where, size, purpose, declaredStatus, null);
        }
    }

    /** Files touched, lines added and removed; 0 where the recipe alone cannot tell. */
    record Size(int files, int addedLines, int removedLines) {
        public static final Size NONE = new Size(0, 0, 0);

        /** Whether the recipe alone tells which files are touched. */
        public boolean filesKnown() {
            return files > 0;
        }

        /** Whether it tells the lines too: a patch's hunks do, and may be none; another kind's are known if there. */
        public boolean linesKnown(DeltaKind kind) {
            return filesKnown() && (kind == DeltaKind.PATCH || addedLines + removedLines > 0);
        }
    }

    Facts facts();

    /**
     * A patch that a step applies.
     *
     * @param path in the recipe tree
     * @param directory where it is applied, relative to {@code /home/build}
     * @param contentHash SHA-256 of the file, hexadecimal; equal for copies in several streams
     * @param family the same for equal and nearly equal copies, hexadecimal
     */
    record PatchFile(
            Facts facts,
            PatchStep step,
            String path,
            int strip,
            int fuzz,
            String directory,
            String contentHash,
            String family)
            implements Delta {

        /** Of a patch whose copies are its equals. */
        public PatchFile(
                Facts facts, PatchStep step, String path, int strip, int fuzz, String directory, String contentHash) {
            this(facts, step, path, strip, fuzz, directory, contentHash, contentHash);
        }
    }

    /** A commit picked by a {@code git-checkout}. */
    record CherryPick(Facts facts, Checkout checkout, Checkout.CherryPick pick) implements Delta {}

    /**
     * A change that a command of a script makes: an inline edit, an overlay, a removal, a skipped test, a patch in shell.
     *
     * @param text the command, for a reader
     * @param name the first of the paths that it is about, as written; an overlay's, in the package's directory
     * @param run the program's run; where it is behind {@code find} or {@code xargs}, that of the inner program
     * @param step whose script it is: of the recipe, or of one of the distribution's own pipelines
     * @param before what the build does before it
     */
    record ShellChange(Facts facts, String text, String name, Invocation run, PipelineStep step, BuildCourse before)
            implements Delta {}

    /**
     * An inline edit by a {@code uses: sed} step.
     *
     * @param text what it replaces, for a reader
     * @param before what the build does before it
     */
    record SedStep(Facts facts, String text, PipelineStep step, BuildCourse before) implements Delta {}

    /**
     * A dependency that a bump pipeline or a shell command holds at a version; the kind is in the facts. One whose text
     * does not tell what it holds is {@link Declared}.
     *
     * @param text the pin as written
     * @param around what else the recipe does that may bring dependencies in
     */
    record DependencyBump(Facts facts, String text, DependencyPin pin, PinSurroundings around) implements Delta {}

    /**
     * A change known by its text alone; the kind is in the facts.
     *
     * @param text the pin, command, flag, path or revision
     */
    record Declared(Facts facts, String text) implements Delta {}
}
