package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {

    @Test
    void noRepositoryIsRepackedByItself(@TempDir Path directory) throws Exception {
        try (FixtureRepository repository = new FixtureRepository(directory.resolve("a.git"))) {
            Config config = repository.repository().getConfig();
            assertThat(config.getInt("gc", "auto", 6700)).isZero();
            assertThat(config.getInt("gc", "autopacklimit", 50)).isZero();
            assertThat(config.getBoolean("gc", "autodetach", true)).isFalse();
        }
    }
}
