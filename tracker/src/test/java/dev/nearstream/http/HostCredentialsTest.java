package dev.nearstream.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A recipe names hosts: none of them may be given what is another's. */
class HostCredentialsTest {
    @TempDir
    Path home;

    private boolean has(String variable, String host) {
        return HostCredentials.of(Map.of(variable, "s3cret"), home).find(host).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "github.com, NEARSTREAM_TOKEN_GITHUB_COM",
        "git-eu.example.org, NEARSTREAM_TOKEN_GIT__EU_EXAMPLE_ORG",
        "xn--bcher-kva.example, NEARSTREAM_TOKEN_XN____BCHER__KVA_EXAMPLE",
        "localhost, NEARSTREAM_TOKEN_LOCALHOST"
    })
    void aHostHasAVariableOfItsOwn(String host, String variable) {
        assertThat(has(variable, host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"git-example.org", "git_example.org", "git-.example.org", "gitexample.org", "example.org"})
    void noOtherHostGetsTheToken(String host) {
        assertThat(has("NEARSTREAM_TOKEN_GIT_EXAMPLE_ORG", host)).isFalse();
    }

    @Test
    void aNameOfAbsurdLengthHasNone() {
        assertThat(has("NEARSTREAM_TOKEN_A", "a.".repeat(20_000) + "a")).isFalse();
    }

    @Test
    void aNameThatIsNoHostNameHasNoVariable() {
        assertThat(has("NEARSTREAM_TOKEN_A___B", "a-.b")).isFalse();
        assertThat(has("NEARSTREAM_TOKEN_A___B", "a.-b")).isFalse();
        assertThat(has("NEARSTREAM_TOKEN_A___B", "a_b")).isFalse();
    }
}
