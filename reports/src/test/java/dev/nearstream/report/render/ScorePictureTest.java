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
            values(2.0, 3.0, null));

    @Test
    void wordsSayWhatThePictureShows() {
        assertThat(ScorePicture.words(CURVE))
                .isEqualTo("Curve over 3 weeks from 2026-08-03 to 2026-08-17: points from 30 to 20.8;"
                        + " points without lag from 28 to 20; deltas from 2 to 3");
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

        assertThat(svg).contains("viewBox=\"0 0 480 160\"", ">points<", ">points without lag<", ">deltas<");
        assertThat(svg).isEqualTo(ScorePicture.svg(CURVE));
    }

    @Test
    void aValueAloneIsSeen() {
        ScoreCurve alone = new ScoreCurve(
                true, List.of("2026-08-03", "2026-08-10"), values(null, 4.0), values(null, 4.0), values(1.0, 2.0));

        assertThat(ScorePicture.svg(alone)).contains("h6\"/>");
    }

    private static List<@Nullable Double> values(@Nullable Double... values) {
        return Arrays.asList(values);
    }
}
