package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://GitHub.com/a/b.git, HTTPS, https://github.com/a/b.git, https://github.com/a/b.git, github.com",
        "https://me:pw@host/a/, HTTPS, https://host/a, https://host/a, host",
        "http://[::1]:8080/a, HTTP, http://[::1]:8080/a, http://[::1]:8080/a, [::1]",
        "ssh://git:pw@host:2222/a, SSH, ssh://git@host:2222/a, ssh://host:2222/a, host",
        "git://git.kernel.org/pub/x.git, GIT, git://git.kernel.org/pub/x.git, git://git.kernel.org/pub/x.git, git.kernel.org",
        "git@github.com:a/b.git, SSH, git@github.com:a/b.git, github.com:a/b.git, github.com",
    })
    void admits(String url, UpstreamUrl.Kind kind, String address, String shown, String host) throws Exception {
        UpstreamUrl read = UpstreamUrl.declared(url);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.address()).isEqualTo(address);
        assertThat(read.shown()).isEqualTo(shown);
        assertThat(read.host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ext::sh -c touch% /tmp/x",
                "ext::sh",
                "fd::17",
                "file:///etc",
                "FILE:///etc",
                "file:/etc",
                "/srv/git/x",
                "../x",
                "x",
                "ftp://host/x",
                "rsync://host/x",
                "https:///x",
                "https://-oProxyCommand=x/y",
                "ssh://-oProxyCommand=x/y",
                "ssh://-l@host/y",
                "ssh://host/-x",
                "-oProxyCommand=x:y",
                "host:-x",
                "-u@host:x",
                "https://host/a\nb",
                "https://host/a b",
                "https://a@b@c d/x",
                "https://host:99999/x"
            })
    void refuses(String url) {
        RemoteMirrorTest.assertKind(UpstreamException.Kind.REFUSED, () -> UpstreamUrl.declared(url));
    }

    @Test
    void saysWhatWouldBeRight() {
        assertThatThrownBy(() -> UpstreamUrl.declared("ext::sh -c id"))
                .hasMessage("ext::sh -c id: the URL has a blank or a control character in it; an https, http, ssh or"
                        + " git URL would do");
        assertThatThrownBy(() -> UpstreamUrl.declared("ftp://me:pw@host/x"))
                .hasMessage("ftp://host/x: nothing is read by ftp; an https, http, ssh or git URL would do");
    }

    @Test
    void aPathCountsWhenAPersonGivesIt(@TempDir Path directory) throws Exception {
        UpstreamUrl path = UpstreamUrl.trusted(directory.toString());
        assertThat(path.kind()).isEqualTo(UpstreamUrl.Kind.LOCAL);
        assertThat(path.address()).isEqualTo(directory.toString());
        assertThat(UpstreamUrl.trusted("file://" + directory).address()).isEqualTo(directory.toString());
        assertThat(UpstreamUrl.trusted("git@host:x").kind()).isEqualTo(UpstreamUrl.Kind.SSH);
        RemoteMirrorTest.assertKind(UpstreamException.Kind.REFUSED, () -> UpstreamUrl.trusted("ext::sh -c id"));
    }

    @Test
    void theLongestRewriteWins() {
        Rewrites rewrites =
                Rewrites.parse(List.of("https://github.com/=/mirrors/", "https://github.com/a/=https://inside/a-"));
        assertThat(rewrites.apply("https://github.com/b/c")).contains("/mirrors/b/c");
        assertThat(rewrites.apply("https://github.com/a/c")).contains("https://inside/a-c");
        assertThat(rewrites.apply("https://gitlab.com/a/c")).isEmpty();
        assertThatThrownBy(() -> Rewrites.parse(List.of("nothing")))
                .hasMessage("rewrite nothing: there is no =; FROM=TO would be right");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:///user:hunter2@host/x",
                "HTTP://user:hunter2/zz@host/x",
                "https://user:hunter2 @host/x",
                "ext::http://user:hunter2@host/x",
                "ftp://user:hunter2@host/x"
            })
    void aRefusalNamesNoPassword(String url) {
        assertThatThrownBy(() -> UpstreamUrl.declared(url))
                .isInstanceOf(UpstreamException.class)
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "http://host/a/user:hunter2@x, http://host/a/x",
        "user:hunter2@host:x, host:x",
        "http:\\user:hunter2@host/x, http:\\host/x",
        "https://host/x?token=hunter2, https://host/x?…",
        "https://host:443/a/@b/c, https://host:443/a/@b/c",
        "cannot read https://u:p@host/x?k=v: is it there? yes, cannot read https://host/x?… is it there? yes"
    })
    void shownWithoutSecrets(String text, String shown) {
        assertThat(UpstreamUrl.withoutUser(text.replace("\\\\", "\\"))).isEqualTo(shown.replace("\\\\", "\\"));
    }
}
