package dev.nearstream.report.render;

import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.Verdict.HunkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The hunks of a patch that applies, with an offset or fuzz: what one has to look at to refresh it.
 *
 * @param all in the patch's order; empty where the patch does not apply, or applies exactly
 */
record InexactHunks(List<One> all) {
    private static final int SHOWN = 5;

    /** A hunk and its file. */
    record One(String path, Verdict.Hunk hunk) {
        /** {@code 40: offset 3 lines, fuzz 2}. */
        String rest() {
            List<String> how = new ArrayList<>();
            if (hunk.offset() != 0) {
                how.add("offset " + hunk.offset() + (Math.abs(hunk.offset()) == 1 ? " line" : " lines"));
            }
            if (hunk.fuzz() != 0) {
                how.add("fuzz " + hunk.fuzz());
            }
            return hunk.line() + ": " + String.join(", ", how);
        }
    }

    static InexactHunks of(Verdict verdict) {
        return new InexactHunks(
                verdict instanceof Verdict.Applies
                        ? verdict.files().stream()
                                .flatMap(file -> file.hunks().stream().map(hunk -> new One(file.path(), hunk)))
                                .filter(one -> one.hunk().result() == HunkResult.APPLIED)
                                .filter(one ->
                                        one.hunk().offset() != 0 || one.hunk().fuzz() != 0)
                                .toList()
                        : List.of());
    }

    /**
     * One line each for the first few, and one that counts the others.
     *
     * @param line of the file's path and of the rest, {@code 40: fuzz 2}
     */
    List<String> lines(BinaryOperator<String> line) {
        Stream<String> first = all.stream().limit(SHOWN).map(one -> line.apply(one.path(), one.rest()));
        Stream<String> others =
                all.size() > SHOWN ? Stream.of("and " + Numbers.count(all.size() - SHOWN) + " more") : Stream.empty();
        return Stream.concat(first, others).toList();
    }
}
