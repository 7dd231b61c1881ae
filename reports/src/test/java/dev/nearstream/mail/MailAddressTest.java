package dev.nearstream.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void anAddressMayHaveAName() {
        assertThat(MailAddress.parse("ann@example.org")).map(MailAddress::bare).contains("ann@example.org");
        assertThat(MailAddress.parse("Jürgen <j@example.org>"))
                .get()
                .hasToString("\"Jürgen\" <j@example.org>")
                .extracting(MailAddress::domain)
                .isEqualTo("example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.org",
                "a@b@c",
                "ann@example.org, bob@example.org",
                "ann@example.org\r\nBcc: eve@example.org",
                "Ann <ann@example.org>\n",
                "jürgen@example.org",
                "ann@exämple.org",
                "team: ann@example.org;",
                "<ann@example.org",
                "ann example@example.org",
            })
    void whatIsNoneIsRefused(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }
}
