package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.http.HostCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMirrorTest {
    private final Path directory;

    private String commit;

    LocalMirrorTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void make() throws IOException {
        try (FixtureRepository sample = new FixtureRepository(directory.resolve("x.git"))) {
            sample.file("a", "one\n").file("d/b", "two\n").link("l", "a");
            commit = sample.commit("One");
            sample.annotate("v1");
        }
    }

    @Test
    void isReadInPlace() throws Exception {
        List<String> before = listing();
        try (Mirrors mirrors = mirrors(Rewrites.parse(List.of("https://github.com/x/=" + directory + "/")))) {
            Mirror mirror = mirrors.open("https://github.com/x/x.git");
            assertThat(mirror.url()).isEqualTo("https://github.com/x/x.git");
            assertThat(mirror.refs().defaultBranch()).isEqualTo("main");
            assertThat(mirror.refs().heads()).containsEntry("main", commit);
            assertThat(mirror.dates(mirror.refs().tags().values()))
                    .containsEntry("v1", FixtureRepository.START.plus(Duration.ofDays(1)));
            try (SourceTree tree = mirror.tree("v1")) {
                assertThat(tree.commit()).isEqualTo(commit);
                assertThat(tree.find("d").orElseThrow().type()).isEqualTo(SourceTree.Type.DIRECTORY);
                assertThat(tree.find("l").orElseThrow().type()).isEqualTo(SourceTree.Type.SYMLINK);
                assertThat(tree.find("d/b").orElseThrow().type()).isEqualTo(SourceTree.Type.FILE);
                assertThat(tree.find("d/../a")).isEmpty();
                assertThat(tree.find("/a")).isEmpty();
                assertThat(tree.find("a/b")).isEmpty();
                assertThat(tree.read("d")).isEmpty();
                assertThat(tree.read("l").orElseThrow()).isEqualTo("a".getBytes(StandardCharsets.UTF_8));
            }
            try (SourceTree tree = mirror.tree(commit)) {
                assertThat(tree.read("a")).isPresent();
            }
        }
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        String blob = blob("two\n");
        Files.delete(
                directory.resolve("x.git/objects").resolve(blob.substring(0, 2)).resolve(blob.substring(2)));
        try (Mirrors mirrors = mirrors(Rewrites.none())) {
            Mirror mirror = mirrors.openTrusted(directory.resolve("x.git").toString());
            try (SourceTree tree = mirror.tree("main")) {
                assertThat(tree.find("d/b")).isPresent();
                assertThatThrownBy(() -> tree.read("d/b")).hasMessageContaining("object " + blob + " is missing");
                RemoteMirrorTest.assertKind(UpstreamException.Kind.MISSING_OBJECT, () -> tree.read("d/b"));
            }
            String absent = "0123456789012345678901234567890123456789";
            RemoteMirrorTest.assertKind(UpstreamException.Kind.MISSING_OBJECT, () -> mirror.tree(absent));
        }
    }

    @Test
    void aRepositoryWithoutConfigurationIsRead() throws Exception {
        Files.delete(directory.resolve("x.git/config"));
        try (Mirrors mirrors = mirrors(Rewrites.none())) {
            assertThat(mirrors.openTrusted(directory.resolve("x").toString())
                            .refs()
                            .tags())
                    .containsOnlyKeys("v1");
        }
    }

    @Test
    void aPathThatIsNoRepositoryIsNotFound() {
        try (Mirrors mirrors = mirrors(Rewrites.none())) {
            RemoteMirrorTest.assertKind(
                    UpstreamException.Kind.NOT_FOUND,
                    () -> mirrors.openTrusted(directory.toString()).refs());
            RemoteMirrorTest.assertKind(
                    UpstreamException.Kind.REFUSED,
                    () -> mirrors.open(directory.resolve("x.git").toString()));
        }
    }

    private static String blob(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var formatter = new ObjectInserter.Formatter()) {
            ObjectId id = formatter.idFor(Constants.OBJ_BLOB, bytes);
            return id.name();
        }
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.sorted()
                    .map(path -> path + " " + path.toFile().lastModified())
                    .toList();
        }
    }

    private Mirrors mirrors(Rewrites rewrites) {
        MirrorSettings settings = new MirrorSettings(
                directory.resolve("state"),
                rewrites,
                false,
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                0,
                HostCredentials.none());
        return new Mirrors(settings, DateCache.none(), Clock.systemUTC());
    }
}
