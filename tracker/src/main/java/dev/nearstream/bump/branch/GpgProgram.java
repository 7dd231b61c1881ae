package dev.nearstream.bump.branch;

import dev.nearstream.http.Redaction;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The {@code gpg} of this machine, as git itself signs with: it knows keyrings of every kind, agents and cards. Nobody is
 * asked for a passphrase, and its time is bounded.
 */
final class GpgProgram {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final String BEGINS = "-----BEGIN PGP SIGNATURE-----";
    private static final int LONGEST = 1 << 16;

    private final SigningKey key;

    GpgProgram(SigningKey key) {
        this.key = key;
    }

    /**
     * An armored, detached signature.
     *
     * @throws IOException with what gpg says, in one line
     */
    byte[] sign(byte[] data) throws IOException {
        Path directory = Files.createTempDirectory("nearstream-sign");
        try {
            Path text = Files.write(directory.resolve("text"), data);
            Path secret = Files.writeString(
                    directory.resolve("secret"),
                    key.passphrase().map(words -> words + "\n").orElse(""));
            Path signature = directory.resolve("signature");
            Path said = directory.resolve("said");
            ProcessBuilder builder = new ProcessBuilder(command(signature, text))
                    .redirectInput(secret.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("LC_ALL", "C");
            if (run(builder) != 0 || !Files.exists(signature)) {
                throw new IOException("gpg says: " + reason(said));
            }
            byte[] armored = Files.readAllBytes(signature);
            if (!new String(armored, StandardCharsets.ISO_8859_1).startsWith(BEGINS)) {
                throw new IOException("gpg made no signature");
            }
            return armored;
        } finally {
            OwnRepository.delete(directory);
        }
    }

    private List<String> command(Path signature, Path text) {
        List<String> command = new ArrayList<>(List.of("gpg", "--batch", "--no-tty"));
        key.home().ifPresent(home -> command.addAll(List.of("--homedir", home.toString())));
        command.addAll(
                key.passphrase().isPresent()
                        ? List.of("--pinentry-mode", "loopback", "--passphrase-fd", "0")
                        : List.of("--pinentry-mode", "error"));
        command.addAll(List.of("--local-user", key.key(), "--armor", "--output", signature.toString()));
        command.addAll(List.of("--detach-sign", text.toString()));
        return command;
    }

    private static int run(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            if (!process.waitFor(TIME.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("gpg takes longer than " + TIME.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Its last line is about this signature; those before are about the keyring. */
    private static String reason(Path said) throws IOException {
        byte[] words = Files.size(said) > LONGEST ? new byte[0] : Files.readAllBytes(said);
        return new String(words, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("gpg: "))
                .reduce((first, last) -> last)
                .map(line -> Redaction.oneLine(line.substring("gpg: ".length())))
                .orElse("nothing");
    }
}
