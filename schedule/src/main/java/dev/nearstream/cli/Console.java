package dev.nearstream.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where a command writes: results to one stream, progress and messages to the other, both in UTF-8 whatever the locale.
 *
 * @param terminal whether a person watches the messages
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {
    /** Control characters, C1's too, save newline and tab, and what turns the direction of writing. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    static Console ofProcess() {
        return new Console(
                stream(FileDescriptor.out), stream(FileDescriptor.err), Boolean.getBoolean("nearstream.terminal"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** A whole result; it ends with a newline. */
    void print(String result) {
        String shown = harmless(result);
        out.print(shown.endsWith("\n") ? shown : shown + "\n");
        out.flush();
    }

    /** A file's own bytes, every one. */
    void copy(byte[] file) {
        out.write(file, 0, file.length);
        out.flush();
    }

    /** A message for the person at the command line. */
    void say(String message) {
        err.println("nearstream: " + harmless(message));
    }

    /** A failure's stack trace, whose messages may quote what came from outside. */
    void trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        err.print(harmless(text.toString()));
    }

    /** The text with what steers a terminal as JSON's escapes: seen in a text, and the same document in JSON. */
    private static String harmless(String text) {
        return STEERING.matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
