package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkBaseTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/wolfi-dev/os,         https://github.com/wolfi-dev/os/blob/abc/",
        "https://github.com/wolfi-dev/os.git,     https://github.com/wolfi-dev/os/blob/abc/",
        "git@github.com:wolfi-dev/os.git,         https://github.com/wolfi-dev/os/blob/abc/",
        "ssh://git@github.com/wolfi-dev/os,       https://github.com/wolfi-dev/os/blob/abc/",
        "https://gitlab.example.org/a/b/c.git,    https://gitlab.example.org/a/b/c/-/blob/abc/",
        "https://codeberg.org/a/b,                https://codeberg.org/a/b/src/commit/abc/",
        "https://user:secret@github.com/a/b,      https://github.com/a/b/blob/abc/",
    })
    void aForgeShowsFilesAtACommit(String url, String base) {
        assertThat(LinkBase.of(Optional.of(url), "abc")).contains(base);
    }

    @Test
    void aLocalRepositoryHasNoLinks() {
        assertThat(LinkBase.of(Optional.of("/srv/git/os.git"), "abc")).isEmpty();
        assertThat(LinkBase.of(Optional.of("file:///srv/git/os.git"), "abc")).isEmpty();
    }
}
