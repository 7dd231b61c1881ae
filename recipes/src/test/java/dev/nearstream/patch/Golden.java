package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One example of what a patch does to a tree. Each is held against the real program too, where the machine has one, so
 * that no example says what GNU patch does not do.
 */
record Golden(MemoryTree before, String patch, PatchOptions options) {
    private static final boolean REAL = GnuPatch.isPresent();

    static Golden of(MemoryTree before, String patch) {
        return new Golden(before, patch, PatchOptions.DEFAULT);
    }

    /** A file {@code f}, and hunks for it. */
    static Golden hunks(String before, String hunks) {
        return of(MemoryTree.of("f", before), "--- a/f\n+++ b/f\n" + hunks);
    }

    Golden fuzz(int fuzz) {
        return new Golden(before, patch, new PatchOptions(options.strip(), fuzz));
    }

    Golden strip(int strip) {
        return new Golden(before, patch, new PatchOptions(strip, options.fuzz()));
    }

    PatchResult result() {
        if (REAL) {
            assertThat(differences()).isEmpty();
        }
        return new PatchEngine(options).apply(PatchParser.parse(patch.getBytes(StandardCharsets.ISO_8859_1)), before);
    }

    /** The content of {@code f} afterwards, or what became of the patch instead. */
    String after() {
        return after("f");
    }

    /** The content of a file afterwards, or what became of the patch instead. */
    String after(String path) {
        PatchResult result = result();
        return result.outcome() == PatchResult.Outcome.APPLIES
                ? before.with(result.changes()).text(path)
                : result.outcome().toString();
    }

    /** The paths afterwards. */
    List<String> paths() {
        return List.copyOf(before.with(result().changes()).entries().keySet());
    }

    /** What became of each hunk, a word or a number each: {@code fuzz 1}, {@code offset -2}, {@code exact}, {@code failed}. */
    List<String> fits() {
        return result().files().stream()
                .flatMap(file -> file.hunks().stream())
                .map(hunk -> hunk.result() != HunkResult.Result.APPLIED
                        ? "failed"
                        : hunk.fuzz() > 0
                                ? "fuzz " + hunk.fuzz()
                                : hunk.offset() != 0 ? "offset " + hunk.offset() : "exact")
                .toList();
    }

    private List<String> differences() {
        Comparison comparison = new Comparison(before, patch, options, false);
        try {
            Path directory = Files.createTempDirectory("golden");
            try {
                return comparison.differences(
                        GnuPatch.run(directory, List.of(comparison)).get(0));
            } finally {
                GnuPatch.clear(directory);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
