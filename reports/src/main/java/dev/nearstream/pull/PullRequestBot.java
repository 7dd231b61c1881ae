package dev.nearstream.pull;

import dev.nearstream.store.ConflictIssues;
import dev.nearstream.store.PullRequests;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Keeps one pull request per package on a forge, or per group of packages. Each step with the remote or the forge is in
 * the store before the next one, so that a kill at any moment makes none twice; a second run of the same state changes
 * nothing. One package's trouble is that package's line; only a forge that is out ends the work. One is for one run.
 */
public final class PullRequestBot {
    private final BotSettings settings;
    private final Grouping grouping;
    private final PullRequests records;
    private final PullLines lines = new PullLines();
    private final ConflictKeeper conflicts;
    private final EndedPulls ended;
    private final SinglePulls singles;
    private final GroupPulls groups;
    private final Map<String, String> places = new HashMap<>();

    /** Plans a wish. */
    public interface Preparation {
        /** A hash of all that {@link #prepare} makes of: while it stays, what was proposed stays right. */
        String inputs(Wish wish) throws IOException;

        Prepared prepare(Wish wish) throws IOException, UpstreamException;
    }

    public PullRequestBot(
            BotSettings settings,
            Grouping grouping,
            PullRequests records,
            ConflictIssues issues,
            Branches branches,
            Forge forge,
            Preparation preparation,
            Clock clock) {
        this.settings = settings;
        this.grouping = grouping;
        this.records = records;
        PullLimits limits = new PullLimits(settings);
        conflicts = new ConflictKeeper(settings, issues, forge, lines);
        ended = new EndedPulls(records, forge, clock, lines, limits);
        Publication publication = new Publication(settings, records, branches, forge, clock, lines, limits);
        singles = new SinglePulls(settings, records, preparation, publication, conflicts, lines, limits, places);
        groups = new GroupPulls(settings, records, preparation, publication, singles, ended, lines, limits, places);
    }

    /**
     * Brings what is open into line with what is wished.
     *
     * @param wishes the most urgent first
     * @param considered the packages that the wishes are about, wished for or not: what is open of others is left alone
     * @param stop once true, the package in hand is finished and the rest is left for the next run
     * @throws ForgeException of kind UNAVAILABLE where the forge cannot be asked; {@link #lines} tells what was done before
     */
    public List<PullLine> run(List<Wish> wishes, Set<String> considered, BooleanSupplier stop) throws ForgeException {
        Set<String> wished =
                wishes.stream().map(wish -> wish.bump().packageName()).collect(Collectors.toSet());
        ended.settle();
        ended.unneeded(considered, wished, stop);
        conflicts.noLongerWished(considered, wished, stop);
        for (WishGroup group : grouping.of(wishes, OpenBranches.packages(records, settings.prefix()))) {
            if (stop.getAsBoolean()) {
                return lines.all();
            }
            serve(group, considered);
        }
        ended.moved(considered, wished, places);
        return lines.all();
    }

    /** What has been done so far, also where {@link #run} did not come to its end. */
    public List<PullLine> lines() {
        return lines.all();
    }

    private void serve(WishGroup group, Set<String> considered) throws ForgeException {
        if (group.kind() == WishGroup.Kind.ALONE) {
            singles.serve(group.wishes().get(0));
        } else {
            lines.attempt(group.wishes().stream().map(Wish::bump).toList(), () -> groups.serve(group, considered));
        }
    }
}
