package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.score.PolicyReader;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.RunSum;
import dev.nearstream.upstream.FixtureRepository;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nights under one policy, and then another policy. */
class RescoringTest {
    private final Path directory;
    private final Nights nights;
    private final List<Integer> told = new ArrayList<>();

    RescoringTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        nights = new Nights(directory);
    }

    @BeforeEach
    void run() throws Exception {
        try (FixtureRepository upstream = nights.upstream("pkg")) {
            upstream.file("f", "a\n").commit("One");
            upstream.tag("1.0").file("f", "b\n").commit("Two");
            upstream.tag("1.1");
        }
        nights.recipe("pkg", "1.0").file("pkg/x.patch", Nights.change("f", "a", "b"));
        nights.recipe("gone", "1.0").file("gone/x.patch", Nights.change("f", "a", "b"));
        nights.run("2024-02-01");
        nights.run("2024-03-01");
    }

    @AfterEach
    void close() {
        nights.close();
    }

    /** The shipped one, but that a missed release weighs more. */
    private ScoringPolicy another() throws Exception {
        try (InputStream in = PolicyReader.class.getResourceAsStream("policy.yaml")) {
            String shipped = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Path file = directory.resolve("policy.yaml");
            Files.writeString(file, shipped.replaceFirst("\n  releases: \\d+", "\n  releases: 50"));
            return PolicyReader.read(file);
        }
    }

    private void score(ScoringPolicy policy) {
        new Rescoring(nights.store(), policy).run(told::add);
    }

    private List<List<Outcome>> outcomes() {
        return nights.store().runs().stream()
                .map(run -> nights.store().outcomes(run.id()))
                .toList();
    }

    private List<Double> lag() {
        return nights.store().sums().stream()
                .map(sum -> sum.points().getOrDefault(ScoreClass.LAG, 0.0))
                .toList();
    }

    @Test
    void allRunsHaveThePointsOfOnePolicy() throws Exception {
        List<Double> before = lag();
        ScoringPolicy policy = another();
        score(policy);
        assertThat(told).containsExactly(2);
        assertThat(lag().get(0) - before.get(0)).isEqualTo(47.0); // 50 for one release, where it was 3
        assertThat(lag().get(1) - before.get(1)).isEqualTo(47.0);
        assertThat(lag().get(1)).as("as of its day").isGreaterThan(lag().get(0));
        assertThat(nights.store().sums()).extracting(RunSum::policyHash).containsOnly(policy.hash());
    }

    @Test
    void backAgainNothingIsOtherThanItWas() throws Exception {
        List<List<Outcome>> before = outcomes();
        score(another());
        assertThat(outcomes()).isNotEqualTo(before);
        score(PolicyReader.shipped());
        assertThat(outcomes()).isEqualTo(before);
    }

    @Test
    void nothingIsDoneWhereThePolicyIsTheSame() {
        score(PolicyReader.shipped());
        assertThat(told).isEmpty();
    }
}
