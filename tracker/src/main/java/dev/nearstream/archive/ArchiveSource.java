package dev.nearstream.archive;

import dev.nearstream.archive.ArchiveSum.Algorithm;
import dev.nearstream.recipe.Fetch;
import dev.nearstream.recipe.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An archive as a recipe names it.
 *
 * @param url as declared; nobody has judged it yet
 * @param sums that it must have, all of them; none where nobody knows any
 * @param strip leading components that each entry's name loses
 */
public record ArchiveSource(String url, List<ArchiveSum> sums, int strip) {
    public ArchiveSource {
        sums = List.copyOf(sums);
    }

    /**
     * What a recipe's step fetches.
     *
     * @throws IllegalArgumentException where one of its sums is none
     */
    public static ArchiveSource of(Fetch fetch) {
        List<ArchiveSum> sums = new ArrayList<>();
        add(sums, Algorithm.SHA256, fetch.sha256());
        add(sums, Algorithm.SHA512, fetch.sha512());
        return new ArchiveSource(fetch.uri().value().strip(), sums, fetch.stripComponents());
    }

    private static void add(List<ArchiveSum> sums, Algorithm algorithm, @Nullable Text text) {
        if (text != null) {
            sums.add(ArchiveSum.of(algorithm, text.value()));
        }
    }
}
