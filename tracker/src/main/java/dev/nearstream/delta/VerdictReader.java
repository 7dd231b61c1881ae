package dev.nearstream.delta;

import dev.nearstream.patch.Fit;
import dev.nearstream.patch.Hunk;
import dev.nearstream.patch.HunkResult;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the engine's result as a verdict. */
public final class VerdictReader {
    /** Nobody reads the details of more failed hunks of one patch, and each looks through its file. */
    private static final int MAX_DETAILED = 100;

    private final Patch patch;
    private final PatchTree tree;
    private final PatchEngine engine;
    private int detailed;

    VerdictReader(Patch patch, PatchTree tree, PatchEngine engine) {
        this.patch = patch;
        this.tree = tree;
        this.engine = engine;
    }

    /**
     * The verdict.
     *
     * @param tree the one that the patch was held against
     * @param result what the engine said of it
     */
    public static Verdict of(Patch patch, PatchTree tree, PatchEngine engine, PatchResult result) {
        return new VerdictReader(patch, tree, engine).read(result);
    }

    Verdict read(PatchResult result) {
        return switch (result.outcome()) {
            case UNREADABLE -> {
                String problem = result.problem();
                yield new Verdict.Unreadable(problem == null ? "no valid patch is in it" : problem);
            }
            case APPLIES -> new Verdict.Applies(how(result.how()), files(result), alreadyThere());
            case UPSTREAM ->
                new Verdict.Upstream(files(result), List.of(reverse(allOf(result.hunks()) + " in reverse")));
            case CONFLICTS ->
                result.upstreamHunks() == 0
                        ? new Verdict.Conflicts(files(result), List.of())
                        : new Verdict.PartlyUpstream(
                                files(result),
                                List.of(reverse("%d of %d hunks %s in reverse"
                                        .formatted(
                                                result.upstreamHunks(),
                                                result.hunks(),
                                                result.upstreamHunks() == 1 ? "applies" : "apply"))));
        };
    }

    /** A patch that applies forward although its text stands there already, as one that only adds lines may. */
    private List<Evidence> alreadyThere() {
        try {
            boolean there = patch.addedLines() > 0
                    && engine.applyReversed(patch, tree).outcome() == PatchResult.Outcome.APPLIES;
            return there
                    ? List.of(reverse("its text already stands there, and it applies once more all the same"))
                    : List.of();
        } catch (UnreadableFileException e) {
            return List.of();
        }
    }

    private static String allOf(int hunks) {
        return switch (hunks) {
            case 0 -> "it applies";
            case 1 -> "its one hunk applies";
            case 2 -> "both hunks apply";
            default -> "all " + hunks + " hunks apply";
        };
    }

    private static Evidence reverse(String detail) {
        return new Evidence(Evidence.Kind.REVERSE_APPLIES, null, null, null, null, detail);
    }

    private List<Verdict.FileResult> files(PatchResult result) {
        List<Verdict.FileResult> files = new ArrayList<>();
        for (int i = 0; i < result.files().size(); i++) {
            dev.nearstream.patch.FileResult file = result.files().get(i);
            List<Verdict.Hunk> hunks = new ArrayList<>();
            for (int j = 0; j < file.hunks().size(); j++) {
                hunks.add(hunk(
                        file, file.hunks().get(j), patch.files().get(i).hunks().get(j)));
            }
            files.add(new Verdict.FileResult(file.path(), hunks));
        }
        return files;
    }

    private Verdict.Hunk hunk(dev.nearstream.patch.FileResult file, HunkResult result, Hunk hunk) {
        boolean applied = result.result() == HunkResult.Result.APPLIED;
        return new Verdict.Hunk(
                number(hunk.oldStart()),
                Verdict.HunkResult.valueOf(result.result().name()),
                applied ? number(result.offset()) : 0,
                applied ? result.fuzz() : 0,
                result.result() == HunkResult.Result.FAILED && detailed++ < MAX_DETAILED ? detail(file, hunk) : "");
    }

    private String detail(dev.nearstream.patch.FileResult file, Hunk hunk) {
        @Nullable String problem = file.problem();
        if (problem != null) {
            return problem;
        }
        try {
            return tree.find(file.path())
                    .filter(entry -> entry.kind().isFile())
                    .map(entry -> NearestPlace.of(hunk, entry.content()).describe())
                    .orElse("there is no such file");
        } catch (UnreadableFileException e) {
            return "the file cannot be read: " + e.reason();
        }
    }

    private static Verdict.How how(Fit fit) {
        return Verdict.How.valueOf(fit.name());
    }

    private static int number(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
