package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.NotAssessed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told to do about a package that is not assessed. */
class RemedyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    not scored       | no newest release is known: the rules admit none          | Mend the recipe's update rules, or look at upstream's tags.
                    not scored       | no newest release is known: updates are disabled           | On purpose: enable them in the recipe, and they are watched again.
                    not scored       | no newest release is known: r-m.org is not asked: offline  | A run that is not offline asks.
                    not scored       | a delta is not assessed: it does not apply                 | The package's page has more of it.
                    failed: recipe   | a.yaml:3:1: no version                                     | Mend the recipe there.
                    failed: upstream | github.com: there is no repository at its local path       | Make that mirror, or mend `rewrite` in the configuration.
                    """)
    void tellsWhatMends(String state, String reason, String remedy) {
        assertThat(Remedy.of(new NotAssessed(state, reason, List.of("p")))).isEqualTo(remedy);
    }

    @Test
    void nothingIsToMendWhereAPackageIsSkipped() {
        assertThat(Remedy.of(new NotAssessed("skipped", "updates are disabled", List.of("p"))))
                .isEmpty();
    }
}
