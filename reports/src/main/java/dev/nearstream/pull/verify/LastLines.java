package dev.nearstream.pull.verify;

import dev.nearstream.http.Redaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The end of an output, however long that is: so many lines, and the beginning of each. Thread-safe. */
final class LastLines {
    private static final int LONGEST = 300;
    private static final int MOST_BYTES = 1 << 12;
    /** Colours and what else steers a terminal (ECMA-48). */
    private static final Pattern STEERING =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[@-Z\\\\^_])");

    private final int most;
    private final Deque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LastLines(int most) {
        this.most = most;
    }

    /** Reads to the end. */
    void read(InputStream from) throws IOException {
        byte[] buffer = new byte[8192];
        int count = from.read(buffer);
        while (count >= 0) {
            add(buffer, count);
            count = from.read(buffer);
        }
    }

    private synchronized void add(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                end();
            } else if (line.size() < MOST_BYTES) {
                line.write(buffer[i]);
            }
        }
    }

    private void end() {
        lines.add(line.toString(StandardCharsets.UTF_8));
        line.reset();
        while (lines.size() > most) {
            lines.remove();
        }
    }

    /** The lines; secrets are left out. */
    synchronized List<String> all(Collection<String> secrets) {
        if (line.size() > 0) {
            end();
        }
        return lines.stream().map(text -> shown(text, secrets)).toList();
    }

    private static String shown(String text, Collection<String> secrets) {
        String plain = STEERING.matcher(text).replaceAll("").stripTrailing();
        String last = plain.substring(plain.lastIndexOf('\r') + 1); // a progress bar writes over itself
        for (String secret : secrets) {
            last = last.replace(secret, "***");
        }
        if (last.contains("://")) {
            String bare = last.stripLeading();
            last = last.substring(0, last.length() - bare.length()) + Redaction.of(bare);
        }
        return last.length() <= LONGEST ? last : last.substring(0, LONGEST) + "…";
    }
}
