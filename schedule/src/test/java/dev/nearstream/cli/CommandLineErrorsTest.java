package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads who has mistyped a command line. */
class CommandLineErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            --bogus; unknown option --bogus; nearstream
            run --offlin; 'unknown option --offlin; did you mean --offline?'; nearstream run
            patch chek; 'there is no command chek: write check'; nearstream patch
            patch; 'a command is missing: write check'; nearstream patch
            run extra; extra is one argument too many; nearstream run
            latest; PKG is missing; nearstream latest
            patch check; '--repo, --rev, PATCH are missing'; nearstream patch check
            run --jobs; '--jobs needs a value: N'; nearstream run
            run --jobs x; '--jobs is a whole number, not x'; nearstream run
            run --format xml; '--format is text or json, not xml'; nearstream run
            run --rewrite foo; '--rewrite is FROM=TO, not foo'; nearstream run
            latest jq --as-of tomorrow; '--as-of is a date like 2026-08-22, not tomorrow'; nearstream latest
            """)
    void saysWhatIsWrongAndWhatWouldBeRight(String arguments, String message, String command) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        Console console = new Console(stream, stream, false);

        int status = Main.execute(new Workshop(console, Clock.systemUTC(), null), arguments.split(" "));

        assertThat(status).isEqualTo(ExitCode.USAGE);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("nearstream: %s; see %s --help\n".formatted(message, command));
    }
}
