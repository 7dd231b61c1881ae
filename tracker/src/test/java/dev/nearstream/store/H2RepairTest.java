package dev.nearstream.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a store whose process died. */
final class H2RepairTest {
    @TempDir
    Path directory;

    private static final Verdict VERDICT = new Verdict.Upstream(
            List.of(),
            List.of(new Evidence(Evidence.Kind.REVERSE_APPLIES, null, "it's \u00fc ':x'", null, null, "all of it")));

    @Test
    void aStoreThatWasNotClosedIsWrittenAnewWithAllThatWasCommitted() throws IOException {
        try (Store store = Stores.openH2(directory, Clock.systemUTC())) {
            store.verdicts().put("a key", VERDICT);
        }
        Path data = directory.resolve("store/nearstream.mv.db");
        Object before = Files.readAttributes(data, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        Files.writeString(directory.resolve("store/owner.properties"), "pid=1\n"); // as a killed process leaves it

        try (Store store = Stores.openH2(directory, Clock.systemUTC())) {
            assertThat(store.verdicts().find("a key")).contains(VERDICT);
            store.verdicts().put("another", VERDICT);
            assertThat(store.verdicts().find("another")).contains(VERDICT);
        }
        assertThat(Files.readAttributes(data, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isNotEqualTo(before);
        assertThat(directory.resolve("store/rebuild.sql")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 20_000})
    void aDamagedFileIsSaidToBeAndLeftAsItIs(int bytes) throws IOException {
        Path data = directory.resolve("store/nearstream.mv.db");
        Files.createDirectories(data.getParent());
        byte[] junk = new byte[bytes];
        new Random(7).nextBytes(junk);
        Files.write(data, junk);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Stores.openH2(directory, Clock.systemUTC()))
                .withMessageContaining("cannot be read")
                .withMessageContaining("move it away");
        assertThat(data).hasBinaryContent(junk);
    }

    @Test
    void aStoreThatWasClosedIsLeftAsItIs() throws IOException {
        Stores.openH2(directory, Clock.systemUTC()).close();

        assertThat(directory.resolve("store/owner.properties")).doesNotExist();
    }
}
