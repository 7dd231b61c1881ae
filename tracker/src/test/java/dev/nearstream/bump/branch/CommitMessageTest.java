package dev.nearstream.bump.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class CommitMessageTest {
    private static final CommitIdentity UNSIGNED = new CommitIdentity("N", "n@example.org", false, Optional.empty());

    @Test
    void wrapsAtSeventyTwoColumnsAndLeavesAUrlWhole() {
        String url = "https://git.example.org/" + "x".repeat(80);
        CommitMessage message = new CommitMessage(
                "zlib/1.4  package\nupdate",
                List.of(
                        "fix-überlauf.patch: dropped, upstream took it as 0123456789 (“Fix the overflow”), first in v1.4",
                        "long.patch: refreshed, see " + url + " for why",
                        " "));

        assertThat(message.text(UNSIGNED)).isEqualTo("""
                zlib/1.4 package update

                - fix-überlauf.patch: dropped, upstream took it as 0123456789 (“Fix the
                  overflow”), first in v1.4
                - long.patch: refreshed, see
                  %s
                  for why
                """.formatted(url));
    }

    @Property
    void noLineOfTheBodyIsTakenForAnotherThing(@ForAll List<String> fates) {
        String text = new CommitMessage("t", fates).text(UNSIGNED);

        assertThat(text.lines().skip(2)).allMatch(line -> line.startsWith("- ") || line.startsWith("  "));
    }

    @Test
    void titlesAreTheDistributionsOwn() {
        assertThat(BumpTitle.update("zlib", "1.4")).isEqualTo("zlib/1.4 package update");
        assertThat(BumpTitle.drop("perl", "5.44.0", "1", "patches", List.of("CVE-2026-8376.patch")))
                .isEqualTo("perl/5.44.0-r1: drop CVE-2026-8376.patch");
        assertThat(BumpTitle.drop("perl", "5.44.0", "1", "patches", List.of("a.patch", "b.patch")))
                .isEqualTo("perl/5.44.0-r1: drop a.patch and b.patch");
        assertThat(BumpTitle.drop("perl", "5.44.0", "1", "patches", List.of("a.patch", "b.patch", "c.patch")))
                .isEqualTo("perl/5.44.0-r1: drop 3 patches");
    }

    @Test
    void aCommitterIsOneLine() {
        assertThatThrownBy(() -> new CommitIdentity("A\nB", "a@example.org", false, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommitIdentity("A", "a@example.org>", false, Optional.empty()))
                .hasMessage("\"a@example.org>\" is no mail address; name@example.org would be right");
    }
}
