package dev.nearstream.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the servers listed last, for a night on which they do not answer: one file each under the hash of its source,
 * written whole and moved into place. A disk that fails costs this memory and no run. Safe for several processes.
 */
final class KeptLists {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLists.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration FORGOTTEN = Duration.ofDays(90);

    private final Path directory;
    private final Clock clock;

    /** @param directory made when there is something to keep */
    KeptLists(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** What was listed, and when. */
    record Kept(Instant on, List<Candidate> candidates) {}

    /** @param source names it, in all runs alike */
    void keep(String source, List<Candidate> candidates) {
        ArrayNode list = JSON.createArrayNode();
        for (Candidate of : candidates) {
            list.addObject()
                    .put("name", of.name())
                    .put("date", of.date() == null ? null : of.date().toString())
                    .put("prerelease", of.prerelease())
                    .put("flaw", of.flaw());
        }
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, "part-", null);
            try {
                Files.write(part, JSON.writeValueAsBytes(list));
                Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
                Files.move(part, file(source), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            LOG.warn("{}: the list of {} could not be kept: {}", directory, source, e.toString());
        }
    }

    /** Empty where nothing was kept, or what lies there is something else. */
    Optional<Kept> find(String source) {
        Path file = file(source);
        try {
            JsonNode list = JSON.readTree(Files.readAllBytes(file));
            List<Candidate> candidates = new ArrayList<>();
            for (JsonNode of : list) {
                candidates.add(new Candidate(
                        of.path("name").asText(),
                        null,
                        null,
                        date(of.path("date").textValue()),
                        of.path("prerelease").asBoolean(),
                        of.path("flaw").textValue()));
            }
            return Optional.of(new Kept(Files.getLastModifiedTime(file).toInstant(), candidates));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{}: the list of {} cannot be read: {}", file, source, e.toString());
            return Optional.empty();
        }
    }

    /** Deletes what was not listed within the last 90 days. */
    void prune() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        Instant then = clock.instant().minus(FORGOTTEN);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(then)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** As JSON writes it; null where it is none. */
    static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Path file(String source) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
