package dev.nearstream.bump.branch;

import dev.nearstream.http.Redaction;
import java.io.IOException;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.UnsupportedSigningFormatException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.lib.Signers;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Signs commits with one key: by SSH in this process, by OpenPGP with {@link GpgProgram}. JGit's own signer for OpenPGP
 * gets the fingerprints of Ed25519 keys wrong, which GnuPG makes by default, and git then knows no such key.
 */
final class CommitSigner {
    private final SigningKey key;

    CommitSigner(SigningKey key) {
        this.key = key;
    }

    /** @throws BranchException where the key is not to be had: a commit that is to be signed is never left unsigned */
    void sign(Repository repository, CommitBuilder commit, PersonIdent committer) throws BranchException {
        try {
            switch (key.format()) {
                case OPENPGP -> commit.setGpgSignature(new GpgSignature(new GpgProgram(key).sign(commit.build())));
                case SSH -> signWithSsh(repository, commit, committer);
            }
        } catch (CanceledException e) {
            throw problem("it has a passphrase, and the one given is missing or wrong", e);
        } catch (IOException
                | UnsupportedSigningFormatException
                | JGitInternalException
                | UnsupportedOperationException e) {
            throw problem(Redaction.quoted(e), e);
        }
    }

    private void signWithSsh(Repository repository, CommitBuilder commit, PersonIdent committer)
            throws IOException, CanceledException, UnsupportedSigningFormatException, BranchException {
        @Nullable Signer signer = Signers.get(GpgConfig.GpgFormat.SSH);
        if (signer == null) {
            throw problem("this program has no signer for the format", null);
        }
        Config config = new Config();
        config.setString(ConfigConstants.CONFIG_GPG_SECTION, null, ConfigConstants.CONFIG_KEY_FORMAT, "ssh");
        signer.signObject(repository, new GpgConfig(config), commit, committer, key.key(), new Passphrase());
    }

    private BranchException problem(String what, @Nullable Throwable cause) {
        return new BranchException("commits cannot be signed with the " + key + ": " + what, cause);
    }

    /** Answers the question for the passphrase, once: whoever asks again was given a wrong one. */
    private final class Passphrase extends CredentialsProvider {
        private boolean asked;

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public boolean supports(CredentialItem... items) {
            return true;
        }

        @Override
        public boolean get(@Nullable URIish uri, CredentialItem... items) {
            if (asked || key.passphrase().isEmpty()) {
                return false;
            }
            for (CredentialItem item : items) {
                if (item instanceof CredentialItem.CharArrayType secret) {
                    secret.setValue(key.passphrase().get().toCharArray());
                    asked = true;
                } else if (item instanceof CredentialItem.StringType secret) {
                    secret.setValue(key.passphrase().get());
                    asked = true;
                }
            }
            return asked;
        }
    }
}
