package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.ScoreCurve;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorePictureTest {
    private static final ScoreCurve CURVE = new ScoreCurve(
            true,
            List.of("2026-08-03", "2026-08-10", "2026-08-17"),
            values(null, 30.0, 20.75),
            values(null, 28.0, 20.0),
            values(2.0, 2.0, null));

    @Test
    void wordsSayWhatThePictureShows() {
        assertThat(ScorePicture.words(CURVE))
                .isEqualTo("Curve over 2 weeks from 2026-08-10 to 2026-08-17: points from 30 to 20.8;"
                        + " points without lag from 28 to 20");
        assertThat(ScorePicture.words(new ScoreCurve(
                        false,
                        List.of("2026-08-03", "2026-08-04", "2026-08-05"),
                        values(1.0, 9.5, 1.0),
                        values(1.0, 9.5, 1.0),
                        values(null, null, null))))
                .isEqualTo("Curve over 3 runs from 2026-08-03 to 2026-08-05: points from 1 to 1, at most 9.5");
    }

    @Test
    void thePictureIsSmallAndNamesItsLines() {
        String svg = ScorePicture.svg(CURVE);

        assertThat(svg).contains("viewBox=\"0 0 480 160\"", ">points<", ">points without lag<");
        assertThat(svg).doesNotContain("deltas");
        assertThat(svg).isEqualTo(ScorePicture.svg(CURVE));
    }

    /** On one scale with hundreds of points they would lie on the ground. */
    @Test
    void deltasAreShownUntilPointsAreKnownOfEnoughPlaces() {
        String[] days = new String[9];
        @Nullable Double[] points = new @Nullable Double[9];
        @Nullable Double[] carried = new @Nullable Double[9];
        for (int i = 0; i < 9; i++) {
            days[i] = "2026-08-0" + (i + 1);
            points[i] = i < 2 ? null : 100.0 + i;
            carried[i] = i < 2 ? 2.0 : 3.0;
        }
        assertThat(ScorePicture.words(curve(days, points, carried)))
                .isEqualTo("Curve over 9 runs from 2026-08-01 to 2026-08-09: deltas from 2 to 3");
        points[1] = 101.0;
        assertThat(ScorePicture.words(curve(days, points, carried)))
                .isEqualTo("Curve over 8 runs from 2026-08-02 to 2026-08-09: points from 101 to 108");
    }

    private static ScoreCurve curve(String[] days, @Nullable Double[] points, @Nullable Double[] carried) {
        return new ScoreCurve(false, List.of(days), values(points), values(points), values(carried));
    }

    @Test
    void aValueAloneIsSeen() {
        ScoreCurve alone = new ScoreCurve(
                true,
                List.of("2026-08-03", "2026-08-10", "2026-08-17"),
                values(4.0, null, 5.0),
                values(4.0, null, 5.0),
                values(null, null, null));

        assertThat(ScorePicture.svg(alone)).contains("h6");
    }

    private static List<@Nullable Double> values(@Nullable Double... values) {
        return Arrays.asList(values);
    }
}
