package dev.nearstream.bump.branch;

import static dev.nearstream.bump.branch.RecipeRepository.NIGHT;
import static dev.nearstream.bump.branch.RecipeRepository.UPDATE;
import static dev.nearstream.bump.branch.RecipeRepository.US;
import static dev.nearstream.bump.branch.RecipeRepository.delete;
import static dev.nearstream.bump.branch.RecipeRepository.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A commit as a mail, and what git makes of it. */
final class MailedPatchTest {
    private static final byte[] BINARY = new byte[3000];
    private static final byte[] OTHER_BINARY = {0, 1, 2, 3};

    static {
        new Random(1).nextBytes(BINARY);
    }

    @TempDir
    private Path directory;

    private RecipeRepository recipes;

    @BeforeEach
    void make() throws Exception {
        recipes = new RecipeRepository(directory);
        recipes.fixture()
                .file("zlib.yaml", "package:\n  name: zlib\n  version: 1.3\n  epoch: 0\n")
                .file("zlib/a.patch", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n")
                .file("dos.txt", "one\r\ntwo\r\nthree\r\n")
                .file("open.txt", "one\ntwo")
                .file("with space.txt", "one\n")
                .file("über/zwölf.txt", "one\n")
                .file("latin.txt", "gr\u00fc\u00dfe\n".getBytes(ISO_8859_1))
                .file("picture.png", BINARY)
                .file("gone.png", OTHER_BINARY)
                .file("empty", "")
                .executable("run.sh", "#!/bin/sh\n")
                .link("link", "zlib.yaml")
                .commit("One");
    }

    @AfterEach
    void close() {
        recipes.close();
    }

    private record Mailed(BumpCommit commit, String mail) {}

    private Mailed mail(CommitMessage message, CommitIdentity us, FileChange... changes) throws Exception {
        try (BranchRepository ours = recipes.ours()) {
            BumpCommit commit = ours.commit(List.of(changes), message, us, NIGHT);
            return new Mailed(commit, String.join("", ours.mails(commit)));
        }
    }

    /** Lets git make a commit of it, and holds that against ours. */
    private void assertTaken(Mailed mailed) throws Exception {
        assertTaken(mailed, 1);
    }

    private void assertTaken(Mailed mailed, int commits) throws Exception {
        RealGit git = RealGit.in(directory);
        Path checkout = Files.createTempDirectory(directory, "checkout");
        git.ok(checkout, "git", "clone", "-q", recipes.fixture().path().toString(), ".");
        Path mail = Files.writeString(directory.resolve("mail"), mailed.mail(), UTF_8);
        git.ok(checkout, "git", "am", "-q", mail.toString());
        assertThat(git.ok(checkout, "git", "rev-parse", "HEAD^{tree}").strip())
                .as(mailed.mail())
                .isEqualTo(mailed.commit().tree());
        String format = "--format=%an <%ae> %ad%n%B";
        assertThat(git.ok(checkout, "git", "log", "-" + commits, format))
                .isEqualTo(git.ok(
                        recipes.ownDirectory(),
                        "git",
                        "log",
                        "-" + commits,
                        format,
                        mailed.commit().id()));
    }

    @Test
    void looksAsGitsOwn() throws Exception {
        Mailed mailed = mail(
                UPDATE,
                US,
                write("zlib.yaml", "package:\n  name: zlib\n  version: 1.4\n  epoch: 0\n"),
                delete("zlib/a.patch"));

        assertThat(mailed.mail()).isEqualTo("""
                From %s Mon Sep 17 00:00:00 2001
                From: Nearstream <bot@example.org>
                Date: Sat, 22 Aug 2026 02:00:00 +0000
                Subject: [PATCH] zlib/1.4 package update
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                - a.patch: dropped, v1.4 has it

                Signed-off-by: Nearstream <bot@example.org>
                ---
                 zlib.yaml    | 2 +-
                 zlib/a.patch | 5 -----
                 2 files changed, 1 insertion(+), 6 deletions(-)
                 delete mode 100644 zlib/a.patch

                diff --git a/zlib.yaml b/zlib.yaml
                index 43bddb1d25c93feb3251fadefd4dd22551b3a4a9..e2564df52d7232457c435386fd1af0234b07b1dc 100644
                --- a/zlib.yaml
                +++ b/zlib.yaml
                @@ -1,4 +1,4 @@
                 package:
                   name: zlib
                -  version: 1.3
                +  version: 1.4
                   epoch: 0
                diff --git a/zlib/a.patch b/zlib/a.patch
                deleted file mode 100644
                index 4b9c2d361d1d5acef2946d6062a61b8c1593719a..0000000000000000000000000000000000000000
                --- a/zlib/a.patch
                +++ /dev/null
                @@ -1,5 +0,0 @@
                ---- a/x
                -+++ b/x
                -@@ -1 +1 @@
                --a
                -+b
                --\s
                nearstream

                """.formatted(mailed.commit().id()));
        assertTaken(mailed);
    }

    @Test
    void gitMakesTheSameTreeOfIt() throws Exception {
        assertTaken(mail(
                UPDATE,
                US,
                write("open.txt", "one\ntwo\nthree"),
                write("with space.txt", "two\n"),
                write("new with space.txt", "two\n"),
                write("über/zwölf.txt", "zwei\n"),
                write("neu/größe.txt", "drei"),
                delete("empty"),
                write("run.sh", "#!/bin/bash\n"),
                delete("link"),
                write("dollar $x \"quoted\".txt", "x\n")));
    }

    @Test
    void gitMakesTheSameTreeOfLineEndsAndOtherBytes() throws Exception {
        Mailed mailed = mail(
                UPDATE,
                US,
                write("dos.txt", "one\r\nTWO \r\nthree\r\nFrom here\r\n"),
                new FileChange.Write("latin.txt", "Gr\u00fc\u00dfe=\n".getBytes(ISO_8859_1)),
                write("long.txt", "x".repeat(2000) + "\n"),
                write("mixed.txt", "a\rb\r\nc\n\t\n \nFrom x\n"));

        assertThat(mailed.mail())
                .contains("Content-Transfer-Encoding: quoted-printable")
                .isASCII();
        assertThat(mailed.mail().lines()).allMatch(line -> line.length() <= 78);
        assertTaken(mailed);
    }

    @Test
    void gitMakesTheSameTreeOfWhatIsNoText() throws Exception {
        assertTaken(mail(
                UPDATE,
                US,
                new FileChange.Write("picture.png", new byte[] {0, 9, 8}),
                new FileChange.Write("new/picture.png", BINARY),
                delete("gone.png"),
                write("also.txt", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zlib/1.4 package update",
                "a-package-whose-name-is-long/2026.11.28.12345-r12: drop CVE-2026-8376.patch and fix-the-overflow.patch",
                "größe/1.4 package update: überläufe, überläufe, überläufe, überläufe, überläufe und noch mehr 🎉",
                "=?UTF-8?q?no?= encoded word",
                "a = b? (c) <d>: \"e\"",
            })
    void titlesAndNamesGetThrough(String title) throws Exception {
        CommitIdentity us = new CommitIdentity(
                title.startsWith("g") ? "Jürgen J. Müller-Lüdenscheidt, Büro für Überläufe" : "Near, Stream (\"bot\")",
                "bot@example.org",
                true,
                Optional.empty());

        Mailed mailed = mail(
                new CommitMessage(title, List.of("From here: --- no header", "diff --git a/x b/x", "ümlaut")),
                us,
                write("zlib.yaml", "x\n"));

        assertThat(mailed.mail().lines().limit(8)).allMatch(line -> line.length() <= 78);
        assertTaken(mailed);
    }

    @Test
    void severalCommitsAreOneMailbox() throws Exception {
        Mailed mailed;
        try (BranchRepository ours = recipes.ours()) {
            BumpCommit commit = ours.commits(
                    List.of(
                            new CommitContent(List.of(write("zlib.yaml", "version: 1.4\n")), UPDATE),
                            new CommitContent(
                                    List.of(write("dos.txt", "one\r\n2\r\n"), delete("gone.png")),
                                    new CommitMessage("dos/2 package update", List.of())),
                            new CommitContent(
                                    List.of(delete("zlib/a.patch")),
                                    new CommitMessage("zlib/1.4-r1: drop a.patch", List.of("a.patch: dropped")))),
                    US,
                    NIGHT);
            mailed = new Mailed(commit, String.join("", ours.mails(commit)));
        }
        assertThat(mailed.mail().lines().filter(line -> line.startsWith("Subject: ")))
                .containsExactly(
                        "Subject: [PATCH 1/3] zlib/1.4 package update",
                        "Subject: [PATCH 2/3] dos/2 package update",
                        "Subject: [PATCH 3/3] zlib/1.4-r1: drop a.patch");
        assertTaken(mailed, 3);
    }
}
