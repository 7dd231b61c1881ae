package dev.nearstream.report;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.FixedAdvisory;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.bump.RangeDiff;
import dev.nearstream.recipe.CommentRequest;
import dev.nearstream.recipe.Dependant;
import dev.nearstream.recipe.SecondProject;
import dev.nearstream.tracker.BumpScore;
import dev.nearstream.tracker.UpstreamChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request for a bump has to say.
 *
 * @param key finds the pull request again; stands invisibly in its text
 * @param upstream the URL of the repository whose releases were read, or null
 * @param changes between the two versions, or null where they are not known
 * @param refreshed by patch: old and new text; as many as could be read
 * @param advisories of what is dropped
 * @param score null where the package has none
 * @param staleEpochComment the comment behind {@code epoch:} that is of an earlier version, or null
 * @param requests of the comments in the recipe
 * @param secondProjects that nothing moves
 * @param shared whether dependants are to be built anew
 * @param dependants where {@code shared}
 * @param unresolved what of the recipe could not be brought to the new version, one line each: sums that are not known
 * @param verified what a configured command said of it, or null where none is configured
 * @param leaveAlone how the bot is asked to leave the package, beside closing the pull request: our words, in markdown
 */
public record BumpReport(
        String key,
        BumpPlan plan,
        @Nullable String upstream,
        @Nullable UpstreamChanges changes,
        List<Refreshed> refreshed,
        List<FixedAdvisory> advisories,
        @Nullable BumpScore score,
        @Nullable String staleEpochComment,
        List<CommentRequest> requests,
        List<SecondProject> secondProjects,
        boolean shared,
        List<Dependant> dependants,
        List<String> unresolved,
        @Nullable VerifyResult verified,
        String leaveAlone) {

    /** A patch's path and what became of its text. */
    public record Refreshed(String patch, RangeDiff diff) {}

    public BumpReport {
        refreshed = List.copyOf(refreshed);
        advisories = List.copyOf(advisories);
        requests = List.copyOf(requests);
        secondProjects = List.copyOf(secondProjects);
        dependants = List.copyOf(dependants);
        unresolved = List.copyOf(unresolved);
    }

    /** Whether a person must look before it may be merged: the pull request is a draft. */
    public boolean draft() {
        return plan.blocked() || !unresolved.isEmpty() || asks(CommentRequest.Kind.LOOK) || weak() || fails();
    }

    /** Whether the configured command does not pass it. */
    public boolean fails() {
        return verified != null && verified.failed();
    }

    /** Whether a comment asks for it. */
    public boolean asks(CommentRequest.Kind kind) {
        return requests.stream().anyMatch(request -> request.kind() == kind);
    }

    /** Whether something is dropped on evidence that does not carry alone. */
    public boolean weak() {
        return plan.patches().stream()
                .anyMatch(patch ->
                        patch.action() != PatchPlan.Action.KEEP && patch.confidence() == PatchPlan.Confidence.LOW);
    }
}
