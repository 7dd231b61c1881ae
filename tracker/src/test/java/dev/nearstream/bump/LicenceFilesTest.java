package dev.nearstream.bump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.LicenceFiles.Change;
import dev.nearstream.bump.LicenceFiles.Fate;
import org.junit.jupiter.api.Test;

class LicenceFilesTest {

    @Test
    void changedNewAndGone() {
        var before = Trees.of(
                "LICENSE",
                "MIT",
                "COPYING.LIB",
                "LGPL",
                "LICENSES/MIT.txt",
                "MIT",
                "licence-notes.c",
                "x",
                "NOTICE",
                "a");
        var after = Trees.of("LICENSE", "BUSL", "NOTICE", "a", "LICENSES/BUSL.txt", "BUSL", "Licence.md", "BUSL");
        assertThat(LicenceFiles.between(before, after, ""))
                .containsExactly(
                        new Change("COPYING.LIB", Fate.GONE),
                        new Change("LICENSE", Fate.CHANGED),
                        new Change("LICENSES/BUSL.txt", Fate.NEW),
                        new Change("LICENSES/MIT.txt", Fate.GONE),
                        new Change("Licence.md", Fate.NEW));
    }

    @Test
    void onlyTheProjectsDirectory() {
        assertThat(LicenceFiles.between(
                        Trees.of("src/COPYING", "1", "LICENSE", "1", "src/vendor/LICENSE", "1"),
                        Trees.of("src/COPYING", "2", "LICENSE", "2", "src/vendor/LICENSE", "2"),
                        "src"))
                .containsExactly(new Change("src/COPYING", Fate.CHANGED));
    }
}
