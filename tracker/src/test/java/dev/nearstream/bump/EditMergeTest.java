package dev.nearstream.bump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** What becomes of our change where upstream changed the same lines, or those beside them. */
class EditMergeTest {

    private static EditMerge merge(String base, String ours, String theirs) {
        return EditMerge.of("f.c", base.getBytes(UTF_8), ours.getBytes(UTF_8), theirs.getBytes(UTF_8), new BitSet());
    }

    private static String text(EditMerge merge) {
        assertThat(merge.conflicts()).isEmpty();
        return new String(merge.text(), UTF_8);
    }

    @Test
    void anotherWordOfTheSameLineIsMerged() {
        EditMerge merge = merge("call(a, b, c)\n", "call(a, b, NULL)\n", "invoke(a, b, c)\n");
        assertThat(text(merge)).isEqualTo("invoke(a, b, NULL)\n");
        assertThat(merge.steps()).containsExactly("upstream changed other words beside ours");
        assertThat(merge.leavesNothing()).isFalse();
    }

    @Test
    void wordsThatTouchAreAConflict() {
        assertThat(merge("x = 1\n", "x = -1\n", "x = 2\n").conflicts()).hasSize(1);
    }

    @Test
    void aLineThatUpstreamWroteAnewIsNotMergedByWords() {
        assertThat(merge(
                                "int n = strlen(name);\n",
                                "size_t n = strlen(name);\n",
                                "auto length = text.size(); // name\n")
                        .conflicts())
                .hasSize(1);
    }

    @Test
    void aLineBesideOursThatUpstreamChangedIsNoConflict() {
        EditMerge merge = merge(
                "CGO=1 MODULE=on \\\n  CC=cross go build \\\n  -mod vendor\n",
                "CGO=1 MODULE=on \\\n  go build \\\n  -mod vendor\n",
                "CGO=1 \\\n  CC=cross go build \\\n");
        assertThat(text(merge)).isEqualTo("CGO=1 \\\n  go build \\\n");
    }

    @Test
    void aRemovedLineWhoseQuotesUpstreamChangedIsRemoved() {
        EditMerge merge = merge("a\nkey = path('x.pem')\nb\n", "a\nb\n", "a\nkey = path(\"x.pem\")\nb\n");
        assertThat(text(merge)).isEqualTo("a\nb\n");
        assertThat(merge.steps()).containsExactly("upstream changed quotes or blanks beside ours");
    }

    @Test
    void aChangeOfQuotesIsNotLostWhereQuotesMakeNoDifference() {
        EditMerge merge = merge("say 'hello world'\n", "say \"hello world\"\n", "shout 'goodbye'\n");
        assertThat(merge.leavesNothing()).isFalse();
        assertThat(merge.conflicts()).hasSize(1);
    }

    @Test
    void linesInAnotherOrderOrFurtherInAreForAPerson() {
        EditMerge merge = merge(
                "begin\nuse(info.total);\nuse(info.free);\nend\n",
                "begin\nuse(*info.total);\nuse(*info.free);\nend\n",
                "begin\nif (info.free) {\n  use(*info.free);\n}\nif (info.total)\n  use(*info.total);\nend\n");
        assertThat(merge.leavesNothing()).isFalse();
    }

    @Test
    void linesAmongOthersThatUpstreamWroteStandThere() {
        EditMerge merge = merge(
                "begin\nimport builder as b\nend\n",
                "begin\ntry:\n  import old_builder as b\nexcept:\n  import builder as b\nend\n",
                "begin\ntry:\n  # the old one first\n  import old_builder as b\nexcept:\n  import builder as b\nstop\n");
        assertThat(merge.leavesNothing()).isTrue();
    }

    private static final String COPY = "start(p);\nmemcpy(buf, p, n);\nfinish(buf);\n";
    private static final String GUARDED = COPY.replace("memcpy", "if (n > LIMIT)\n  return -1;\nmemcpy");

