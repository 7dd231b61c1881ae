package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.Changelog;
import dev.nearstream.release.ReleaseText;
import dev.nearstream.tracker.UpstreamNotes.Source;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.Rewrites;
import dev.nearstream.upstream.Tag;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose words are taken. */
class UpstreamNotesTest {
    private static final String LONG = "It reads faster. ".repeat(10);
    private static final Changelog CHANGES = new Changelog("CHANGES", LONG);

    @TempDir
    private Path directory;

    private final List<String> asked = new ArrayList<>();
    private Mirrors mirrors;
    private Mirror mirror;
    private List<Tag> tags;

    @BeforeEach
    void release() throws Exception {
        try (FixtureRepository upstream = new FixtureRepository(directory.resolve("pkg.git"))) {
            for (String version : List.of("1.0", "1.1", "1.2")) {
                upstream.file("f", version).commit(version);
                upstream.annotate(version);
            }
            upstream.file("f", "1.3").commit("1.3");
            upstream.annotate("1.3", "1.3\n\nSays c.\n");
        }
        MirrorSettings of = MirrorSettings.defaults(directory.resolve("mirrors"));
        mirrors = new Mirrors(
                new MirrorSettings(
                        of.directory(),
                        Rewrites.parse(List.of("https://git.example.org/=" + directory + "/")),
                        true,
                        of.perHost(),
                        of.connectTimeout(),
                        of.readTimeout(),
                        of.totalTimeout(),
                        of.diskLimit(),
                        of.credentials()),
                DateCache.none(),
                Clock.systemUTC());
        mirror = mirrors.open("https://git.example.org/pkg.git");
        tags = mirror.refs().tags().values().stream()
                .sorted(Comparator.comparing(Tag::name))
                .toList();
    }

    @AfterEach
    void close() {
        mirrors.close();
    }

    private Optional<UpstreamNotes> notes(String from, String to, Optional<Changelog> file, ReleaseText... pages) {
        UpstreamNotes.Pages answer = (repository, wanted) -> {
            asked.addAll(wanted);
            return List.of(pages);
        };
        return UpstreamNotes.of(answer, mirror, tags, from, to, () -> file);
    }

    @Test
    void thePagesOfAllReleasesBetweenTheNewestFirst() {
        ReleaseText two = new ReleaseText("1.2", "Two.\n");
        assertThat(notes("1.0", "1.2", Optional.of(CHANGES), two, new ReleaseText("1.1", LONG)))
                .contains(new UpstreamNotes(
                        Source.RELEASES, "1.2", "# 1.2\n\nTwo.\n\n# 1.1\n\n" + LONG.strip() + "\n\n", true));
        assertThat(asked).containsExactly("1.2", "1.1");
    }

    @Test
    void theNewOneAloneWhereThePackagedVersionIsNoRelease() {
        notes("main", "1.2", Optional.empty());
        assertThat(asked).containsExactly("1.2");
        notes("1.2", "elsewhere", Optional.empty());
        assertThat(asked).as("nothing of what is no release").hasSize(1);
    }

    @Test
    void theFileWhereThePagesOnlyPointAtIt() {
        ReleaseText pointing = new ReleaseText("1.2", "See CHANGES.");
        assertThat(notes("1.1", "1.2", Optional.of(CHANGES), pointing))
                .contains(new UpstreamNotes(Source.FILE, "CHANGES", LONG, false));
        assertThat(notes("1.1", "1.2", Optional.of(CHANGES)).map(UpstreamNotes::source))
                .contains(Source.FILE);
        assertThat(notes("1.1", "1.2", Optional.empty(), pointing).map(UpstreamNotes::text))
                .as("short, and all there is")
                .contains("See CHANGES.\n\n");
    }

    @Test
    void theTagsMessageLastUnlessItOnlyNamesTheVersion() {
        assertThat(notes("1.2", "1.3", Optional.empty()))
                .contains(new UpstreamNotes(Source.TAG, "1.3", "1.3\n\nSays c.\n", false));
        assertThat(notes("1.1", "1.2", Optional.empty())).isEmpty();
    }
}
