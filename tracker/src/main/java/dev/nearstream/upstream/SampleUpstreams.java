package dev.nearstream.upstream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.util.FileUtils;

/**
 * Makes the sample distribution's upstreams: real bare repositories, from the files and histories that lie as text in
 * the sample's {@code upstreams/}. The same text always gives the same commits.
 *
 * <p>{@code upstreams/beck/} becomes {@code beck.git}; its {@code history.yaml} is a {@link SampleHistory}. The whole is
 * built beside its place and then moved into it, under a lock, so that a process that is killed leaves nothing half
 * made: at the next call its remains are cleared away. It is built again when a byte of the text has changed.
 */
public final class SampleUpstreams {
    private static final String NAME = "upstreams";
    private static final String STAMP = "stamp";
    private static final String NEW = NAME + ".new";
    private static final String OLD = NAME + ".old";
    private static final ObjectReader HISTORY = new YAMLMapper().readerFor(SampleHistory.class);

    private SampleUpstreams() {}

    /**
     * The repositories, built where they are not there yet, or are those of another text.
     *
     * @param sampleDirectory the sample distribution, which has {@code upstreams/}
     * @param stateDirectory made where it is missing
     * @return {@code stateDirectory/upstreams}, absolute: what the sample's configuration reads
     *     {@code https://git.example.org/} from
     * @throws IOException where the sample is incomplete or the disk refuses; the message names the file
     */
    // In one process the lock on the file cannot be had twice: threads wait here.
    public static synchronized Path prepare(Path sampleDirectory, Path stateDirectory) throws IOException {
        Path source = sampleDirectory.resolve(NAME);
        if (!Files.isDirectory(source)) {
            throw new NoSuchFileException(source + ": a sample distribution has a directory of this name");
        }
        Path state = stateDirectory.toAbsolutePath().normalize();
        Files.createDirectories(state);
        try (FileChannel channel = FileChannel.open(
                        state.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            return lock.isValid() ? prepareLocked(source, state) : state.resolve(NAME);
        }
    }

    private static Path prepareLocked(Path source, Path state) throws IOException {
        Path target = state.resolve(NAME);
        delete(state.resolve(NEW));
        String stamp = SampleStamp.of(source);
        if (!stamp.equals(read(target.resolve(STAMP)))) {
            Path fresh = Files.createDirectory(state.resolve(NEW));
            for (Path upstream : directories(source)) {
                SampleRepository.build(upstream, history(upstream), fresh.resolve(upstream.getFileName() + ".git"));
            }
            Files.writeString(fresh.resolve(STAMP), stamp);
            delete(state.resolve(OLD));
            if (Files.exists(target)) {
                Files.move(target, state.resolve(OLD), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(state.resolve(OLD));
        return target;
    }

    private static SampleHistory history(Path upstream) throws IOException {
        Path file = upstream.resolve(SampleHistory.FILE);
        try {
            SampleHistory history = HISTORY.readValue(Files.readAllBytes(file));
            if (history == null) {
                throw new IOException(file + ": is empty; write its commits");
            }
            return history;
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? file.toString() : file + ":" + at.getLineNr() + ":" + at.getColumnNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("not understood");
            throw new IOException(place + ": " + what, e);
        }
    }

    private static List<Path> directories(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    private static void delete(Path directory) throws IOException {
        FileUtils.delete(directory.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.RETRY);
    }
}
