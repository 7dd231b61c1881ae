package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.upstream.FixtureRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchTextsTest {

    @Test
    void aRunKeepsThePatchesOfItsPackages(@TempDir Path directory) throws Exception {
        try (Nights nights = new Nights(directory);
                FixtureRepository upstream = nights.upstream("pkg")) {
            upstream.file("a", "one\n").commit("Begin");
            upstream.tag("1.0");
            String patch = Nights.change("a", "one", "two");
            nights.recipe("pkg", "1.0").file("pkg/x.patch", patch);
            nights.run("2024-03-01");
            nights.run("2024-03-02");

            String hash = Objects.requireNonNull(nights.delta("pkg").contentHash());
            String run = nights.store().latest().orElseThrow().id();
            assertThat(nights.store().texts().ofRun(run)).containsOnly(Map.entry(hash, patch));
            assertThat(nights.store().texts().known()).containsExactly(hash);
        }
    }

    @Test
    void aLongTextIsCutAtTheEndOfALine() {
        byte[] bytes = ("+" + "x".repeat(62) + "\n").repeat(2000).getBytes(StandardCharsets.UTF_8);

        String text = PatchTexts.text(bytes);

        assertThat(text)
                .hasSizeLessThan(PatchTexts.LONGEST + 80)
                .endsWith("x\n[cut here: 65,536 of 128,000 bytes are shown]\n");
    }

    @Test
    void aLongLineIsCutToo() {
        String text = PatchTexts.text("x".repeat(PatchTexts.LONGEST + 1).getBytes(StandardCharsets.UTF_8));

        assertThat(text).endsWith("x\n[cut here: 65,536 of 65,537 bytes are shown]\n");
    }

    @Test
    void whatIsNoUtf8IsShown() {
        assertThat(PatchTexts.text(new byte[] {'+', (byte) 0xE9, '\n'})).isEqualTo("+\uFFFD\n");
    }
}
