package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleUpstreamsTest {
    private static final String BECK_1_2_0 = "c2453bf1fc460a979bbbf901511521663a6627d8";

    private final Path temp;

    SampleUpstreamsTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void theSameTextGivesTheSameCommits() throws IOException {
        Path upstreams = SampleUpstreams.prepare(SampleFixture.SAMPLE, temp);
        assertThat(upstreams).isEqualTo(temp.toAbsolutePath().resolve("upstreams"));
        try (Repository beck = SampleFixture.open(upstreams, "beck.git")) {
            assertThat(SampleFixture.commit(beck, "refs/tags/v1.2.0")).isEqualTo(BECK_1_2_0);
            assertThat(beck.getFullBranch()).isEqualTo("refs/heads/main");
            assertThat(beck.isBare()).isTrue();
            assertThat(beck.exactRef("refs/tags/v1.2.0").getObjectId().name())
                    .as("an annotated tag has an object of its own")
                    .isNotEqualTo(BECK_1_2_0);
            RevCommit tip = beck.parseCommit(beck.resolve("HEAD"));
            PersonIdent author = tip.getAuthorIdent();
            assertThat(author).isEqualTo(tip.getCommitterIdent());
            assertThat(author.getWhenAsInstant()).isEqualTo("2026-05-20T16:45:00Z");
        }
        try (Repository weir = SampleFixture.open(upstreams, "weir.git")) {
            assertThat(weir.exactRef("refs/tags/5.1").getObjectId().name())
                    .as("a lightweight tag is the commit")
                    .isEqualTo(SampleFixture.commit(weir, "5.1"));
        }
    }

    @Test
    void isBuiltOnceAndAgainWhereTheTextHasChanged() throws IOException {
        Path sample = SampleFixture.copy("rill", temp.resolve("sample"));
        Path upstreams = SampleUpstreams.prepare(sample, temp);
        Path mark = Files.createFile(upstreams.resolve("mark"));
        SampleUpstreams.prepare(sample, temp);
        assertThat(mark).exists();

        String before = tip(upstreams);
        Path file = sample.resolve("upstreams/rill/02-zero/rill.c");
        Files.writeString(file, Files.readString(file) + "/* end */\n");
        SampleUpstreams.prepare(sample, temp);
        assertThat(mark).doesNotExist();
        assertThat(tip(upstreams)).isNotEqualTo(before);
    }

    @Test
    void whatAKilledProcessLeftIsClearedAway() throws IOException {
        Path sample = SampleFixture.copy("rill", temp.resolve("sample"));
        Path upstreams = SampleUpstreams.prepare(sample, temp);
        String tip = tip(upstreams);
        // Killed while building the first time, or between the two moves of a later one.
        for (String left : List.of("upstreams.new", "upstreams.old")) {
            Files.move(upstreams, temp.resolve(left));
            SampleUpstreams.prepare(sample, temp);
            assertThat(tip(upstreams)).isEqualTo(tip);
            assertThat(temp.resolve(left)).doesNotExist();
        }
        Files.delete(upstreams.resolve("stamp"));
        Files.delete(upstreams.resolve("rill.git/HEAD"));
        SampleUpstreams.prepare(sample, temp);
        assertThat(tip(upstreams)).isEqualTo(tip);
    }

    @Test
    void severalThreadsGetTheSame() throws Exception {
        Path sample = SampleFixture.copy("rill", temp.resolve("sample"));
        Callable<Path> task = () -> SampleUpstreams.prepare(sample, temp);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<Path> path : pool.invokeAll(List.of(task, task, task, task))) {
                assertThat(tip(path.get())).hasSize(40);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aWrongHistoryIsRefusedWithItsPlace() throws IOException {
        Path sample = SampleFixture.copy("rill", temp.resolve("sample"));
        Path history = sample.resolve("upstreams/rill/history.yaml");
        String text = Files.readString(history);
        refused(sample, history, text.replace("02-zero", "02-none"), "commit 02-none: there is no directory");
        refused(sample, history, text.replace("    date:", "    dote:"), "history.yaml:8:3: Missing");
        refused(sample, history, text.replace("2025-12-15T", "2025-12-15 "), "the date must be like");
        refused(sample, history, text.replace("<tom@example.org>", "tom"), "the author must be");
        refused(sample, history, text.replace("    release: v1.0.2", "    remove: [gone.c]"), "removes gone.c");
        assertThatThrownBy(() -> SampleUpstreams.prepare(temp, temp)).hasMessageContaining("a sample distribution has");
    }

    private void refused(Path sample, Path history, String text, String message) throws IOException {
        assertThat(text).isNotEqualTo(Files.readString(history));
        Files.writeString(history, text);
        assertThatThrownBy(() -> SampleUpstreams.prepare(sample, temp.resolve("state")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(history.getFileName().toString())
                .hasMessageContaining(message);
        assertThat(temp.resolve("state/upstreams")).doesNotExist();
    }

    private static String tip(Path upstreams) throws IOException {
        try (Repository rill = SampleFixture.open(upstreams, "rill.git")) {
            return SampleFixture.commit(rill, "HEAD");
        }
    }
}
