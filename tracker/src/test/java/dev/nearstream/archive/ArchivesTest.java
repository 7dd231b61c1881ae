package dev.nearstream.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.archive.ArchiveSum.Algorithm;
import dev.nearstream.http.HostCredentials;
import dev.nearstream.http.HttpSettings;
import dev.nearstream.http.WebClient;
import dev.nearstream.http.WebServer;
import dev.nearstream.upstream.Rewrites;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final WebServer server = new WebServer();
    private final Path directory;
    private final Path state;

    ArchivesTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.state = directory.resolve("archives");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Archives run(boolean offline) {
        return run(offline, NOW, Rewrites.none());
    }

    private Archives run(boolean offline, Instant now, Rewrites rewrites) {
        WebClient web = new WebClient(new HttpSettings(
                4, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60), HostCredentials.none()));
        return new Archives(
                new ArchiveSettings(state, rewrites, offline, 1 << 20), web, Clock.fixed(now, ZoneOffset.UTC));
    }

    private ArchiveSource source(String path, ArchiveSum... sums) {
        return new ArchiveSource(server.uri(path).toString(), List.of(sums), 1);
    }

    private ArchiveSum sum(Algorithm algorithm, byte[] bytes) throws IOException {
        return ArchiveSum.of(algorithm, Files.write(directory.resolve("summed"), bytes));
    }

    private ArchiveSum sha256(byte[] bytes) throws IOException {
        return sum(Algorithm.SHA256, bytes);
    }

    private static byte[] sample() {
        return new TarText().file("p-1/src/a", "hello\n").gzip();
    }

    private static String read(ArchiveMirror archive, String path) throws Exception {
        try (SourceTree tree = archive.tree(archive.commit())) {
            return tree.read(path)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("nothing");
        }
    }

    private static void assertFails(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UpstreamException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(state, 2)) {
            return files.filter(path -> !path.equals(state))
                    .filter(path -> !path.getFileName().toString().matches("trees|urls"))
                    .map(path -> state.relativize(path).toString())
                    .filter(path -> !path.startsWith("trees/") || path.indexOf('/') == path.lastIndexOf('/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void downloadsAndImportsOnce() throws Exception {
        byte[] bytes = sample();
        ArchiveSum sum = sha256(bytes);
        server.on("/p-1.tar.gz", WebServer.body(200, bytes));
        Archives first = run(false);
        assertThat(read(first.open(source("/p-1.tar.gz", sum)), "src/a")).isEqualTo("hello\n");
        first.open(source("/p-1.tar.gz", sum));
        assertThat(read(run(true).open(source("/p-1.tar.gz", sum)), "src/a")).isEqualTo("hello\n");
        assertThat(server.requests()).hasSize(1);
        assertThat(kept()).containsExactly(sum.hex(), "trees/" + sum.hex() + "-1");
    }

    @Test
    void theSameArchiveFromElsewhereIsNotReadAgain() throws Exception {
        byte[] bytes = sample();
        server.on("/p-1.tar.gz", WebServer.body(200, bytes));
        Archives run = run(false);
        ArchiveMirror first = run.open(source("/p-1.tar.gz", sha256(bytes)));
        ArchiveMirror other = run.open(source("/elsewhere.tar.gz", sha256(bytes)));
        assertThat(other.commit()).isEqualTo(first.commit());
        assertThat(other.url()).endsWith("/elsewhere.tar.gz");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anotherSumIsToldAndNothingKept() throws Exception {
        ArchiveSum expected = sha256(new byte[0]);
        server.on("/p-1.tar.gz", WebServer.body(200, sample()));
        Archives run = run(false);
        String message = "/p-1.tar.gz: sha256 is %s, the recipe expects %s"
                .formatted(sha256(sample()).hex(), expected.hex());
        assertFails(Kind.FAILED, message, () -> run.open(source("/p-1.tar.gz", expected)));
        assertFails(Kind.FAILED, message, () -> run.open(source("/p-1.tar.gz", expected)));
        assertThat(server.requests()).as("asked once in a run").hasSize(1);
        assertThat(kept()).isEmpty();
    }

    @Test
    void allSumsThatARecipeGivesMustBeRight() throws Exception {
        byte[] bytes = sample();
        ArchiveSum sha512 = sum(Algorithm.SHA512, bytes);
        server.on("/p-1.tar.gz", WebServer.body(200, bytes));
        run(false).open(source("/p-1.tar.gz", sha512));
        assertThat(kept()).contains(sha512.hex());
        ArchiveSum wrong = sum(Algorithm.SHA512, new byte[0]);
        assertFails(Kind.FAILED, "sha512 is", () -> run(false).open(source("/p-1.tar.gz", sha256(bytes), wrong)));
    }

    @Test
    void whatIsCutOnTheWayHasAnotherSum() throws Exception {
        byte[] bytes = sample();
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 9);
        server.on("/p-1.tar.gz", WebServer.body(200, cut));
        assertFails(Kind.FAILED, "sha256 is", () -> run(false).open(source("/p-1.tar.gz", sha256(bytes))));
    }

    @Test
    void anArchiveWithoutASumIsKnownByItsUrlAfterwards() throws Exception {
        server.on("/p-2.tar.gz", WebServer.body(200, sample()));
        assertThat(read(run(false).open(source("/p-2.tar.gz")), "src/a")).isEqualTo("hello\n");
        assertThat(read(run(true).open(source("/p-2.tar.gz")), "src/a")).isEqualTo("hello\n");
        assertThat(server.requests()).hasSize(1);
        run(true).open(source("/p-2.tar.gz", sha256(sample())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /p-2.tar.gz    | <!DOCTYPE html><html>log in      | true
            /p-2.tar.gz    | <!-- gone --> <HTML lang='en'>   | true
            /p-2.tar.gz    | <htmlish>                        | false
            /p-2.tar.gz    | see <html>                       | false
            /manual.html   | <html>                           | false
            """)
    void aPageInPlaceOfAFileHasNoSum(String path, String text, boolean page) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        server.on(path, WebServer.body(200, bytes));
        String url = server.uri(path).toString();
        if (page) {
            assertFails(
                    Kind.FAILED,
                    "a web page came in its place",
                    () -> run(false).sum(url, Algorithm.SHA256));
            assertThat(kept()).doesNotContain(sha256(bytes).hex());
        } else {
            assertThat(run(false).sum(url, Algorithm.SHA256)).isEqualTo(sha256(bytes));
        }
    }

    @Test
    void aPageInPlaceOfAnArchiveIsNotRemembered() throws Exception {
        server.on("/p-2.tar.gz", WebServer.body("<html>down for maintenance</html>"), WebServer.body(200, sample()));
        assertFails(Kind.FAILED, "it is no archive", () -> run(false).open(source("/p-2.tar.gz")));
        assertThat(kept()).isEmpty();
        run(false).open(source("/p-2.tar.gz"));
    }

    @Test
    void saysWhatIsNotThere() {
        assertFails(Kind.NOT_FOUND, "it is not there (404)", () -> run(false).open(source("/p-3.tar.gz")));
        assertFails(Kind.OFFLINE, "never downloaded", () -> run(true).open(source("/p-3.tar.gz")));
    }

    @Test
    void takesNoLargerOnesThanAreAllowed() {
        server.on("/large.tar", WebServer.body(200, new byte[(1 << 20) + 1]));
        assertFails(
                Kind.FAILED, "1,048,576 bytes; archive-limit", () -> run(false).open(source("/large.tar")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/p.tar", "/etc/p.tar", "ftp://example.org/p.tar", "git@example.org:p.tar"})
    void aRecipeCannotNameWhatIsNoWebAddress(String url) {
        assertFails(Kind.REFUSED, "", () -> run(false).open(new ArchiveSource(url, List.of(), 1)));
    }

    @Test
    void aRewriteMayLeadToFilesOfThisMachine() throws Exception {
        Path mirror = Files.createDirectories(directory.resolve("mirror/dist"));
        Files.write(mirror.resolve("p-1.tar.gz"), sample());
        Rewrites rewrites = Rewrites.of(
                Map.of("https://example.org/", directory.resolve("mirror").toUri() + "/"));
        ArchiveSource source = new ArchiveSource("https://example.org/dist/p-1.tar.gz", List.of(), 1);
        assertThat(read(run(true, NOW, rewrites).open(source), "src/a")).isEqualTo("hello\n");
        assertFails(
                Kind.NOT_FOUND,
                "there is no file",
                () -> run(true, NOW, rewrites)
                        .open(new ArchiveSource("https://example.org/dist/p-2.tar.gz", List.of(), 1)));
        assertFails(
                Kind.REFUSED,
                "it leads up",
                () -> run(true, NOW, rewrites)
                        .open(new ArchiveSource("https://example.org/../archives.tar.gz", List.of(), 1)));
    }

    @Test
    void noMessageShowsASecret() {
        String url = "http://me:s3cret@localhost:1/p.tar?token=s3cret";
        assertThatThrownBy(() -> run(false).open(new ArchiveSource(url, List.of(), 1)))
                .hasMessageStartingWith("http://localhost:1/p.tar?…: cannot connect")
                .hasMessageNotContaining("s3cret");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("leads up by ..", new TarText().file("p/../../x", "")),
                Arguments.of("has an absolute name", new TarText().file("/etc/x", "")),
                Arguments.of("leads out of the tree", new TarText().symbolicLink("p/l", "../x")),
                Arguments.of("leads out of the tree", new TarText().symbolicLink("p/l", "/etc/x")),
                Arguments.of("is a hard link to", new TarText().hardLink("p/h", "p/none")),
                Arguments.of("leads up by ..", new TarText().hardLink("p/h", "../x")),
                Arguments.of(
                        "below what is a file or a link",
                        new TarText().symbolicLink("p/l", "d").file("p/l/x", "")),
                Arguments.of(
                        "is a directory, too", new TarText().file("p/d/x", "").file("p/d", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void oneBadEntryIsEnough(String why, TarText tar) throws Exception {
        byte[] bytes = tar.file("p/good", "x").gzip();
        server.on("/bad.tar.gz", WebServer.body(200, bytes));
        assertFails(Kind.REFUSED, why, () -> run(false).open(source("/bad.tar.gz", sha256(bytes))));
        assertThat(kept()).as("no half of a tree").noneMatch(name -> name.startsWith("trees/"));
    }

    private ArchiveMirror imported(String name, TarText tar) throws Exception {
        server.on("/" + name, WebServer.body(200, tar.gzip()));
        return run(false).open(source("/" + name));
    }

    @Test
    void laterEntriesReplaceEarlierOnes() throws Exception {
        ArchiveMirror archive = imported(
                "twice", new TarText().file("p/a", "1").hardLink("p/h", "p/a").file("p/a", "2"));
        assertThat(read(archive, "a")).isEqualTo("2");
        assertThat(read(archive, "h")).isEqualTo("1");
    }

    @Test
    void equalTreesAreOneWhateverPacksThem() throws Exception {
        ArchiveMirror one = imported(
                "one", new TarText().directory("p-1/").file("p-1/a", "x").file("p-1/b", "y"));
        ArchiveMirror two = imported("two", new TarText().file("q/b", "y").file("q/a", "x"));
        ArchiveMirror three = imported("three", new TarText().file("q/b", "y").file("q/a", "x", 0755));
        assertThat(two.commit()).isEqualTo(one.commit()).isNotEqualTo(three.commit());
        try (SourceTree first = one.tree(one.commit());
                SourceTree second = two.tree(two.commit())) {
            assertThat(first.treeId()).isEqualTo(second.treeId());
        }
    }

    @Test
    void theTreeHasWhatTheArchiveHas() throws Exception {
        String longName = "d".repeat(150) + "/" + "ä".repeat(100);
        ArchiveMirror archive = imported(
                "all",
                new TarText()
                        .file("top", "stripped away")
                        .file("p/a-b", "1")
                        .file("p/a/x", "2", 0755)
                        .file("p/a.b", "3")
                        .directory("p/empty")
                        .symbolicLink("p/l", "a/x")
                        .file("p/" + longName, "4"));
        try (SourceTree tree = archive.tree(archive.commit())) {
            assertThat(tree.children("")).containsExactly("a-b", "a.b", "a", "d".repeat(150), "empty", "l");
            assertThat(tree.find("a/x").orElseThrow().type()).isEqualTo(SourceTree.Type.EXECUTABLE);
            assertThat(tree.find("l").orElseThrow().type()).isEqualTo(SourceTree.Type.SYMLINK);
            assertThat(tree.find("empty").orElseThrow().type()).isEqualTo(SourceTree.Type.DIRECTORY);
        }
        assertThat(read(archive, "l")).isEqualTo("a/x");
        assertThat(read(archive, longName)).isEqualTo("4");
        assertThat(archive.refs().tags()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftDoesNotMatter() throws Exception {
        byte[] bytes = sample();
        ArchiveSum sum = sha256(bytes);
        server.on("/p-1.tar.gz", WebServer.body(200, bytes));
        Path tree = Files.createDirectories(state.resolve("trees").resolve(sum.hex() + "-1"));
        Files.writeString(tree.resolve("HEAD"), "0123456789012345678901234567890123456789\n");
        Files.write(state.resolve(sum.hex()), new byte[] {1, 2, 3});
        Path recent = Files.writeString(state.resolve("part-1.tmp"), "half");
        Path old = Files.createDirectories(state.resolve("trees/part-2"));
        Files.writeString(old.resolve("HEAD"), "half");
        Files.setLastModifiedTime(recent, FileTime.from(NOW.minusSeconds(60)));
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(2))));
        assertThat(read(run(false).open(source("/p-1.tar.gz", sum)), "src/a")).isEqualTo("hello\n");
        assertThat(recent).as("another process may be at it").exists();
        assertThat(old).doesNotExist();
    }

    @RepeatedTest(20)
    void severalProcessesDoNotDisturbEachOther() throws Exception {
        byte[] bytes = sample();
        server.on("/p-1.tar.gz", WebServer.body(200, bytes));
        ArchiveSource source = source("/p-1.tar.gz", sha256(bytes));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> runs = Stream.generate(
                            () -> (Callable<String>) () -> read(run(false).open(source), "src/a"))
                    .limit(16)
                    .toList();
            for (Future<String> read : pool.invokeAll(runs)) {
                assertThat(read.get()).isEqualTo("hello\n");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(kept()).hasSize(2);
    }

    @Test
    void prunesWhatNoRecipeNames() throws Exception {
        ArchiveSum wanted = sha256(sample());
        byte[] other = new TarText().file("q/x", "1").gzip();
        server.on("/p", WebServer.body(200, sample()))
                .on("/q", WebServer.body(200, other))
                .on("/r", WebServer.body(200, new TarText().file("r/x", "2").gzip()));
        run(false).open(source("/p", wanted));
        run(false).open(source("/q", sha256(other)));
        run(false).open(source("/r"));
        Instant later = Instant.now();
        assertThat(run(false, later, Rewrites.none()).prune(List.of(source("/p", wanted))))
                .isEqualTo(1);
        run(true).open(source("/p", wanted));
        assertFails(Kind.OFFLINE, "never downloaded", () -> run(true).open(source("/q", sha256(other))));
        run(true, later, Rewrites.none()).open(source("/r"));
        Instant muchLater = later.plus(Duration.ofDays(31));
        assertThat(run(false, muchLater, Rewrites.none()).prune(List.of(source("/p", wanted))))
                .isEqualTo(1);
        assertFails(Kind.OFFLINE, "never downloaded", () -> run(true).open(source("/r")));
        assertThat(kept()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "zz"})
    void aSumThatIsNoneIsSaid(String text) {
        assertThatThrownBy(() -> ArchiveSum.of(Algorithm.SHA256, text))
                .hasMessage("expected-sha256 is '%s'; 64 hexadecimal digits would be right", text);
    }
}
