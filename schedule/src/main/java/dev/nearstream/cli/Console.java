package dev.nearstream.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results to one stream, progress and messages to the other, both in UTF-8 whatever the locale.
 *
 * @param terminal whether a person watches the messages
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

    static Console ofProcess() {
        return new Console(
                stream(FileDescriptor.out), stream(FileDescriptor.err), Boolean.getBoolean("nearstream.terminal"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** A whole result; it ends with a newline. */
    void print(String result) {
        out.print(result.endsWith("\n") ? result : result + "\n");
        out.flush();
    }

    /** A message for the person at the command line. */
    void say(String message) {
        err.println("nearstream: " + message);
    }
}
