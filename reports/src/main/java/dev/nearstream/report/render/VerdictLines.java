package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.Verdict.HunkResult;
import dev.nearstream.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands behind a verdict, for the terminal. */
final class VerdictLines {
    private static final int SHORT_HASH = 12;

    private VerdictLines() {}

    /** {@code applies}, with how; else as contract.md spells it. */
    static String label(Verdict verdict) {
        Verdict.How how = verdict.how();
        return how == null ? verdict.label() : verdict.label() + " (" + how.label() + ")";
    }

    /** The same of a delta: one that is no patch does not apply, but is needed, droppable or broken. */
    static String label(DeltaKind kind, Verdict verdict) {
        return kind == DeltaKind.PATCH ? label(verdict) : state(verdict);
    }

    /** What an assessor of another kind than patches said. */
    static String state(Verdict verdict) {
        return verdict instanceof Verdict.Applies
                ? "needed"
                : verdict instanceof Verdict.Upstream ? "droppable" : "broken";
    }

    /** One line each: the problem, why it is needed, the hunks that fail, those that apply inexactly, the evidence. */
    static List<String> of(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        String problem = verdict.problem();
        if (problem != null) {
            lines.add(VisibleText.of(problem));
        }
        if (!verdict.finding().isEmpty()) {
            lines.add(VisibleText.of(verdict.finding()));
        }
        verdict.files()
                .forEach(file -> file.hunks().stream()
                        .filter(hunk -> hunk.result() == HunkResult.FAILED)
                        .forEach(hunk -> lines.add(
                                VisibleText.of((file.path().isEmpty() ? "" : file.path() + ":" + hunk.line() + ": ")
                                        + (hunk.detail().isEmpty() ? "the hunk fails" : hunk.detail())))));
        lines.addAll(InexactHunks.of(verdict).lines((path, rest) -> VisibleText.of(path + ":" + rest)));
        verdict.evidence().forEach(one -> lines.add(VisibleText.of(evidence(one))));
        return lines;
    }

    /** The commit, where there is one, and what it shows. The kind is for programs: the detail says it in words. */
    static String evidence(Evidence evidence) {
        String commit = Stream.of(
                        evidence.commit() == null ? null : cut(evidence.commit()),
                        evidence.subject() == null ? null : "“" + evidence.subject() + "”",
                        evidence.date() == null ? null : "of " + VerdictJson.text(evidence.date()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String release = evidence.firstRelease() == null ? "" : "first in " + evidence.firstRelease();
        String what = Stream.of(commit, release).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return Stream.of(what, evidence.detail())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private static String cut(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }
}
