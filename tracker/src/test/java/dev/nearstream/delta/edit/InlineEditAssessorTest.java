package dev.nearstream.delta.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.MemoryFiles;
import dev.nearstream.delta.Recipes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code sed -i} on upstream's files comes to. */
final class InlineEditAssessorTest {
    private static final MemoryWorkspace TREE = new MemoryWorkspace()
            .file("Makefile", "CC = gcc\nCFLAGS = -O3 -Werror\nall:\n")
            .file("src/a.c", "int a;\n")
            .file("src/b.c", "int b;\n")
            .file("x.gemspec", "d '~> 1'\n")
            .file("sub/y.gemspec", "d '>= 1'\n")
            .link("link", "Makefile");

    private static String assess(String script) {
        return Assessed.script(TREE, script);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sed -i 's/ -Werror//' Makefile                          | changes 1 line of Makefile
            sed -i -e 's/gcc/cc/' -e 's/O3/O2/' ./Makefile          | changes 2 lines of Makefile
            sed -ri 's/^(C.*)$/X\\1/' Makefile                      | changes 2 lines of Makefile
            sed -E -i.bak "s/(gcc)$/\\1 -m32/" Makefile             | changes 1 line of Makefile
            sed -n -i '/all/p' Makefile                             | changes 2 lines of Makefile
            sed -zi 's/\\nall/ all/' Makefile                       | changes 2 lines of Makefile
            sed -i 's/int/long/' src/*.c                            | changes 1 line of src/a.c and 1 line of src/b.c
            sed -i 's/int/long/' src/[a].c Makefile                 | changes 1 line of src/a.c
            cd src && sed -i s/int/long/ a.c                        | changes 1 line of src/a.c
            v=gcc; sed -i "s/$v/cc/" Makefile                       | changes 1 line of Makefile
            sed -i 's/gcc/gcc-1.2/' Makefile                        | changes 1 line of Makefile; its expression has the packaged version in it
            find . -name '*.gemspec' -exec sed -e 's/~>/>=/' -i {} \\; | changes 1 line of x.gemspec
            """)
    void anEditThatChangesSomethingIsNeeded(String script, String reason) {
        assertThat(assess(script)).isEqualTo("NEEDED " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sed -i 's/-Wall//' Makefile                        | changes nothing in Makefile any more
            sed -i 's/long/int/' src/a.c Makefile              | changes nothing in src/a.c and Makefile any more
            if true; then sed -i 's/x86//' Makefile; fi        | changes nothing in Makefile any more
            sed -i 's/$gcc/cc/' Makefile                       | changes nothing in Makefile any more
            echo x > other; sed -i 's/x86//' Makefile          | changes nothing in Makefile any more
            find sub -name '*.gemspec' -exec sed -i 's/~>/>=/' {} \\; | changes nothing in sub/y.gemspec any more
            find . -name Gemfile.lock -exec sed -i 's/~>/>=/' {} + | its find finds nothing: upstream has no file named Gemfile.lock
            """)
    void anEditThatChangesNothingCanBeDropped(String script, String reason) {
        assertThat(assess(script)).isEqualTo("DROPPABLE " + reason);
    }

    @Test
    void deadEditsHaveEvidence() {
        Assessment dead = Assessed.last(new MemoryFiles(), TREE, "  - runs: sed -i 's/-Wall//' Makefile\n");
        assertThat(dead.evidence())
                .containsExactly(new Evidence(
                        Evidence.Kind.SUPERSEDED, null, null, null, null, "changes nothing in Makefile any more"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sed -i s/a/b/ gone.txt              | sed stops the build: upstream has no gone.txt
            sed -i s/gcc/cc/ Makefile gone.txt  | sed stops the build: upstream has no gone.txt
            sed -i s/a/b/ src/*.h               | sed stops the build: upstream has no src/*.h
            sed -i s/a/b/ src/a.c/x             | sed stops the build: upstream has no src/a.c/x
            """)
    void aFileThatIsGoneStopsTheBuild(String script, String reason) {
        assertThat(assess(script)).isEqualTo("BROKEN " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed -i s/a/b/ gone.txt || true",
                "sed -i s/a/b/ gone.txt | cat",
                "if ! sed -i s/a/b/ gone.txt; then echo x; fi",
                "if test -f gone.txt; then sed -i s/a/b/ gone.txt; fi",
                "test -f gone.txt && sed -i s/a/b/ gone.txt",
                "f() { sed -i s/a/b/ gone.txt; }",
                "{ sed -i s/a/b/ gone.txt; } || true",
                "set +e\nsed -i s/a/b/ gone.txt",
                "for f in a b; do sed -i s/a/b/ $f; done",
                "while read -r f; do sed -i s/a/b/ $f; done < list",
                "sed -i s/a/b/ pkg-1.2.3/gone.txt",
                "./autogen.sh\nsed -i s/a/b/ gone.txt",
                "cat > gone.txt <<EOF\nx\nEOF\nsed -i s/a/b/ Makefile gone.txt",
                "sed -i s/a/b/ $(ls gone*)",
                "cd $(dirname x); sed -i s/a/b/ gone.txt",
                "sed -i s/a/b/ link",
            })
    void wherePlainFailureIsNotCertainNothingIsBroken(String script) {
        assertThat(assess(script)).doesNotStartWith("BROKEN").doesNotStartWith("DROPPABLE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sed -n 's/a/-Wall/w Makefile' src/a.c; sed -i 's/-Wall//' Makefile | it changes nothing in upstream's Makefile, which sed may have changed before it
            awk '{print > "Makefile"}' src/a.c; sed -i 's/-Wall//' Makefile | it changes nothing in upstream's Makefile, which awk may have changed before it
            sort -o Makefile src/a.c; sed -i 's/-Wall//' Makefile | it changes nothing in upstream's Makefile, which sort may have changed before it
            uniq src/a.c Makefile; sed -i 's/-Wall//' Makefile | it changes nothing in upstream's Makefile, which uniq may have changed before it
            find . -fprintf Makefile x; sed -i 's/-Wall//' Makefile | it changes nothing in upstream's Makefile, which find may have changed before it
            trap 'echo > Makefile' EXIT; sed -i 's/-Wall//' Makefile | it changes nothing in upstream's Makefile, which trap may have changed before it
            make; sed -i 's/-Wall//' Makefile           | it changes nothing in upstream's Makefile, which make may have changed before it
            sed -i "s/$x/y/" Makefile                   | its expression depends on $x, which only the build knows
            x=a; read x; sed -i "s/$x/y/" Makefile      | its expression depends on $x, which only the build knows
            sed -i "s/x/$(nproc)/" Makefile             | its expression depends on $(nproc), which only the build knows
            sed -i 's/x{a,b}/y/' Makefile $y            | a file's name depends on $y, which only the build knows
            sed -i s/-Wall// Makefile /etc/x            | /etc/x is not in upstream's tree
            sed -i 's/gcc-1_2//' Makefile               | changes nothing in Makefile, but its expression has the packaged version in it
            sed -i 'w /tmp/stolen' Makefile             | Makefile: sed ends with 1: -e expression #1, char 1: e/r/w commands disabled in sandbox mode
            sed -i -f edit.sed Makefile                 | its option -f is not followed
            find . -newer x -exec sed -i s/x/y/ {} +    | its find has -newer
            """)
    void inDoubtNothingIsKnown(String script, String reason) {
        assertThat(assess(script)).isEqualTo("UNKNOWN " + reason);
    }

    @Test
    void whatXargsIsFedIsNotKnown() {
        assertThat(assess("find . -name '*.c' | xargs sed -i s/x/y/\n"))
                .isEqualTo("UNKNOWN it runs behind xargs, which is not followed");
    }

    @Test
    void anEditMeetsWhatEarlierEditsLeave() {
        assertThat(assess("sed -i s/gcc/clang/ Makefile\nsed -i s/gcc/cc/ Makefile\n"))
                .isEqualTo("DROPPABLE changes nothing in Makefile any more");
        assertThat(assess("sed -i s/gcc/clang/ Makefile\nsed -i s/clang/cc/ Makefile\n"))
                .isEqualTo("NEEDED changes 1 line of Makefile");
        assertThat(assess("if true; then sed -i s/gcc/clang/ Makefile; fi\nsed -i s/clang/cc/ Makefile\n"))
                .isEqualTo("UNKNOWN it changes nothing in upstream's Makefile, which sed may have changed before it");
    }

    @Test
    void aPatchOfTheSameFileLeavesDoubt() {
        MemoryFiles files = new MemoryFiles().with("pkg/a.patch", """
                --- a/Makefile
                +++ b/Makefile
                @@ -1,1 +1,1 @@
                -CC = gcc
                +CC = cc
                """);
        String pipeline = "  - uses: patch\n    with:\n      patches: a.patch\n  - runs: sed -i s/-Wall// ";
        assertThat(Assessed.pipeline(files, TREE, pipeline + "Makefile\n"))
                .isEqualTo(
                        "UNKNOWN it changes nothing in upstream's Makefile, which a.patch may have changed before it");
        assertThat(Assessed.pipeline(files, TREE, pipeline + "src/a.c\n"))
                .isEqualTo("DROPPABLE changes nothing in src/a.c any more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            go/build                       | UNKNOWN it changes nothing in upstream's Makefile, which go/build may have changed before it
            strip                          | DROPPABLE changes nothing in Makefile any more
            split/dev                      | DROPPABLE changes nothing in Makefile any more
            bump                           | DROPPABLE changes nothing in Makefile any more
            """)
    void aPipelineBeforeItMayHaveChangedAnything(String pipeline, String expected) {
        assertThat(Assessed.pipeline(
                        new MemoryFiles(), TREE, "  - uses: " + pipeline + "\n  - runs: sed -i s/-Wall// Makefile\n"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            curl -s https://x.example/t | jq -r .a     # DROPPABLE changes nothing in Makefile any more
            curl -so /etc/t https://x.example/t        # DROPPABLE changes nothing in Makefile any more
            curl -sO https://x.example/t               # UNKNOWN it changes nothing in upstream's Makefile, which pipelines/p.yaml may have changed before it
            curl -so Makefile https://x.example/t      # UNKNOWN it changes nothing in upstream's Makefile, which pipelines/p.yaml may have changed before it
            wget https://x.example/t                   # UNKNOWN it changes nothing in upstream's Makefile, which pipelines/p.yaml may have changed before it
            """)
    void aScriptOfTheDistributionsIsReadWhereItMatters(String script, String expected) {
        MemoryFiles files =
                new MemoryFiles().with("pipelines/p.yaml", "pipeline:\n  - runs: |\n      " + script + "\n");
        assertThat(Assessed.pipeline(files, TREE, "  - uses: p\n  - runs: sed -i s/-Wall// Makefile\n"))
                .isEqualTo(expected);
    }

    @Test
    void whatOnlyRemovesOrEditsHasMadeNothing() {
        assertThat(assess("rm -rf src\nsed -i s/x/y/ src/*.h\nsed -i s/a/b/ src/gone.c\n"))
                .isEqualTo("BROKEN sed stops the build: upstream has no src/gone.c");
    }

    @Test
    void aFileOfThePackagesOwnIsNotMissing() {
        assertThat(Assessed.script(
                        new MemoryFiles().with("pkg/own.txt", "x\n"), TREE, "sed -i s/-Wall/x/ Makefile own.txt\n"))
                .isEqualTo("UNKNOWN own.txt is not upstream's: it may come from the package's own directory");
    }

    @Test
    void aStepThatMayNotRunBreaksNothing() {
        assertThat(Assessed.pipeline(
                        new MemoryFiles(),
                        TREE,
                        "  - if: ${{build.arch}} == 'x86_64'\n    runs: sed -i s/a/b/ gone.txt\n"))
                .startsWith("UNKNOWN sed stops the build: upstream has no gone.txt, but the step runs only if");
    }

    @Test
    void aSecurityFixThatDoesNothingIsNoReasonToDropIt() {
        assertThat(assess("# CVE-2026-1234\nsed -i 's/-Wall//' Makefile\n"))
                .isEqualTo("UNKNOWN changes nothing in Makefile any more; whether upstream is safe without it, "
                        + "a person must see");
    }

    @Test
    void withoutSedNothingIsKnown() {
        Delta delta = Recipes.deltas(new MemoryFiles(), "  - runs: sed -i s/a/b/ Makefile\n")
                .get(0);
        assertThat(new InlineEditAssessor(new MemoryFiles(), Optional.empty()).assess(delta, TREE))
                .isEqualTo(Assessment.unknown("no GNU sed is installed where Nearstream runs"));
    }
}
