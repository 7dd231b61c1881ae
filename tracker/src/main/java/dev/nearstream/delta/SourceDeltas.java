package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Facts;
import dev.nearstream.delta.Delta.Size;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.PatchStep;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A recipe's patches, cherry-picks and snapshot. */
final class SourceDeltas {
    private final Recipe recipe;
    private final PatchFiles patches;
    private final BlockLines lines;
    private final DeltaList deltas;
    private final List<RecipeProblem> problems = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    SourceDeltas(Recipe recipe, PatchFiles patches, BlockLines lines, DeltaList deltas) {
        this.recipe = recipe;
        this.patches = patches;
        this.lines = lines;
        this.deltas = deltas;
    }

    List<RecipeProblem> problems() {
        return problems;
    }

    void find() {
        snapshot();
        for (Checkout checkout : recipe.checkouts()) {
            for (Checkout.CherryPick pick : checkout.cherryPicks()) {
                if (seen.add(List.of(pick.at(), pick.commit()))) {
                    pick(checkout, pick);
                }
            }
        }
        for (PatchStep step : recipe.patchSteps()) {
            for (PatchStep.PatchName name : step.patches()) {
                String path = name.path();
                if (path != null && seen.add(List.of(step.step().at(), name.at(), path))) {
                    patch(step, name, path);
                }
            }
        }
    }

    private void snapshot() {
        recipe.checkouts().stream()
                .filter(checkout -> checkout.step().subpackage().isEmpty())
                .findFirst()
                .filter(checkout -> checkout.tag() == null)
                .ifPresent(checkout -> {
                    String commit = checkout.expectedCommit() == null
                            ? ""
                            : checkout.expectedCommit().value();
                    String branch =
                            checkout.branch() == null ? "" : checkout.branch().value();
                    deltas.declare(
                            checkout.step().at().line(),
                            DeltaKind.SNAPSHOT,
                            repositoryName(checkout.repository().value()),
                            checkout.repository().at(),
                            Size.NONE,
                            Purpose.UNKNOWN,
                            commit.isEmpty() ? branch : commit);
                });
    }

    private static String repositoryName(String url) {
        String path = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".git") ? name.substring(0, name.length() - 4) : name;
    }

    private void pick(Checkout checkout, Checkout.CherryPick pick) {
        boolean hash = pick.commit().matches("[0-9a-fA-F]{12,64}");
        String name = hash ? pick.commit().substring(0, 12) : pick.commit();
        Purpose purpose = Purposes.of(Purpose.UNKNOWN, pick.comment());
        String id = deltas.id(DeltaKind.CHERRY_PICK, name, checkout.directory());
        Reason reason = pick.comment().isBlank()
                ? null
                : new Reason(HeaderReason.shortened(pick.comment()), Reason.Source.RECIPE);
        Facts facts = new Facts(DeltaKind.CHERRY_PICK, id, pick.at(), Size.NONE, purpose, null, reason);
        deltas.add(pick.at().line(), new Delta.CherryPick(facts, checkout, pick));
    }

    private void patch(PatchStep step, PatchStep.PatchName name, String path) {
        int line =
                step.step().at().file().equals(recipe.file()) ? step.step().at().line() : 1;
        PatchFacts facts;
        try {
            Optional<PatchFacts> read = patches.find(path);
            if (read.isEmpty()) {
                problems.add(new RecipeProblem(
                        name.at(), "the patch file " + path + " is not there; add it, or take it out of the step"));
                return;
            }
            facts = read.get();
        } catch (IOException e) {
            problems.add(new RecipeProblem(name.at(), "the patch file cannot be read: " + e.getMessage()));
            return;
        }
        if (facts.problem() != null) {
            problems.add(new RecipeProblem(name.at(), "the patch file " + path + ": " + facts.problem()));
        }
        String written = path.substring(path.lastIndexOf('/') + 1);
        PatchComments comments = PatchComments.of(step, name, lines);
        PatchPurpose told = PatchPurpose.of(facts, written, comments.beside(), comments.around());
        String id = deltas.id(DeltaKind.PATCH, written, step.directory());
        deltas.add(
                line,
                new Delta.PatchFile(
                        new Facts(
                                DeltaKind.PATCH,
                                id,
                                name.at(),
                                facts.size(),
                                told.purpose(),
                                facts.declaredStatus(),
                                told.reason()),
                        step,
                        path,
                        step.strip(),
                        step.fuzz(),
                        step.directory(),
                        facts.contentHash(),
                        facts.family()));
    }
}
