package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random patches on random files, held against the real program: from a fixed seed, and from another one every time, or
 * from the system property {@code nearstream.patch.seed} alone. {@code nearstream.patch.cases} is the number of cases of
 * each family and seed.
 */
class GnuPatchDifferentialTest {
    private static final int CASES = Integer.getInteger("nearstream.patch.cases", 100);
    private static final long FIXED_SEED = 1;
    private static final long SEED =
            Long.getLong("nearstream.patch.seed", new SplittableRandom().nextLong(1_000_000_000_000L));

    @BeforeAll
    static void sayTheSeed() {
        assumeTrue(GnuPatch.isPresent(), "GNU patch 2.7 is not installed: nothing to compare with");
        System.out.println("comparing with GNU patch: -Dnearstream.patch.seed=" + SEED + " repeats it");
    }

    @ParameterizedTest
    @EnumSource
    void doesWhatGnuPatchDoes(RandomCases cases, @TempDir Path directory) {
        Differential differential = new Differential(directory, cases);
        if (System.getProperty("nearstream.patch.seed") == null) {
            assertThat(differential.failures(FIXED_SEED, CASES)).isEmpty();
        }
        assertThat(differential.failures(SEED, CASES)).isEmpty();
    }
}
