package dev.nearstream.pull.forge;

import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.ForgeException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to a forge. It is sent, and never printed: neither by {@link #toString} nor in a message. It comes from an
 * environment variable or a file, so that it stands in no configuration and no list of processes.
 */
public final class Token {
    /** Longer than any forge's; GitHub's longest has a few hundred. */
    private static final int LONGEST = 4096;

    /** What may stand in a header's value (RFC 6750, 2.1, and a little more). Anything else would be quoted back at us. */
    private static final Pattern SOUND = Pattern.compile("[!-~]+");

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---r--r--");

    private final String secret;
    private final @Nullable String warning;

    private Token(String secret, @Nullable String warning) {
        this.secret = secret;
        this.warning = warning;
    }

    /**
     * From a variable of the environment.
     *
     * @throws ForgeException of kind UNAVAILABLE where there is none, or what it holds can be no token
     */
    public static Token fromEnvironment(Map<String, String> environment, String variable) throws ForgeException {
        @Nullable String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new ForgeException(
                    Kind.UNAVAILABLE,
                    "the environment variable %s is not set; it must hold the forge's token".formatted(variable));
        }
        return new Token(sound(value, "the environment variable " + variable), null);
    }

    /**
     * From a file that holds nothing else.
     *
     * @throws ForgeException of kind UNAVAILABLE where it cannot be read, or what it holds can be no token
     */
    public static Token fromFile(Path file) throws ForgeException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 2);
            String secret = sound(new String(bytes, StandardCharsets.UTF_8), file.toString());
            return new Token(secret, isReadByOthers(file) ? file + " can be read by others: chmod 600 " + file : null);
        } catch (IOException e) {
            throw new ForgeException(
                    Kind.UNAVAILABLE,
                    "%s cannot be read; it must hold the forge's token and nothing else".formatted(file),
                    e);
        }
    }

    private static String sound(String value, String origin) throws ForgeException {
        String secret = value.strip();
        if (secret.length() > LONGEST || !SOUND.matcher(secret).matches()) {
            throw new ForgeException(
                    Kind.UNAVAILABLE, origin + " holds no token: that is one word of letters, digits and signs");
        }
        return secret;
    }

    private static boolean isReadByOthers(Path file) throws IOException {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (UnsupportedOperationException e) {
            return false; // a file system without such permissions
        }
    }

    /** What a person should know about where it lies; one line. */
    public Optional<String> warning() {
        return Optional.ofNullable(warning);
    }

    /** The header's value. */
    String header(String scheme) {
        return scheme + " " + secret;
    }

    /** The text without the token, should somebody have put it there. */
    String removedFrom(String text) {
        return text.replace(secret, "…");
    }

    /** Whether an exception, or one that it came from, says the token. */
    boolean isIn(Throwable problem) {
        for (Throwable at = problem; at != null; at = at.getCause()) {
            if (at.toString().contains(secret)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
