package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.patch.PatchParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PatchFamilyTest {
    private static final String PATCH = """
            --- a/lib/one.c
            +++ b/lib/one.c
            @@ -1,3 +1,3 @@ main
             before
            -old
            +new
             behind
            """;

    private static String family(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return PatchFamily.of(PatchParser.parse(bytes), "content " + text.hashCode());
    }

    @Test
    void headersPlacesAndContextMayDiffer() {
        assertThat(family("Subject: for 17\n\n" + PATCH)).isEqualTo(family(PATCH));
        assertThat(family(PATCH.replace("-1,3 +1,3 @@ main", "-100,3 +102,3 @@ init")))
                .isEqualTo(family(PATCH));
        assertThat(family(PATCH.replace(" before", " earlier"))).isEqualTo(family(PATCH));
    }

    @Test
    void numbersInPathsMayDiffer() {
        String seventeen = PATCH.replace("a/lib", "foo-17.0.1/lib17").replace("b/lib", "foo-17.0.1.new/lib17");
        String nine = PATCH.replace("a/lib", "foo-9/lib9.2").replace("b/lib", "foo-9.new/lib9.2");
        assertThat(family(seventeen)).isEqualTo(family(nine));
    }

    @Test
    void theSameLinesElsewhereAreAnotherPatch() {
        assertThat(family(PATCH.replace("one.c", "two.c"))).isNotEqualTo(family(PATCH));
        assertThat(family(PATCH.replace("lib/", "src/"))).isNotEqualTo(family(PATCH));
    }

    @Test
    void otherLinesAreAnotherPatch() {
        assertThat(family(PATCH.replace("+new", "+newer"))).isNotEqualTo(family(PATCH));
        assertThat(family(PATCH.replace("-old\n+new", "-new\n+old"))).isNotEqualTo(family(PATCH));
        assertThat(family(PATCH + PATCH.replace("one.c", "two.c"))).isNotEqualTo(family(PATCH));
    }

    /** Numbers in lines are what a patch is about: a pin, a limit. */
    @Test
    void numbersInLinesTellPatchesApart() {
        String limit = PATCH.replace("new", "limit = 4");
        assertThat(family(limit)).isNotEqualTo(family(limit.replace('4', '8')));
    }

    @Test
    void whatIsNotInLinesHasItsContentAlone() {
        String rename = "diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n";
        assertThat(family(rename)).isEqualTo("content " + rename.hashCode());
        assertThat(family(PATCH + rename)).startsWith("content ");
        assertThat(family("no patch")).startsWith("content ");
    }
}
