package dev.nearstream.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Remembers entries as lines. */
final class ListedEntries implements EntrySink {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public void directory(String name) {
        lines.add(name);
    }

    @Override
    public void file(String name, boolean executable, long size, InputStream content) throws IOException {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        lines.add("%s%s %d %s".formatted(name, executable ? "*" : "", size, text));
    }

    @Override
    public void symbolicLink(String name, String target) {
        lines.add(name + " -> " + target);
    }

    @Override
    public void hardLink(String name, String target) {
        lines.add(name + " = " + target);
    }
}