    @Test
    void whatUpstreamSetAsideDoesNotStandThere() {
        String aside = GUARDED.replace("start(p)", "start(p, n)");
        assertThat(merge(COPY, GUARDED, aside.replace("if (n", "#if 0\nif (n").replace("memcpy", "#endif\nmemcpy"))
                        .leavesNothing())
                .isFalse();
        assertThat(merge(COPY, GUARDED, aside.replace("if (n", "/*\nif (n").replace("memcpy", "*/\nmemcpy"))
                        .leavesNothing())
                .isFalse();
    }

    @Test
    void aCheckAfterTheUseDoesNotStandBeforeIt() {
        assertThat(merge(COPY, GUARDED, "start(p);\nmemmove(buf, p, n);\nif (n > LIMIT)\n  return -1;\nfinish(buf);\n")
                        .leavesNothing())
                .isFalse();
    }

    @Test
    void aShortConditionIsAPartOfTheChange() {
        String ours = COPY.replace("memcpy", "if (n > 16)\n  return -1;\nmemcpy");
        String theirs = COPY.replace("memcpy", "if (!p)\n  return -1;\nmemcpy").replace("start(p)", "start(p, n)");
        assertThat(merge(COPY, ours, theirs).leavesNothing()).isFalse();
    }

    @Test
    void oneLineOfTwoThatIsMissingThereIsAConflict() {
        assertThat(merge(
                                "begin\nuse(info.total);\nuse(info.free);\nend\n",
                                "begin\nuse(*info.total);\nuse(*info.free);\nend\n",
                                "begin\nwhile (more)\n  use(*info.free);\nend\n")
                        .leavesNothing())
                .isFalse();
    }

    @Test
    void aRemovedLineThatIsStillThereOnceMoreIsNotGone() {
        EditMerge merge = merge(
                "open();\nunsafe_call(data);\nclose();\n",
                "open();\nchecked_call(data);\nclose();\n",
                "open();\nchecked_call(data);\nunsafe_call(data);\nshut();\n");
        assertThat(merge.leavesNothing()).isFalse();
    }

    @Test
    void aLineThatUpstreamSortedInBesideStandsThere() {
        EditMerge merge = merge(
                "use {\n  collections,\n  strings,\n  os::unix,\n};\n",
                "use {\n  collections,\n  strings,\n  os::unix,\n  os::raw::c_char,\n};\n",
                "use {\n  collections,\n  strings,\n  os::raw::c_char,\n  os::unix,\n};\n");
        assertThat(merge.leavesNothing()).isTrue();
        assertThat(text(merge)).containsOnlyOnce("os::raw::c_char");
    }

    @Test
    void aLineThatStoodBesideBeforeIsAddedAllTheSame() {
        EditMerge merge = merge(
                "check(first);\nrun(first);\nrun(second);\n",
                "check(first);\nrun(first);\nrun(second);\ncheck(first);\n",
                "check(first);\nrun(first);\nrun(second);\nstop();\n");
        assertThat(merge.leavesNothing()).isFalse();
    }

    @Test
    void aChangeThatIsKnownToBeMadeStandsWhateverIsThere() {
        BitSet first = new BitSet();
        first.set(0);
        EditMerge merge = EditMerge.of(
                "f.c",
                "one\ntwo\nthree\n".getBytes(UTF_8),
                "one\ntwo checked\nthree\n".getBytes(UTF_8),
                "one\nsomething else\nthree\n".getBytes(UTF_8),
                first);
        assertThat(merge.leavesNothing()).isTrue();
        assertThat(merge.steps()).containsExactly("upstream made a change and has rewritten it since");
    }

    @Test
    void bytesThatAreNoUtf8AreKept() {
        byte[] latin = {'c', 'a', 'f', (byte) 0xe9, '\n', 'x', '\n', 'y', '\n'};
        byte[] ours = {'c', 'a', 'f', (byte) 0xe9, '\n', 'x', '\n', 'z', '\n'};
        assertThat(EditMerge.of("f.c", latin, ours, latin, new BitSet()).text()).isEqualTo(ours);
    }
}
