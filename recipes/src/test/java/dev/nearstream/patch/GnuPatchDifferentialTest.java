package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random patches on random files, held against the real program: from one seed, so that a build says the same twice, or
 * from the one in the system property {@code nearstream.patch.seed}. {@code nearstream.patch.cases} is the number of
 * cases of each family.
 */
class GnuPatchDifferentialTest {
    private static final int CASES = Integer.getInteger("nearstream.patch.cases", 200);
    private static final long SEED = Long.getLong("nearstream.patch.seed", 1);

    @BeforeAll
    static void needGnuPatch() {
        assumeTrue(GnuPatch.isPresent(), "GNU patch 2.7 is not installed: nothing to compare with");
    }

    @ParameterizedTest
    @EnumSource
    void doesWhatGnuPatchDoes(RandomCases cases, @TempDir Path directory) {
        Differential differential = new Differential(directory, cases);
        assertThat(differential.failures(SEED, CASES)).isEmpty();
    }
}
