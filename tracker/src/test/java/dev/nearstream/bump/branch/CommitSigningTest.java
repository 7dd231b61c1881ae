package dev.nearstream.bump.branch;

import static dev.nearstream.bump.branch.RecipeRepository.NIGHT;
import static dev.nearstream.bump.branch.RecipeRepository.UPDATE;
import static dev.nearstream.bump.branch.RecipeRepository.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.bump.branch.SigningKey.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What git says of our signatures. */
final class CommitSigningTest {
    @TempDir
    private Path directory;

    private RecipeRepository recipes;

    @BeforeEach
    void make() throws Exception {
        recipes = new RecipeRepository(directory);
        recipes.fixture().file("zlib.yaml", "version: 1.3\n").commit("One");
    }

    @AfterEach
    void close() {
        recipes.close();
    }

    private BumpCommit commit(SigningKey key) throws Exception {
        CommitIdentity us = new CommitIdentity("Nearstream", "bot@example.org", true, Optional.of(key));
        try (BranchRepository ours = recipes.ours()) {
            return ours.commit(List.of(write("zlib.yaml", "version: 1.4\n")), UPDATE, us, NIGHT);
        }
    }

    @ParameterizedTest
    @CsvSource({"ed25519, ''", "rsa, ''", "ed25519, open sesame"})
    void sshSignaturesAreGood(String type, String passphrase) throws Exception {
        RealGit git = RealGit.in(directory, Map.of(), "ssh-keygen");
        Path key = directory.resolve("key");
        git.ok(directory, "ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "", "-f", key.toString());
        Path signers = directory.resolve("signers");
        Files.writeString(signers, "bot@example.org " + Files.readString(directory.resolve("key.pub")));

        Optional<String> secret = passphrase.isEmpty() ? Optional.empty() : Optional.of(passphrase);
        BumpCommit commit = commit(new SigningKey(Format.SSH, key.toString(), secret, Optional.empty()));

        assertThat(git.ok(
                        recipes.ownDirectory(),
                        "git",
                        "-c",
                        "gpg.ssh.allowedSignersFile=" + signers,
                        "verify-commit",
                        commit.id()))
                .contains("Good \"git\" signature for bot@example.org");
        assertThat(commit(new SigningKey(Format.SSH, key.toString(), secret, Optional.empty()))
                        .id())
                .isEqualTo(commit.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open sesame"})
    void openPgpSignaturesAreGood(String passphrase) throws Exception {
        Path home = Files.createTempDirectory(
                "gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        RealGit git = RealGit.in(directory, Map.of("GNUPGHOME", home.toString()), "gpg");
        try {
            git.ok(
                    directory,
                    "gpg",
                    "--batch",
                    "-q",
                    "--pinentry-mode",
                    "loopback",
                    "--passphrase",
                    passphrase,
                    "--quick-gen-key",
                    "Nearstream <bot@example.org>",
                    "ed25519",
                    "sign",
                    "never");
            git.run(directory, "gpgconf", "--kill", "all");
            Optional<String> secret = passphrase.isEmpty() ? Optional.empty() : Optional.of(passphrase);
            SigningKey key = new SigningKey(Format.OPENPGP, "bot@example.org", secret, Optional.of(home));

            BumpCommit commit = commit(key);

            assertThat(git.ok(recipes.ownDirectory(), "git", "log", "-1", "--show-signature", commit.id()))
                    .contains("Good signature from \"Nearstream <bot@example.org>\"");
            assertThatThrownBy(
                            () -> commit(new SigningKey(Format.OPENPGP, "none@example.org", secret, Optional.of(home))))
                    .hasMessageStartingWith(
                            "commits cannot be signed with the OPENPGP key none@example.org: gpg says: ")
                    .hasMessageContaining("No secret key");
            git.run(directory, "gpgconf", "--kill", "all");
            if (!passphrase.isEmpty()) {
                assertThatThrownBy(() -> commit(new SigningKey(
                                Format.OPENPGP, "bot@example.org", Optional.of("wrong"), Optional.of(home))))
                        .hasMessageContaining("Bad passphrase");
                assertThatThrownBy(() -> commit(
                                new SigningKey(Format.OPENPGP, "bot@example.org", Optional.empty(), Optional.of(home))))
                        .isInstanceOf(BranchException.class);
            }
        } finally {
            git.run(directory, "gpgconf", "--kill", "all");
            OwnRepository.delete(home);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void aWrongPassphraseMakesNoCommit(String passphrase) throws Exception {
        RealGit git = RealGit.in(directory, Map.of(), "ssh-keygen");
        Path key = directory.resolve("key");
        git.ok(directory, "ssh-keygen", "-q", "-t", "ed25519", "-N", "open sesame", "-f", key.toString());

        SigningKey locked = new SigningKey(
                Format.SSH,
                key.toString(),
                passphrase.isEmpty() ? Optional.empty() : Optional.of(passphrase),
                Optional.empty());
        assertThatThrownBy(() -> commit(locked))
                .isInstanceOf(BranchException.class)
                .hasMessageStartingWith("commits cannot be signed with the SSH key " + key + ": ")
                .hasMessageNotContaining("wrong\"");
        assertThat(locked.toString()).isEqualTo("SSH key " + key);
    }

    @Test
    void aKeyThatIsNotThereMakesNoCommit() {
        Path key = directory.resolve("none");
        assertThatThrownBy(() -> commit(new SigningKey(Format.SSH, key.toString(), Optional.empty(), Optional.empty())))
                .isInstanceOf(BranchException.class)
                .hasMessageStartingWith("commits cannot be signed with the SSH key " + key + ": ");
    }
}
