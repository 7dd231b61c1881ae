package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The sample distribution, and copies of it that may be spoilt. */
final class SampleFixture {
    static final Path SAMPLE = Path.of("..", "recipes", "sample");
    static final String HOST = "https://git.example.org/";

    private SampleFixture() {}

    static Repository open(Path upstreams, String name) throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(upstreams.resolve(name).toFile())
                .setMustExist(true)
                .build();
    }

    static String commit(Repository repository, String revision) throws IOException {
        return Objects.requireNonNull(repository.resolve(revision + "^{commit}"), revision)
                .name();
    }

    /** One upstream's text alone, in a sample of its own. */
    static Path copy(String upstream, Path into) throws IOException {
        Path source = SAMPLE.resolve("upstreams").resolve(upstream);
        Path target = into.resolve("upstreams").resolve(upstream);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return into;
    }
}
