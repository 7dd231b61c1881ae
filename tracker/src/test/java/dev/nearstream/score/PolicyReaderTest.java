package dev.nearstream.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    @Test
    void theShippedPolicyIsNamedByItsBytes() throws IOException {
        assertThat(PolicyReader.shipped().hash()).matches("[0-9a-f]{64}");
        assertThat(PolicyReader.read("p.yaml", shipped().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PolicyReader.shipped());
        assertThat(PolicyReader.read("p.yaml", (shipped() + "#\n").getBytes(StandardCharsets.UTF_8))
                        .hash())
                .isNotEqualTo(PolicyReader.shipped().hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  patch: 10         |  patch: -1      | p.yaml:15:10: kind.patch must be a number from 0 to 1000",
                "  patch: 10         |  patch: .nan    | must be a number from 0 to 1000, like 2.5, not .nan",
                "  patch: 10         |  patch: .inf    | must be a number from 0 to 1000, like 2.5, not .inf",
                "  patch: 10         |  patch: 1e300   | must be a number from 0 to 1000, like 2.5, not 1e300",
                "  patch: 10         |  patch: 1000000 | must be a number from 0 to 1000, like 2.5, not 1000000",
                "  patch: 10         |  patch: ten     | must be a number from 0 to 1000, like 2.5, not ten",
                "  patch: 10         |  patch:         | must be a number from 0 to 1000, like 2.5",
                "  patch: 10         |  patch: [10]    | must be a number from 0 to 1000, like 2.5",
                "  patch: 10         |  patsch: 10     | p.yaml:15:3: there is no key kind.patsch; the keys of kind are",
                "  cherry-pick: 5    |  patch: 5       | p.yaml:16:3: the key kind.patch stands here twice",
                "size:               |sizes:           | there is no section sizes; the sections are age, avoidable",
                "  partly: 1 #       |  #              | p.yaml: the key blocked.partly is missing",
                "  at-once: 1.5      |  at-once: 1.4   | avoidable.at-once must be at least blocked.conflict (1.5)",
                "  security: 0.2     |  security: 0.7  | must be at least purpose.security (0.7)",
                "  feature: 0.8      |  feature: 2     | purpose.unknown must be at least purpose.feature (2.0)",
                "  not-sent: 1.5     |  not-sent: 1    | forwarding.not-sent must be at least forwarding.unstated",
                "size:               |size: {          | p.yaml:"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void refusesWithPlaceAndRemedy(String before, String after, String message) throws IOException {
        String text = shipped();
        String changed = text.replace(before.stripTrailing(), after.stripTrailing());
        assertThat(changed).isNotEqualTo(text);
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(message.strip())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesWhatIsNoFileOrNoMapping() {
        assertThatThrownBy(() -> PolicyReader.read(Path.of("no-such-policy.yaml")))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("no-such-policy.yaml: there is no such file");
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", new byte[0])).isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", "- 1\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("mapping of sections");
    }

    private static String shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(PolicyReader.class.getResourceAsStream("policy.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
