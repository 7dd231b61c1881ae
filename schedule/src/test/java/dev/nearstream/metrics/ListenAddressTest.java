package dev.nearstream.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9464, 127.0.0.1, 9464",
        "0.0.0.0:1, 0.0.0.0, 1",
        "[::1]:9464, ::1, 9464",
        "localhost:0, localhost, 0"
    })
    void hostAndPort(String text, String host, int port) {
        ListenAddress address = ListenAddress.parse(text);

        assertThat(address.toString()).isEqualTo(text);
        assertThat(address.resolve().getHostString().replace("0:0:0:0:0:0:0:1", "::1"))
                .isEqualTo(host);
        assertThat(address.resolve().getPort()).isEqualTo(port);
    }

    @Test
    void aPortAloneIsOfTheLoopbackAddress() {
        assertThat(ListenAddress.parse("9464").resolve().getAddress().isLoopbackAddress())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":9464",
                "host",
                "host:",
                "127.0.0.1:65536",
                "::1:9464",
                "http://127.0.0.1:9464",
                "a b:1",
                "127.0.0.1:-1"
            })
    void anythingElseIsNone(String text) {
        assertThatThrownBy(() -> ListenAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text
                        + "' is no address to listen at; write 127.0.0.1:9464, or a port alone for this machine");
    }
}
