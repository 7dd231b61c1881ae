package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random patches on random files, held against the real program. The number of cases and the first seed are the system
 * properties {@code nearstream.patch.cases} and {@code nearstream.patch.seed}.
 */
class GnuPatchDifferentialTest {
    @Test
    void randomHunksDoTheSame(@TempDir Path directory) {
        compare(directory, seed -> new RandomCase(seed).next());
    }

    @Test
    void randomFileChangesDoTheSame(@TempDir Path directory) {
        compare(directory, seed -> new RandomGitCase(seed).next());
    }

    private static void compare(Path directory, LongFunction<Comparison> cases) {
        assumeTrue(GnuPatch.isPresent(), "GNU patch 2.7 is not installed: nothing to compare with");
        int count = Integer.getInteger("nearstream.patch.cases", 200);
        long seed = Long.getLong("nearstream.patch.seed", 1);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < count && failures.size() < 5; i++) {
            Comparison comparison = cases.apply(seed + i);
            List<String> differences = comparison.differences(directory.resolve("case"));
            if (!differences.isEmpty()) {
                failures.add(
                        "seed " + (seed + i) + "\n" + String.join("\n", differences) + "\n" + comparison.reproduce());
            }
        }
        assertThat(failures).isEmpty();
    }
}
