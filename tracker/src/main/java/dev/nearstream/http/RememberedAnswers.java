package dev.nearstream.http;

import dev.nearstream.http.WebRequest.Method;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers to GET kept from one run to the next, and asked for again with their validators (RFC 9110, 13): a server that
 * answers 304 sends nothing, and GitHub does not count it. Each lies in a file of its own under the hash of what was
 * asked, written whole and moved into place. Safe for several threads and processes.
 */
public final class RememberedAnswers {
    /** Those that matter to who asked: validators and the next page. */
    private static final List<String> KEPT = List.of("ETag", "Last-Modified", "Link", "Content-Type");

    private static final String PART = "part-";
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    private final WebClient web;
    private final Path directory;
    private final Clock clock;

    /** @param directory made when there is something to keep */
    public RememberedAnswers(WebClient web, Path directory, Clock clock) {
        this.web = web;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * As {@link WebClient#exchange}, for GET: where the server says that nothing has changed, what it said before, with
     * status 200.
     */
    public WebAnswer get(WebRequest request) throws WebException, IOException {
        if (request.method() != Method.GET) {
            throw new IllegalArgumentException(request + ": only GET is remembered");
        }
        Path file = directory.resolve(key(request));
        Optional<WebAnswer> known = read(file);
        WebRequest asked = request;
        if (known.isPresent()) {
            String etag = known.get().header("ETag").orElse("");
            String modified = known.get().header("Last-Modified").orElse("");
            asked = etag.isEmpty() ? asked.with("If-Modified-Since", modified) : asked.with("If-None-Match", etag);
        }
        WebAnswer answer = web.exchange(asked);
        if (answer.status() == 304 && known.isPresent()) {
            write(file, known.get()); // it is of now
            return known.get();
        }
        boolean repeatable = answer.header("ETag").isPresent()
                || answer.header("Last-Modified").isPresent();
        if (answer.status() == 200 && repeatable) {
            write(file, answer);
        }
        return answer;
    }

    /** Deletes what was not asked for within the last 30 days. */
    public void prune() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        Instant then = clock.instant().minus(FORGOTTEN);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (isOlderThan(then, file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlderThan(Instant then, Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(then);
        } catch (NoSuchFileException e) {
            return false; // another process does the same
        }
    }

    private static Optional<WebAnswer> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        int at = 0;
        while (true) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end == bytes.length) {
                return Optional.empty(); // another program's
            }
            String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            at = end + 1;
            int colon = line.indexOf(": ");
            if (line.isEmpty()) {
                break;
            } else if (colon < 0) {
                return Optional.empty();
            }
            headers.put(line.substring(0, colon), List.of(line.substring(colon + 2)));
        }
        if (!headers.containsKey("ETag") && !headers.containsKey("Last-Modified")) {
            return Optional.empty();
        }
        return Optional.of(new WebAnswer(
                200, HttpHeaders.of(headers, (name, value) -> true), Arrays.copyOfRange(bytes, at, bytes.length)));
    }

    private void write(Path file, WebAnswer answer) throws IOException {
        byte[] body = answer.bytes();
        StringBuilder head = new StringBuilder();
        for (String name : KEPT) {
            answer.header(name)
                    .map(value -> value.replaceAll("\\R", " "))
                    .ifPresent(value ->
                            head.append(name).append(": ").append(value).append('\n'));
        }
        byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        makeDirectory();
        Path part = Files.createTempFile(directory, PART, null);
        try {
            Files.write(part, whole);
            Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void makeDirectory() throws IOException {
        try {
            Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(directory + " is no directory", e);
        }
    }

    /** What another may see is not what we may see: who asks is part of the key. */
    private static String key(WebRequest request) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            String asked = String.join(
                    "\n",
                    request.url().toString(),
                    request.headers().getOrDefault("Accept", ""),
                    request.authorization() == null ? "" : request.authorization());
            return HexFormat.of().formatHex(hash.digest(asked.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }
}
