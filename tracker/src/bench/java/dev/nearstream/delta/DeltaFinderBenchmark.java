package dev.nearstream.delta;

import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The search for local changes in recipes that are read already: patches, picks, pins, edits and scripts. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class DeltaFinderBenchmark {
    private static final int DELTAS = 8;

    @Param({"100", "1000"})
    int recipes;

    private final GeneratedFiles files = new GeneratedFiles();
    private RecipeTree tree = new RecipeTree(files, List.of(), List.of());

    @Setup
    public void make() throws IOException {
        for (int i = 0; i < recipes; i++) {
            files.add("package-%04d/fix-prefix.patch".formatted(i), PATCH);
            files.add("package-%04d.yaml".formatted(i), recipe(i));
        }
        tree = new RecipeReader(files).read(name -> true, 1);
    }

    @Benchmark
    public DeltaReport find() {
        DeltaReport report = new DeltaFinder(files).report(tree, 1);
        int found =
                report.packages().stream().mapToInt(of -> of.deltas().size()).sum();
        if (found != recipes * DELTAS) {
            throw new IllegalStateException(found + " deltas found: " + report.problems());
        }
        return report;
    }

    private static final String PATCH = """
            Subject: Install below PREFIX

            --- a/Makefile
            +++ b/Makefile
            @@ -1,3 +1,3 @@
             CC = cc
            -BIN = /usr/local/bin
            +BIN = $(PREFIX)/bin
             all: beck
            """;

    private static String recipe(int number) {
        return """
                package:
                  name: package-%1$04d
                  version: "1.%1$d"
                  epoch: 0

                pipeline:
                  - uses: git-checkout
                    with:
                      repository: https://git.example.org/package-%1$d.git
                      tag: v${{package.version}}
                      expected-commit: c2453bf1fc460a979bbbf901511521663a6627d8
                      cherry-picks: |
                        main/3026de8b24eb3026de8b24eb3026de8b24eb3026: a fix

                  - uses: patch
                    with:
                      patches: fix-prefix.patch

                  - uses: go/bump
                    with:
                      deps: |-
                        golang.org/x/net@v0.38.0
                        golang.org/x/text@v0.21.0

                  - runs: |
                      sed -i 's|/usr/local|/usr|' Makefile
                      rm -rf third_party/zlib
                      export CFLAGS="$CFLAGS -O2"
                      if [ "$(uname -m)" = x86_64 ]; then
                        ./configure --prefix=/usr --enable-simd
                      else
                        ./configure --prefix=/usr
                      fi
                      make -j$(nproc)
                      mvn -q package -DskipTests

                  - runs: |
                      make install DESTDIR="${{targets.destdir}}"
                      sed -i 's|#!/usr/bin/env|#!/usr/bin|' "${{targets.destdir}}"/usr/bin/*
                """.formatted(number);
    }
}
