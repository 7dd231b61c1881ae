package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.http.Redaction;
import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.Bump;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been done in a run so far. Where something goes wrong, it is that package's line, and no more. */
final class PullLines {
    /** What a person has to look at is said each night, not only on the first. */
    static final String DRAFT = "a draft";

    private final List<PullLine> lines = new ArrayList<>();

    /** Something that may fail for one package and not for the others. */
    interface Work {
        void run() throws ForgeException, IOException, UpstreamException, BranchException;
    }

    List<PullLine> all() {
        return List.copyOf(lines);
    }

    void say(PullRequestRecord of, Deed deed, String why) {
        ForgeEntry entry = of.forge();
        say(of.bump(), deed, why, entry == null ? null : entry.url(), null);
    }

    void say(Bump bump, Deed deed, @Nullable String why, @Nullable String url, @Nullable String diff) {
        String reason = why == null ? "" : Redaction.oneLine(why);
        lines.add(new PullLine(bump.packageName(), bump.to(), deed, reason, url, diff));
    }

    /**
     * Does it; says of each package that it failed where it does.
     *
     * @throws ForgeException where the forge is out
     */
    void attempt(Collection<Bump> packages, Work work) throws ForgeException {
        try {
            work.run();
        } catch (ForgeException e) {
            if (e.kind() == ForgeException.Kind.UNAVAILABLE) {
                throw e;
            }
            failed(packages, e.getMessage());
        } catch (IOException | UpstreamException | BranchException e) {
            failed(packages, e.getMessage());
        } catch (IllegalArgumentException | IllegalStateException e) {
            failed(packages, "internal: " + e);
        }
    }

    private void failed(Collection<Bump> packages, @Nullable String why) {
        packages.forEach(bump -> say(bump, Deed.FAILED, why, null, null));
    }
}
