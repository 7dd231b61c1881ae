package dev.nearstream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Nothing from outside steers the terminal of the person who reads it. */
class ConsoleTest {
    private static final String HOSTILE = "a\u001b[31m\u009b2J\u0007\r\u202eb\u007f";
    private static final String SHOWN = "a\\u001b[31m\\u009b2J\\u0007\\u000d\\u202eb\\u007f";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);

    @Test
    void aTextShowsWhatWouldSteer() {
        console.print("one\ttwo\n" + HOSTILE);
        assertThat(out.toString(UTF_8)).isEqualTo("one\ttwo\n" + SHOWN + "\n");
    }

    @Test
    void soDoMessagesAndStackTraces() {
        console.say(HOSTILE);
        console.trace(new IOException(HOSTILE));
        assertThat(err.toString(UTF_8))
                .startsWith("nearstream: " + SHOWN + "\n" + "java.io.IOException: " + SHOWN + "\n\tat ")
                .doesNotContainPattern("[\\p{Cc}&&[^\\n\\t]]");
    }

    @Test
    void aJsonDocumentMeansTheSame() throws IOException {
        ObjectMapper json = new ObjectMapper();
        console.print(json.writeValueAsString(HOSTILE));
        assertThat(json.readValue(out.toString(UTF_8), String.class)).isEqualTo(HOSTILE);
        assertThat(out.toString(UTF_8)).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    }
}
