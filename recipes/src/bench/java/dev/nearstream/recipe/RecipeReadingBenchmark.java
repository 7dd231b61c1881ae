package dev.nearstream.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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

/** Reading 500 recipes of 80 lines each out of memory: YAML, fields, variables, pipelines. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class RecipeReadingBenchmark {
    private static final int RECIPES = 500;

    @Param({"1", "2"})
    int threads;

    private final TreeMap<String, byte[]> texts = new TreeMap<>();

    @Setup
    public void make() {
        for (int i = 0; i < RECIPES; i++) {
            texts.put("package-%d.yaml".formatted(i), recipe(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Benchmark
    public RecipeTree read() throws IOException {
        RecipeTree tree = new RecipeReader(files()).read(name -> true, threads);
        if (tree.recipes().size() != RECIPES || !tree.problems().isEmpty()) {
            throw new IllegalStateException(tree.problems().toString());
        }
        return tree;
    }

    private RecipeFiles files() {
        return new RecipeFiles() {
            @Override
            public String location() {
                return "memory";
            }

            @Override
            public List<Entry> list(String directory) {
                return directory.isEmpty()
                        ? texts.keySet().stream()
                                .map(name -> new Entry(name, false))
                                .toList()
                        : List.of();
            }

            @Override
            public Optional<byte[]> read(String path, int limit) {
                return Optional.ofNullable(texts.get(path));
            }
        };
    }

    private static String recipe(int number) {
        StringBuilder subpackages = new StringBuilder("subpackages:\n");
        for (String part : List.of("doc", "dev", "libs", "static")) {
            subpackages.append("""
                      - name: ${{package.name}}-%s
                        description: "the %s part"
                        dependencies:
                          runtime:
                            - ${{package.name}}
                        pipeline:
                          - uses: split/%s
                          - runs: |
                              find "${{targets.subpkgdir}}" -name '*.la' -delete
                    """.formatted(part, part, part));
        }
        return """
                package:
                  name: package-%d
                  version: "1.%d.0"
                  epoch: 1 # a rebuild
                  description: "a generated package"
                  copyright:
                    - license: MIT

                environment:
                  contents:
                    packages:
                      - build-base
                      - busybox

                var-transforms:
                  - from: ${{package.version}}
                    match: ^(\\d+)\\.(\\d+).*
                    replace: ${1}_${2}
                    to: underscored

                pipeline:
                  - uses: git-checkout
                    with:
                      repository: https://git.example.org/package-%d.git
                      tag: v${{vars.underscored}}
                      expected-commit: c2453bf1fc460a979bbbf901511521663a6627d8

                  - runs: |
                      ./configure --prefix=/usr
                      make -j$(nproc)

                  - runs: |
                      make install DESTDIR="${{targets.destdir}}"

                  - uses: strip

                %s
                update:
                  enabled: true
                  ignore-regex-patterns:
                    - rc*
                  git:
                    strip-prefix: v
                """.formatted(number, number % 40, number, subpackages);
    }
}
