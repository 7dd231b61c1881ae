package dev.nearstream.patch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Holds the engine against the real program over many random cases, and makes those that differ small. */
record Differential(Path directory, RandomCases cases) {
    private static final int BATCH = 100;
    private static final int ENOUGH = 3;
    private static final int MOST_TRIALS = 40;

    /** The cases from a seed on that differ, as text for a person; a few of them at most. */
    List<String> failures(long seed, int count) {
        return IntStream.rangeClosed(0, (count - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> batch(seed + (long) batch * BATCH, Math.min(BATCH, count - batch * BATCH)))
                .flatMap(List::stream)
                .limit(ENOUGH)
                .toList();
    }

    private List<String> batch(long seed, int count) {
        Path place = directory.resolve(cases + "-" + seed);
        List<Comparison> batch =
                LongStream.range(seed, seed + count).mapToObj(cases).toList();
        List<GnuPatchRun> runs = GnuPatch.run(place, batch);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < count && failures.size() < ENOUGH; i++) {
            if (!batch.get(i).differences(runs.get(i)).isEmpty()) {
                Comparison small = shrink(place, batch.get(i));
                failures.add(cases + " seed " + (seed + i) + "\n"
                        + String.join("\n", differences(place, List.of(small)).get(0)) + "\n" + small.reproduce());
            }
        }
        return failures;
    }

    private static List<List<String>> differences(Path place, List<Comparison> batch) {
        List<GnuPatchRun> runs = GnuPatch.run(place, batch);
        return IntStream.range(0, batch.size())
                .mapToObj(i -> batch.get(i).differences(runs.get(i)))
                .toList();
    }

    /** Takes lines away from patch and files as long as a difference is left. */
    private static Comparison shrink(Path place, Comparison large) {
        Comparison small = large;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            List<Comparison> smaller = small.smaller();
            List<List<String>> differences = differences(place, smaller);
            int found = IntStream.range(0, smaller.size())
                    .filter(i -> !differences.get(i).isEmpty())
                    .findFirst()
                    .orElse(-1);
            if (found < 0) {
                break;
            }
            small = smaller.get(found);
        }
        return small;
    }
}
