package dev.nearstream.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "v0.2.0-dev.20230703, 0.2.0_pre20230703, 0.2.0_pre20230711, v0.2.0-dev.20230711",
        "release_1_9, 1.9, 1.10, release_1_10",
        "v1.0-alpine3, 1.0, 1.1, ",
        "v1.0, 1.0, 1.0.1, ",
        "stable, 1.0, 1.1, "
    })
    void theTagsNumbersAreTheVersions(String tag, String packaged, String version, String expected) {
        assertThat(TagNumbers.at(tag, packaged, version).orElse(null)).isEqualTo(expected);
    }
}
