package dev.nearstream.bump.branch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A key that commits are signed with.
 *
 * @param key for OpenPGP a key's id, fingerprint or mail, as {@code gpg --local-user} takes it; for SSH the path of a
 *     private key, or of a public key whose private one the agent holds
 * @param passphrase of the secret key, where it has one and no agent knows it
 * @param home of GnuPG, with its keyrings; the user's own where it is empty
 */
public record SigningKey(Format format, String key, Optional<String> passphrase, Optional<Path> home) {

    /** As git's {@code gpg.format}. */
    public enum Format {
        OPENPGP,
        SSH
    }

    public SigningKey {
        if (key.isBlank()) {
            throw new IllegalArgumentException("the signing key is empty; a key's id or path would be right");
        }
    }

    /** Without the passphrase. */
    @Override
    public String toString() {
        return format + " key " + key;
    }
}
