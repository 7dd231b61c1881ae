package dev.nearstream.pull;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.Verdict;
import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.release.BumpTarget;
import dev.nearstream.release.Listing;
import dev.nearstream.release.RecipeReleases;
import dev.nearstream.release.ReleaseStanding;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestRecord.Bump;
import dev.nearstream.tracker.Upstreams;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a night's outcomes make the bot wish for: a bump where a newer release may be gone to, else a rebuild without the
 * patches that upstream has.
 *
 * @param all the most urgent first: by avoidable points, then by days behind
 * @param considered packages whose standing is known: what is open of them and not wished for is superseded
 * @param held what is not proposed for a rule's sake
 */
public record Wishes(List<Wish> all, Set<String> considered, List<PullLine> held) {

    public Wishes {
        all = List.copyOf(all);
        considered = Set.copyOf(considered);
        held = List.copyOf(held);
    }

    /** When a package was last brought to another version, or is on its way to one; empty where that is not known. */
    public interface LastBump {
        Optional<Instant> of(Recipe recipe) throws IOException;
    }

    /** Those of a run over these recipes, whose upstreams have been read in it. */
    public static Wishes of(
            Collection<Outcome> outcomes,
            Collection<RecipeDeltas> recipes,
            Upstreams upstreams,
            LastBump lastBump,
            Instant now)
            throws IOException {
        Map<String, RecipeDeltas> byName = new HashMap<>();
        recipes.forEach(of -> byName.put(of.recipe().name().value(), of));
        List<Wish> wishes = new ArrayList<>();
        Set<String> considered = new HashSet<>();
        List<PullLine> held = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            RecipeDeltas deltas = byName.get(outcome.packageName());
            if (outcome instanceof Outcome.Tracked tracked && deltas != null) {
                try {
                    if (add(tracked, deltas, upstreams, lastBump, now, wishes, held)) {
                        considered.add(tracked.packageName());
                    }
                } catch (UpstreamException e) {
                    held.add(line(tracked, Deed.FAILED, String.valueOf(e.getMessage())));
                }
            }
        }
        wishes.sort(Comparator.comparingDouble(Wishes::avoidable)
                .reversed()
                .thenComparing(wish -> firstMissed(wish.outcome()))
                .thenComparing(wish -> wish.bump().packageName()));
        return new Wishes(wishes, considered, held);
    }

    /** @return false where its schedule lets it wait: what is open of it waits too */
    private static boolean add(
            Outcome.Tracked outcome,
            RecipeDeltas deltas,
            Upstreams upstreams,
            LastBump lastBump,
            Instant now,
            List<Wish> wishes,
            List<PullLine> held)
            throws UpstreamException, IOException {
        boolean behind = outcome.lag().releases() > 0;
        if (behind) {
            Recipe recipe = deltas.recipe();
            RecipeReleases releases = new RecipeReleases(recipe, upstreams.releases());
            Listing listing = releases.list();
            ReleaseStanding standing = releases.standing(listing, null, now);
            Instant last = recipe.update().schedule() == null
                    ? null
                    : lastBump.of(recipe).orElse(null);
            BumpTarget target =
                    BumpTarget.of(recipe, standing, upstreams.releases().policy(), now, last);
            if (target instanceof BumpTarget.Propose propose) {
                String to = propose.release().version().text();
                wishes.add(new Wish(outcome, deltas, bump(outcome, to), false, propose.shared()));
                return true;
            }
            BumpTarget.Hold hold = (BumpTarget.Hold) target;
            held.add(line(outcome, Deed.LEFT, hold.reason()));
            if (hold.until() != null) {
                return false;
            }
        }
        if (outcome.deltas().stream().anyMatch(delta -> isTaken(delta, deltas))) {
            wishes.add(new Wish(outcome, deltas, bump(outcome, outcome.version()), true, false));
        }
        return true;
    }

    /** Whether upstream has it at the packaged version already, and an edit could take it out. */
    private static boolean isTaken(AssessedDelta delta, RecipeDeltas deltas) {
        return delta.now() instanceof Verdict.Upstream
                && !delta.decided()
                && deltas.deltas().stream()
                        .filter(one -> one.facts().id().equals(delta.id()))
                        .anyMatch(one -> one instanceof Delta.PatchFile || one instanceof Delta.DependencyBump);
    }

    private static Bump bump(Outcome.Tracked of, String to) {
        return new Bump(of.packageName(), "", of.version(), to, null);
    }

    private static PullLine line(Outcome.Tracked of, Deed deed, String why) {
        String newest = of.lag().newestVersion();
        return new PullLine(of.packageName(), newest == null ? of.version() : newest, deed, why, null, null);
    }

    private static double avoidable(Wish wish) {
        return wish.outcome().score() == null ? 0 : wish.outcome().score().total(ScoreClass.AVOIDABLE);
    }

    private static Instant firstMissed(Outcome.Tracked of) {
        Instant missed = of.lag().firstMissed();
        return missed == null ? Instant.MAX : missed;
    }
}
