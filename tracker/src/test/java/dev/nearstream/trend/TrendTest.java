package dev.nearstream.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.WeekCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Counts over hand-made weeks: each package is written as its name and what it carries, {@code a=x,y}. */
class TrendTest {
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W01");

    /** A delta's id is its content's name before a quote: {@code x} and {@code x'} are one delta, altered. */
    private static CarriedDelta delta(String text) {
        return new CarriedDelta(DeltaKind.PATCH, text.replace("'", ""), "content " + text, Purpose.BUILD, 1);
    }

    private static CarriedPast past(String... weeks) {
        RememberedTrend store = new RememberedTrend();
        Map<String, WeekState.CarriedPackage> before = Map.of();
        int number = 0;
        for (String week : weeks) {
            Map<String, WeekState.CarriedPackage> now = new LinkedHashMap<>();
            for (String one : week.isEmpty() ? new String[0] : week.split(" ")) {
                String[] parts = one.split("=", -1);
                List<CarriedDelta> deltas = parts[1].isEmpty()
                        ? List.of()
                        : Arrays.stream(parts[1].split(","))
                                .map(TrendTest::delta)
                                .toList();
                now.put(parts[0], new WeekState.CarriedPackage("1", deltas));
            }
            int deltas =
                    now.values().stream().mapToInt(of -> of.deltas().size()).sum();
            WeekCommit at = new WeekCommit(FIRST.plus(number++), "0".repeat(40), Instant.EPOCH);
            WeekChange change = WeekChange.between(before, now);
            store.add("os", new PastWeek(at, now.size(), now.size(), deltas, change.bumped()), change);
            before = now;
        }
        return CarriedPast.read(store, "os");
    }

    private static List<Flow> flows(String... weeks) {
        return Trend.of(past(weeks), 52).points().stream().map(TrendPoint::flow).toList();
    }

    @Test
    void copiesOfOnePatchAreOneContent() {
        TrendPoint last = Trend.of(past("a=x b=x,y c="), 52).points().get(0);
        assertThat(last.packages()).isEqualTo(3);
        assertThat(last.carrying()).isEqualTo(2);
        assertThat(last.deltas()).isEqualTo(3);
        assertThat(last.contents()).isEqualTo(2);
        assertThat(last.contentsByKind()).isEqualTo(Map.of(DeltaKind.PATCH, 2));
    }

    @Test
    void bornAndDroppedAreOfPackagesThatStay() {
        assertThat(flows("a=", "a=x", "a="))
                .containsExactly(new Flow(0, 0, 0, 0), new Flow(1, 0, 0, 0), new Flow(0, 0, 1, 0));
    }

    @Test
    void newAndRetiredPackagesBringAndTakeTheirOwn() {
        assertThat(flows("a=", "a= b=x", "a="))
                .containsExactly(new Flow(0, 0, 0, 0), new Flow(0, 1, 0, 0), new Flow(0, 0, 0, 1));
    }

    /** A stream goes and its successor has the same patch: nobody has come any nearer to upstream. */
    @Test
    void whatGoesOnInAnotherPackageHasNeitherComeNorGone() {
        assertThat(flows("a-1=x", "a-2=x").get(1)).isEqualTo(new Flow(0, 0, 0, 0));
        assertThat(flows("a-1=x", "a-1=x a-2=x", "a-2=x").subList(1, 3))
                .containsExactly(new Flow(0, 0, 0, 0), new Flow(0, 0, 0, 0));
    }

    @Test
    void whatWasAlteredHasNeitherComeNorGone() {
        assertThat(flows("a=x", "a=x'").get(1)).isEqualTo(new Flow(0, 0, 0, 0));
        assertThat(Move.between(past("a=x", "a=x'"), FIRST, FIRST.plus(1))).isEmpty();
    }

