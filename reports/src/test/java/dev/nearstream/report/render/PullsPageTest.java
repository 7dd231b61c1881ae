package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.PullView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PullsPageTest {
    private static PullView pull(String name, String deed, String why, @Nullable String url) {
        return new PullView(name, "1.0", deed, why, url, null);
    }

    @Test
    void linksToTheForgeOrToTheFileBesideIt() {
        assertThat(PullsPage.markdown(
                        List.of(
                                pull("a", "opened", "a draft", "https://git.example/o/r/pull/1"),
                                pull("b", "unchanged", "", "/srv/out/pulls/nearstream~b.md"),
                                pull("c", "left", "held by a pin", null)),
                        false,
                        null))
                .contains("[opened](https://git.example/o/r/pull/1) | a draft ")
                .contains("[unchanged](pulls/nearstream~b.md)")
                .contains("| left ")
                .contains("held by a pin");
    }
}
