package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochReasonTest {
    @TempDir
    Path directory;

    private Recipe recipe(String epoch) throws IOException {
        Files.writeString(
                directory.resolve("pkg.yaml"),
                "package:\n  name: pkg\n  version: \"1\"\n  epoch: " + epoch + "\npipeline: []\n");
        return new RecipeReader(new RecipeDirectory(directory))
                .read(name -> true, 1)
                .recipes()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({"0 # CVE-2026-1234", "0 # GHSA-cfgh-2345-mpqr", "0 # mends GO-2026-5856 too"})
    void anAdvisoryBehindEpoch0IsNoRebuilds(String epoch) throws IOException {
        assertThat(EpochReason.findings(recipe(epoch)))
                .singleElement()
                .asString()
                .startsWith("the comment behind epoch 0 is of an earlier version")
                .endsWith(epoch.substring(4));
    }

    @ParameterizedTest
    @CsvSource({"1 # CVE-2026-1234", "10 # CVE-2026-1234", "0", "0 # rebuilt with the new compiler"})
    void anyOtherMayBe(String epoch) throws IOException {
        assertThat(EpochReason.findings(recipe(epoch))).isEmpty();
    }
}
