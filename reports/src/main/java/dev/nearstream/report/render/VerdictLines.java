package dev.nearstream.report.render;

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
    private VerdictLines() {}

    /** {@code applies}, with how; else as contract.md spells it. */
    static String label(Verdict verdict) {
        Verdict.How how = verdict.how();
        return how == null ? verdict.label() : verdict.label() + " (" + how.label() + ")";
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

    static String evidence(Evidence evidence) {
        String commit = Stream.of(
                        evidence.commit(),
                        evidence.subject() == null ? null : "“" + evidence.subject() + "”",
                        evidence.date() == null ? null : "of " + VerdictJson.text(evidence.date()),
                        evidence.firstRelease() == null ? null : "first in " + evidence.firstRelease())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(evidence.kind().label(), commit, evidence.detail())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }
}
