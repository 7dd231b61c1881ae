package dev.nearstream.bump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions and checksums that both sides set. */
class PinMergeTest {

    private static EditMerge merge(String base, String ours, String theirs) {
        return EditMerge.of(
                "requirements.txt", base.getBytes(UTF_8), ours.getBytes(UTF_8), theirs.getBytes(UTF_8), new BitSet());
    }

    private static PinVersion version(String text) {
        return PinVersion.read(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "'  \"axios\": \"^1.12.0\",', axios, 1.12.0",
        "slab = \"0.4.11\", slab, 0.4.11",
        "'s2n-tls = {version=\"^0.3.19\",features=[\"fips\"]}', s2n-tls, 0.3.19",
        "'\tgolang.org/x/net v0.38.0 // indirect', golang.org/x/net, 0.38.0",
        "require golang.org/x/net v0.38.0, golang.org/x/net, 0.38.0",
        "urllib3==2.5.0, urllib3, 2.5.0",
        "'uvicorn[standard]>=0.30.6', uvicorn, 0.30.6",
        "<netty.version>4.1.118.Final</netty.version>, netty.version, 4.1.118.Final"
    })
    void aLineThatAsksForOneVersion(String line, String name, String version) {
        PinLine pin = PinLine.read(line).orElseThrow();
        assertThat(pin.name()).isEqualTo(name);
        assertThat(pin.text()).isEqualTo(version);
        assertThat(line.substring(pin.start())).startsWith(version);
    }

    @ParameterizedTest
    @CsvSource({
        "'requires-python = \"<3.12,>=3.11\"'",
        "'python = \">=3.11,<3.13\"'",
        "'tokio = { version = \"1.29.0, <1.39\" }'",
        "int main = 3;x 1.2.3",
        "'\"overrides\": {'"
    })
    void aLineThatDoesNot(String line) {
        assertThat(PinLine.read(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.12.0, 1.12.0, true",
        "1.12.5, 1.12.0, true",
        "1.13.2, 1.12.0, true", // the first of its line is cut from the main line
        "2.19.0, 2.18.8, false", // a parallel line
        "2.0.0, 1.12.0, false",
        "0.4.12, 0.4.11, true",
        "0.5.0, 0.4.0, false",
        "4.1.125.Final, 4.1.118.Final, true",
        "4.1.125.Beta, 4.1.118.Final, false",
        "1.11.9, 1.12.0, false"
    })
    void whoHasWhat(String upstream, String pinned, boolean has) {
        assertThat(version(upstream).has(version(pinned))).isEqualTo(has);
    }

    @Property
    void nobodyHasWhatIsAbove(
            @ForAll @IntRange(max = 5) int a,
            @ForAll @IntRange(max = 5) int b,
            @ForAll @IntRange(max = 5) int c,
            @ForAll @IntRange(max = 5) int d) {
        PinVersion one = version("1." + a + "." + b);
        PinVersion other = version("1." + c + "." + d);
        assertThat(one.has(one)).isTrue();
        assertThat(one.has(other) && one.isBelow(other)).isFalse();
    }

    @Test
    void whatUpstreamOvertookIsSuperseded() {
        EditMerge merge = merge(
                "{\n  \"axios\": \"1.8.2\",\n  \"jest\": \"29.0.0\"\n}\n",
                "{\n  \"axios\": \"1.12.0\",\n  \"jest\": \"29.0.0\"\n}\n",
                "{\n  \"axios\": \"^1.13.1\",\n  \"jest\": \"30.0.0\"\n}\n");
        assertThat(merge.leavesNothing()).isTrue();
        assertThat(merge.isSuperseded()).isTrue();
        assertThat(merge.steps()).containsExactly("axios 1.12.0, upstream asks for 1.13.1");
    }

    @Test
    void theHigherVersionIsSet() {
        EditMerge merge = merge("urllib3==1.26.5\n", "urllib3==1.26.18\n", "urllib3==1.26.16\n");
        assertThat(new String(merge.text(), UTF_8)).isEqualTo("urllib3==1.26.18\n");
        assertThat(merge.steps()).containsExactly("urllib3: the higher version 1.26.18 instead of 1.26.16");
    }

    @Test
    void aParallelLineIsForAPerson() {
        assertThat(merge("jackson==2.17.0\n", "jackson==2.18.8\n", "jackson==2.19.0\n")
                        .conflicts())
                .hasSize(1);
    }

    @Test
    void whatWeHoldBackOnPurposeIsNotOvertaken() {
        assertThat(merge("urllib3==1.26.19\n", "urllib3==1.26.18\n", "urllib3==1.26.20\n")
                        .conflicts())
                .hasSize(1);
    }

    @Test
    void aVersionOfNobodyIsNoPin() {
        assertThat(merge("<version>2.18.6</version>\n", "<version>2.18.8</version>\n", "<version>2.18.9</version>\n")
                        .conflicts())
                .hasSize(1);
    }

    @Test
    void aDigestThatIsNoSumMayBeAKey() {
        String line = "trusted = \"%s\"\n";
        assertThat(merge(line.formatted("a".repeat(64)), line.formatted("b".repeat(64)), line.formatted("c".repeat(64)))
                        .conflicts())
                .hasSize(1);
    }

    @Test
    void aPinThatUpstreamDoesNotHaveIsForAPerson() {
        Optional<RegionFate> none =
                merge("xml==0.6.2\n", "xml==0.6.2\npath==0.1.12\n", "xml==0.6.3\ntar==3.0.9\n").fates().stream()
                        .filter(fate -> fate.kind() == RegionFate.Kind.SUPERSEDED)
                        .findFirst();
        assertThat(none).isEmpty();
    }

    @Test
    void aChecksumThatUpstreamSetAnewIsOfAnotherFile() {
        String line = "SHA256 = \"%s\"\n";
        EditMerge merge =
                merge(line.formatted("a".repeat(64)), line.formatted("b".repeat(64)), line.formatted("c".repeat(64)));
        assertThat(merge.leavesNothing()).isTrue();
        assertThat(merge.isSuperseded()).isTrue();
    }

    @Test
    void theHashOfACommitIsNoChecksum() {
        String line = "COMMIT = \"%s\"\n";
        assertThat(merge(line.formatted("a".repeat(40)), line.formatted("b".repeat(40)), line.formatted("c".repeat(40)))
                        .conflicts())
                .hasSize(1);
    }
}
