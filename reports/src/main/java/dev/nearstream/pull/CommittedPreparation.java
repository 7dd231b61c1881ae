package dev.nearstream.pull;

import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Plans from a checkout, and proposes nothing of a package whose files somebody has edited and not committed: the bump
 * would publish it.
 *
 * @param files that are planned from
 * @param committed the same files as the commit has them that the branch is made on
 */
public record CommittedPreparation(PullRequestBot.Preparation real, RecipeFiles files, RecipeFiles committed)
        implements PullRequestBot.Preparation {
    private static final int LARGEST = 16 << 20;

    @Override
    public String inputs(Wish wish) throws IOException {
        return real.inputs(wish);
    }

    @Override
    public Prepared prepare(Wish wish) throws IOException, UpstreamException {
        Prepared prepared = real.prepare(wish);
        if (prepared instanceof Prepared.Ready ready) {
            for (String path :
                    ready.changes().stream().map(change -> change.path()).toList()) {
                if (!same(path)) {
                    return new Prepared.Unfit(
                            path + " is not what its commit has: commit and push it first, or take it back", null);
                }
            }
        }
        return prepared;
    }

    private boolean same(String path) throws IOException {
        Optional<byte[]> here = files.read(path, LARGEST);
        Optional<byte[]> there = committed.read(path, LARGEST);
        return here.isPresent() == there.isPresent()
                && (here.isEmpty() || Arrays.equals(here.get(), there.orElse(new byte[0])));
    }
}
