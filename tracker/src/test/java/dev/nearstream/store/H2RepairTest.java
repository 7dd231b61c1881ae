package dev.nearstream.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void aStoreThatWasClosedIsLeftAsItIs() throws IOException {
        Stores.openH2(directory, Clock.systemUTC()).close();

        assertThat(directory.resolve("store/owner.properties")).doesNotExist();
    }
}
