package dev.nearstream.recipe;

import dev.nearstream.recipe.Checkout.CherryPick;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the checkouts, fetches and patch steps among a recipe's steps, nested ones included. */
final class SourceReader {
    private final PatchStepReader patches;
    private final List<RecipeProblem> problems;
    private final List<Checkout> checkouts = new ArrayList<>();
    private final List<Fetch> fetches = new ArrayList<>();
    private final List<PatchStep> patchSteps = new ArrayList<>();

    SourceReader(PatchStepReader patches, List<RecipeProblem> problems) {
        this.patches = patches;
        this.problems = problems;
    }

    List<Checkout> checkouts() {
        return checkouts;
    }

    List<Fetch> fetches() {
        return fetches;
    }

    List<PatchStep> patchSteps() {
        return patchSteps;
    }

    void read(List<PipelineStep> steps) throws IOException {
        for (PipelineStep step : steps) {
            if (step.calls("git-checkout")) {
                checkout(step);
            } else if (step.calls("fetch")) {
                fetch(step);
            } else if (step.calls("patch")) {
                patchSteps.add(patches.patch(step));
            } else if (step.calls("git-am")) {
                patchSteps.add(patches.gitAm(step));
            }
            read(step.steps());
        }
    }

    private void checkout(PipelineStep step) {
        Optional<Text> repository = given(step, "repository");
        if (repository.isEmpty()) {
            problems.add(new RecipeProblem(step.at(), "a git-checkout needs a repository"));
            return;
        }
        checkouts.add(new Checkout(
                step,
                repository.get(),
                orNull(given(step, "tag")),
                orNull(given(step, "branch")),
                orNull(given(step, "expected-commit")),
                directory(step, "destination"),
                given(step, "recurse-submodules")
                        .filter(text -> text.value().equals("true"))
                        .isPresent(),
                given(step, "cherry-picks").map(this::picks).orElse(List.of())));
    }

    private List<CherryPick> picks(Text text) {
        List<CherryPick> picks = new ArrayList<>();
        for (Words line : Words.lines(text)) {
            int hash = line.text().indexOf('#');
            String entry = (hash < 0 ? line.text() : line.text().substring(0, hash)).strip();
            if (entry.isEmpty()) {
                continue;
            }
            int colon = entry.indexOf(':');
            String commit = (colon < 0 ? entry : entry.substring(0, colon)).strip();
            String comment = colon < 0 ? "" : entry.substring(colon + 1).strip();
            if (comment.isEmpty()) {
                problems.add(new RecipeProblem(
                        line.at(), "the cherry-pick " + commit + " lacks its comment; write [branch/]hash: comment"));
            }
            int slash = commit.lastIndexOf('/');
            picks.add(new CherryPick(
                    line.at(), slash < 0 ? null : commit.substring(0, slash), commit.substring(slash + 1), comment));
        }
        return picks;
    }

    private void fetch(PipelineStep step) {
        Optional<Text> uri = given(step, "uri");
        if (uri.isEmpty()) {
            problems.add(new RecipeProblem(step.at(), "a fetch needs a uri"));
            return;
        }
        fetches.add(new Fetch(
                step,
                uri.get(),
                orNull(given(step, "expected-sha256")),
                orNull(given(step, "expected-sha512")),
                Numbers.read(step.input("strip-components"), "strip-components", 1, problems),
                directory(step, "directory"),
                given(step, "extract")
                        .filter(text -> text.value().equals("false"))
                        .isEmpty()));
    }

    private static Optional<Text> given(PipelineStep step, String input) {
        return step.input(input).filter(text -> !text.value().isBlank());
    }

    private static String directory(PipelineStep step, String input) {
        return Workspace.resolve(
                        step.workingDirectory(),
                        given(step, input).map(text -> text.value().strip()).orElse("."))
                .orElse(".");
    }

    private static @Nullable Text orNull(Optional<Text> text) {
        return text.orElse(null);
    }
}
