package dev.nearstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://b.example/y?z=1, https://b.example/y?z=1",
        "https://a.example/x/y, ../z, https://a.example/z",
        "http://a.example/x, https://a.example/x, https://a.example/x",
        "https://a.example/x, https://me:secret@b.example/y#part, https://b.example/y",
        "https://a.example/x, //b.example, https://b.example/"
    })
    void lead(String from, String location, String to) throws Exception {
        assertThat(Redirects.resolved(URI.create(from), location)).isEqualTo(URI.create(to));
    }

    @Test
    void neverLeadFromHttpsToHttp() {
        assertThatThrownBy(() -> Redirects.resolved(URI.create("https://a.example/x"), "http://a.example/x?key=1"))
                .isInstanceOf(WebException.class)
                .hasMessage("the server redirects from https to http, to http://a.example/x?…");
    }
}
