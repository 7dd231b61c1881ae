package dev.nearstream.report;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.history.Touch;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import dev.nearstream.store.Background;
import dev.nearstream.store.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outcomes in which there is one of all that can be there. */
public final class Fullest {
    /** Of each kind, without what need not be there. */
    public static final List<Evidence> EVIDENCE = Arrays.stream(Evidence.Kind.values())
            .map(kind -> new Evidence(kind, null, null, null, null, "detail"))
            .toList();

    private Fullest() {}

    /** Every verdict, kind and purpose, with and without what may be missing. */
    public static Outcome.Tracked tracked(@Nullable String stream) {
        List<AssessedDelta> deltas = new ArrayList<>();
        for (Verdict verdict : verdicts()) {
            AssessedDelta delta = Nights.delta("patch:a", 3, verdict, verdict);
            deltas.add(delta.at(new AtBranch("main", "0123abcd", verdict, null, true)));
        }
        for (DeltaKind kind : DeltaKind.values()) {
            AssessedDelta delta = Nights.of(kind, kind.label() + ":x", Nights.applies(0));
            deltas.add(delta.at(AtBranch.missing("updates are off")));
        }
        for (Purpose purpose : Purpose.values()) {
            deltas.add(Nights.said(
                    Nights.delta("patch:b", 4, null, null),
                    purpose,
                    new Background(
                            "since",
                            "recipe",
                            "keep it",
                            "family",
                            List.of("CVE-2026-1111"),
                            new Touch("0123abcd", "A", LocalDate.parse("2026-05-06")))));
        }
        List<ScoreComponent> components = Arrays.stream(ScoreClass.values())
                .map(one -> new ScoreComponent(one, null, 1.5, "a reason"))
                .toList();
        return Nights.tracked("full", "1", Nights.lag("2", 1, stream), deltas, components);
    }

    /** One of each, with evidence of each kind. */
    private static List<Verdict> verdicts() {
        List<Verdict> all = new ArrayList<>(List.of(
                new Verdict.PartlyUpstream(Nights.conflicts().files(), EVIDENCE),
                Nights.upstream(),
                Nights.conflicts(),
                new Verdict.Unreadable("no hunk in it")));
        for (Verdict.How how : Verdict.How.values()) {
            all.add(new Verdict.Applies(how, Nights.applies(1).files(), EVIDENCE, "still needed"));
        }
        return all;
    }
}
