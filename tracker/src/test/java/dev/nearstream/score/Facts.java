package dev.nearstream.score;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Facts for tests. */
final class Facts {
    private Facts() {}

    /** A patch of one file, six lines and two hunks, that upstream lacks. */
    static DeltaFacts patch(String name) {
        return new DeltaFacts(
                "patch:" + name,
                DeltaKind.PATCH,
                Purpose.UNKNOWN,
                new DeltaFacts.Size(1, 6, 2),
                null,
                DeltaState.NECESSARY,
                DeltaState.NECESSARY,
                null,
                null,
                Forwarding.SENT,
                null,
                null);
    }

    static DeltaFacts kept(DeltaFacts d, String decision) {
        return said(d, d.reason(), decision);
    }

    static DeltaFacts reason(DeltaFacts d, String reason) {
        return said(d, reason, d.decision());
    }

    private static DeltaFacts said(DeltaFacts d, @Nullable String reason, @Nullable String decision) {
        return new DeltaFacts(
                d.id(),
                d.kind(),
                d.purpose(),
                d.size(),
                d.ageDays(),
                d.now(),
                d.atLatest(),
                d.avoidableDays(),
                d.firstRelease(),
                d.forwarding(),
                d.family(),
                d.notAssessed(),
                reason,
                decision);
    }

    static DeltaFacts named(DeltaFacts d, String id, @Nullable String family) {
        return new DeltaFacts(
                id,
                d.kind(),
                d.purpose(),
                d.size(),
                d.ageDays(),
                d.now(),
                d.atLatest(),
                d.avoidableDays(),
                d.firstRelease(),
                d.forwarding(),
                family,
                d.notAssessed());
    }

    static DeltaFacts purpose(DeltaFacts d, Purpose purpose) {
        return new DeltaFacts(
                d.id(),
                d.kind(),
                purpose,
                d.size(),
                d.ageDays(),
                d.now(),
                d.atLatest(),
                d.avoidableDays(),
                d.firstRelease(),
                d.forwarding(),
                d.family(),
                d.notAssessed());
    }

    static DeltaFacts state(DeltaFacts d, DeltaState now, DeltaState atLatest) {
        return new DeltaFacts(
                d.id(),
                d.kind(),
                d.purpose(),
                d.size(),
                d.ageDays(),
                now,
                atLatest,
                d.avoidableDays(),
                d.firstRelease(),
                d.forwarding(),
                d.family(),
                d.notAssessed());
    }

    static DeltaFacts avoidable(DeltaFacts d, long days, String firstRelease) {
        return new DeltaFacts(
                d.id(),
                d.kind(),
                d.purpose(),
                d.size(),
                d.ageDays(),
                DeltaState.NECESSARY,
                DeltaState.UPSTREAM,
                days,
                firstRelease,
                d.forwarding(),
                d.family(),
                d.notAssessed());
    }

    static DeltaFacts size(DeltaFacts d, DeltaFacts.Size size) {
        return new DeltaFacts(
                d.id(),
                d.kind(),
                d.purpose(),
                size,
                d.ageDays(),
                d.now(),
                d.atLatest(),
                d.avoidableDays(),
                d.firstRelease(),
                d.forwarding(),
                d.family(),
                d.notAssessed());
    }

    static DeltaFacts age(DeltaFacts d, long days) {
        return new DeltaFacts(
                d.id(),
                d.kind(),
                d.purpose(),
                d.size(),
                days,
                d.now(),
                d.atLatest(),
                d.avoidableDays(),
                d.firstRelease(),
                d.forwarding(),
                d.family(),
                d.notAssessed());
    }

    /** Deltas with ids of their own, some in one of two families. */
    static Arbitrary<List<DeltaFacts>> lists() {
        return delta().list().ofMaxSize(12).map(list -> {
            List<DeltaFacts> numbered = new ArrayList<>();
            for (DeltaFacts d : list) {
                numbered.add(named(d, d.kind().label() + ":" + numbered.size(), d.family()));
            }
            return numbered;
        });
    }

    static Arbitrary<LagFacts> lag() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5000).injectNull(0.2),
                        Arbitraries.longs().between(-10, 100_000).injectNull(0.2),
                        Arbitraries.doubles().between(-5, 300).injectNull(0.2),
                        Arbitraries.of("pinned", "manual", "disabled").injectNull(0.7))
                .as(LagFacts::new);
    }

    private static Arbitrary<DeltaFacts> delta() {
        Arbitrary<DeltaFacts> plain = Combinators.combine(
                        Arbitraries.of(DeltaKind.class),
                        Arbitraries.of(Purpose.class),
                        Combinators.combine(count(), count(), count()).as(DeltaFacts.Size::new),
                        Arbitraries.longs().between(-3, 20_000).injectNull(0.3),
                        Arbitraries.of(DeltaState.class),
                        Arbitraries.of(DeltaState.class),
                        Arbitraries.longs().between(-3, 20_000).injectNull(0.3),
                        Arbitraries.of(Forwarding.class))
                .as((kind, purpose, size, age, now, latest, avoidable, forwarding) -> new DeltaFacts(
                        "x", kind, purpose, size, age, now, latest, avoidable, null, forwarding, null, null));
        return Combinators.combine(plain, Arbitraries.of("a", "b").injectNull(0.5))
                .as((d, family) -> named(d, "x", family));
    }

    private static Arbitrary<Integer> count() {
        return Arbitraries.integers().between(0, Integer.MAX_VALUE);
    }
}
