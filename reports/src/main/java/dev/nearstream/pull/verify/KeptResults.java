package dev.nearstream.pull.verify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nearstream.report.VerifyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verdicts by the hash of all that they were made from, a file each in a directory; it may be deleted, and then all is
 * verified again. What was of no use for a long time goes.
 */
record KeptResults(Path directory, Clock clock) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final Duration UNUSED = Duration.ofDays(180);

    Optional<VerifyResult> find(String hash) throws IOException {
        Path file = file(hash);
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), VerifyResult.class));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty(); // what cannot be read is made again
        }
    }

    /** Written whole, then moved into place. */
    void keep(String hash, VerifyResult result) throws IOException {
        Files.createDirectories(directory);
        Path whole = Files.createTempFile(directory, "new", ".part");
        try {
            Files.write(whole, JSON.writeValueAsBytes(result));
            Files.move(whole, file(hash), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** It is of use today. */
    void touch(String hash) throws IOException {
        Files.setLastModifiedTime(file(hash), FileTime.from(clock.instant()));
    }

    void forgetOld() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.list(directory)) {
            all = files.toList();
        }
        FileTime oldest = FileTime.from(clock.instant().minus(UNUSED));
        for (Path file : all) {
            if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file(String hash) {
        return directory.resolve(hash + ".json");
    }
}