    @Test
    void theCohortIsOfPackagesThatWereAlwaysThere() {
        Trend trend = Trend.of(past("a=x b=y", "a=x b=y c=z", "a=x c=z", "a=x,w c=z"), 3);
        assertThat(trend.cohortSince()).isEqualTo(FIRST.plus(1));
        assertThat(trend.cohortPackages()).containsExactlyInAnyOrder("a", "c");
        assertThat(trend.points()).extracting(TrendPoint::cohort).containsExactly(null, 2, 2, 3);
    }

    @Test
    void theLargestMoveStandsFirst() {
        CarriedPast past = past("a=x,y,z b=p", "a=z b=p,q c=r,s,t");
        assertThat(Move.between(past, FIRST, FIRST.plus(1)))
                .containsExactly(
                        new Move("c", List.of("r", "s", "t"), List.of()),
                        new Move("a", List.of(), List.of("x", "y")),
                        new Move("b", List.of("q"), List.of()));
    }

    @Test
    void livesAreFromTheFirstPackageToTheLast() {
        Lifetimes lives = Lifetimes.of(past("a=x", "a=x' b=y", "b=x',y", "b=y", "b=y"), kind -> true);
        assertThat(lives.dropped()).as("x, altered and handed on").isEqualTo(new Quantiles(1, 3L, 3L));
        assertThat(lives.carried()).isEqualTo(new Quantiles(1, 3L, 3L));
        assertThat(Lifetimes.of(past("a=x"), kind -> kind == DeltaKind.SNAPSHOT).carried())
                .isEqualTo(new Quantiles(0, null, null));
    }

    @Test
    void quantilesAreValuesByTheNearestRank() {
        assertThat(Quantiles.of(List.of(9L, 1L, 5L, 7L))).isEqualTo(new Quantiles(4, 5L, 9L));
        assertThat(Quantiles.of(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L))
                        .ninth())
                .isEqualTo(9);
    }

    @Test
    void withoutAWeekThereIsNothing() {
        assertThat(Trend.of(past(), 52).points()).isEmpty();
    }

    /** The sweep over the spans against a count of each week alone. */
    @Property(tries = 300)
    void eachWeekIsCountedAsIfItWereAlone(@ForAll("pasts") List<String> weeks) {
        List<TrendPoint> points =
                Trend.of(past(weeks.toArray(String[]::new)), 2).points();
        int before = 0;
        for (int i = 0; i < weeks.size(); i++) {
            TrendPoint alone = Trend.of(past(weeks.get(i)), 2).points().get(0);
            TrendPoint point = points.get(i);
            assertThat(point.packages()).isEqualTo(alone.packages());
            assertThat(point.carrying()).isEqualTo(alone.carrying());
            assertThat(point.deltas()).isEqualTo(alone.deltas());
            assertThat(point.contents()).isEqualTo(alone.contents());
            assertThat(point.byKind()).isEqualTo(alone.byKind());
            Flow flow = point.flow();
            if (weeks.stream().noneMatch(week -> week.contains("'"))) {
                assertThat(point.contents() - before)
                        .isEqualTo(flow.born() + flow.arrived() - flow.dropped() - flow.retired());
            }
            before = point.contents();
        }
    }

    @Provide
    static Arbitrary<List<String>> pasts() {
        Arbitrary<String> deltas = Arbitraries.of("x", "y", "z", "x'", "w")
                .set()
                .ofMaxSize(3)
                .map(set -> {
                    List<String> distinct = new ArrayList<>();
                    set.forEach(one -> {
                        if (!set.contains("x") || !one.equals("x'")) {
                            distinct.add(one);
                        }
                    });
                    return String.join(",", distinct);
                });
        Arbitrary<String> week = Arbitraries.maps(Arbitraries.of("a", "b", "c"), deltas)
                .ofMaxSize(3)
                .map(map -> {
                    List<String> parts = new ArrayList<>();
                    map.forEach((name, carried) -> parts.add(name + "=" + carried));
                    return String.join(" ", parts);
                });
        return week.list().ofMinSize(1).ofMaxSize(6);
    }
}
