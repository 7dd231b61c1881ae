package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recipe's URL does not lead out of the directory that a rewrite names. */
final class RewrittenUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/../../etc/passwd",
                "https://github.com/a/../../b",
                "https://github.com/..",
                "https://github.com/%2e%2E/b",
                "https://github.com/a/..%2fb",
            })
    void aUrlThatClimbsIsRefused(String url) {
        assertThatThrownBy(() -> UpstreamUrl.rewritten(url, "file:///srv/mirrors/x"))
                .isInstanceOf(UpstreamException.class)
                .hasMessageContaining("..")
                .extracting(e -> ((UpstreamException) e).kind())
                .isEqualTo(UpstreamException.Kind.REFUSED);
    }

    @Test
    void dotsInANameAreNoClimb() throws UpstreamException {
        assertThat(UpstreamUrl.rewritten("https://github.com/a/b..c", "file:///srv/mirrors/a/b..c")
                        .address())
                .isEqualTo("/srv/mirrors/a/b..c");
    }
}
