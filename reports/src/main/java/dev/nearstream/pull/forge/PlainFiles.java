package dev.nearstream.pull.forge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.ForgeException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory of pages, each {@code NAME.md} with its state in {@code NAME.json}. A file is written whole beside its place
 * and then moved into it, the state last: what a killed process leaves is not there yet.
 */
record PlainFiles(Path directory) {
    private static final String STATE = ".json";
    private static final String TEMPORARY = ".nearstream-";
    /** The title, a blank line, the state. */
    private static final int FIRST_LINES = 4;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Path file(String name, String ending) {
        return directory.resolve(name + ending);
    }

    /** The names of all that are there, in order. */
    List<String> names() throws ForgeException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + STATE)) {
            for (Path file : files) {
                String name = directory.relativize(file).toString();
                String stem = name.substring(0, name.length() - STATE.length());
                if (PlainName.isSafe(stem)) {
                    names.add(stem);
                }
            }
        } catch (IOException e) {
            throw new ForgeException(Kind.UNAVAILABLE, directory + " cannot be read", e);
        }
        Collections.sort(names);
        return names;
    }

    /** What is there under that name. */
    Optional<PlainState> read(String name) throws ForgeException {
        Path file = file(name, STATE);
        if (!PlainName.isSafe(name) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            PlainState state = JSON.readValue(Files.readAllBytes(file), PlainState.class);
            if (state == null) {
                throw new IOException("empty");
            }
            return Optional.of(state);
        } catch (JacksonException e) {
            throw new ForgeException(
                    Kind.UNAVAILABLE, file + " is no state of a pull request; take it away, with its page", e);
        } catch (IOException e) {
            throw new ForgeException(Kind.UNAVAILABLE, file + " cannot be read", e);
        }
    }

    /** Whether the page of that name says in its first lines that it is closed. */
    boolean saysClosed(String name) {
        try (Stream<String> lines = Files.lines(file(name, ".md"))) {
            return lines.limit(FIRST_LINES).anyMatch(line -> line.strip().matches("- closed\\b.*"));
        } catch (IOException | UncheckedIOException e) {
            return false; // it is gone, or none of ours any more: the state counts
        }
    }

    /** Puts the page and then the state; what would not change is left alone. */
    void write(String name, PlainState state, String page) throws ForgeException {
        put(file(name, ".md"), page);
        try {
            put(file(name, STATE), JSON.writeValueAsString(state) + "\n");
        } catch (JacksonException e) {
            throw new IllegalStateException("a record of texts is always written", e);
        }
    }

    void put(Path file, String text) throws ForgeException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path temporary = file.resolveSibling(TEMPORARY + ProcessHandle.current().pid() + "-" + file.getFileName());
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) == bytes.length
                    && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return;
            }
            Files.createDirectories(directory);
            try {
                Files.write(temporary, bytes);
                move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new ForgeException(Kind.UNAVAILABLE, file + " cannot be written", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
