package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchCommentsTest {
    private static final String PATCH = "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n";

    private final MemoryFiles files =
            new MemoryFiles().with("pkg/one.patch", PATCH).with("pkg/two.patch", PATCH);

    private String reasons(String pipeline) {
        return Recipes.deltas(files, pipeline).stream()
                .map(delta -> delta.facts().reason())
                .map(reason -> reason == null ? "-" : reason.text())
                .toList()
                .toString();
    }

    @Test
    void aboveTheStep() {
        assertThat(reasons("""
                  # The loader asks for it,
                  # on arm alone.
                  - uses: patch
                    with:
                      patches: one.patch
                """)).isEqualTo("[The loader asks for it, on arm alone.]");
    }

    @Test
    void withinTheStep() {
        assertThat(reasons("""
                  - uses: patch
                    with:
                      # The loader asks for it
                      patches: one.patch # on arm
                """)).isEqualTo("[The loader asks for it on arm]");
    }

    @Test
    void anEarlierStepsCommentIsNotIts() {
        assertThat(reasons("""
                  # Not this one
                  - runs: make

                  - uses: patch
                    with:
                      patches: one.patch
                """)).isEqualTo("[-]");
    }

    @Test
    void anAddressAloneIsNoReason() {
        assertThat(reasons("""
                  # https://example.org/issues/1
                  # from https://example.org/one.patch
                  - uses: patch
                    with:
                      patches: one.patch
                """)).isEqualTo("[-]");
    }

    @Test
    void inASeries() {
        files.with("pkg/series", "# The loader asks for it\none.patch\n\ntwo.patch\n");
        assertThat(reasons("""
                  - uses: patch
                    with:
                      series: series
                """)).isEqualTo("[The loader asks for it, -]");
    }
}
