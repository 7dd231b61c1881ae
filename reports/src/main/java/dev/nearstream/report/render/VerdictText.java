package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.Verdict.HunkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Verdicts in markdown. */
final class VerdictText {
    private static final int LONGEST_DETAIL = 400;

    private VerdictText() {}

    /** Of a patch as below; of another kind whether it is needed, droppable or broken. */
    static String summary(DeltaKind kind, @Nullable Verdict verdict) {
        return kind == DeltaKind.PATCH || verdict == null ? summary(verdict) : VerdictLines.state(verdict);
    }

    /** {@code applies, fuzz}, {@code conflicts: 2 of 3 hunks fail}, {@code not assessed}. */
    private static String summary(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "not assessed";
        }
        if (verdict instanceof Verdict.Applies applies) {
            return "applies, " + applies.how().label();
        }
        String problem = verdict.problem();
        if (problem != null) {
            return "unreadable: " + Message.of(problem);
        }
        if (verdict instanceof Verdict.Upstream) {
            return verdict.label();
        }
        if (!verdict.isOfHunks()) {
            return verdict.label();
        }
        String there = verdict.upstreamHunks() == 0 ? "" : ", " + Numbers.count(verdict.upstreamHunks()) + " upstream";
        return verdict.label() + ": " + failed(verdict) + there;
    }

    /** {@code 2 of 3 hunks fail}. */
    static String failed(Verdict verdict) {
        if (verdict.hunks() == 0) {
            return "it does not apply, and has no hunks";
        }
        return Numbers.count(verdict.failedHunks()) + " of " + Numbers.count(verdict.hunks(), "hunk")
                + (verdict.failedHunks() == 1 ? " fails" : " fail");
    }

    /** One line for each hunk that fails and is not upstream. */
    static List<String> failures(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        for (Verdict.FileResult file : verdict.files()) {
            for (Verdict.Hunk hunk : file.hunks()) {
                if (hunk.result() == HunkResult.FAILED) {
                    String detail = hunk.detail().isEmpty() ? "" : ": " + OutsideText.of(hunk.detail(), LONGEST_DETAIL);
                    String place =
                            file.path().isEmpty() ? "" : Code.ifBroken(file.path(), 120) + " line " + hunk.line();
                    lines.add(place.isEmpty() && !detail.isEmpty() ? detail.substring(2) : place + detail);
                }
            }
        }
        return lines;
    }

    /** The hunks that apply with an offset or fuzz, the first few one line each. */
    static List<String> inexact(Verdict verdict) {
        return InexactHunks.of(verdict).lines((path, rest) -> Code.ifBroken(path, 120) + " line " + rest);
    }

    /** One line for each piece of evidence; commits and releases linked to the upstream's pages. */
    static List<String> evidence(@Nullable String upstream, Verdict verdict) {
        return verdict.evidence().stream().map(one -> evidence(upstream, one)).toList();
    }

    static String evidence(@Nullable String upstream, Evidence evidence) {
        List<String> parts = new ArrayList<>();
        if (evidence.commit() != null) {
            parts.add(Inline.commit(upstream, evidence.commit()));
        }
        if (evidence.subject() != null) {
            parts.add("“" + OutsideText.of(evidence.subject(), 120) + "”");
        }
        if (evidence.date() != null) {
            parts.add("of " + evidence.date());
        }
        String commit = String.join(" ", parts);
        String release =
                evidence.firstRelease() == null ? "" : "first in " + Inline.tag(upstream, evidence.firstRelease());
        String what = Stream.of(commit, release).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        String detail = OutsideText.of(evidence.detail(), LONGEST_DETAIL);
        return what.isEmpty() ? detail : detail.isEmpty() ? what : what + ": " + detail;
    }
}
