package dev.nearstream.bump.branch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Who commits: the author and the committer in one.
 *
 * @param mail by which our commits are told from other people's
 * @param signOff whether the message ends with {@code Signed-off-by}
 * @param signing the key that commits are signed with; empty for unsigned ones
 */
public record CommitIdentity(String name, String mail, boolean signOff, Optional<SigningKey> signing) {

    public CommitIdentity {
        if (name.isBlank() || has(name, "<>") || !name.equals(name.strip())) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no committer's name; one without <> would be right");
        }
        if (mail.isBlank() || has(mail, "<> ")) {
            throw new IllegalArgumentException("\"" + mail + "\" is no mail address; name@example.org would be right");
        }
    }

    private static boolean has(String text, String characters) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7f || characters.indexOf(c) >= 0);
    }

    /** {@code Name <mail>}. */
    String address() {
        return name + " <" + mail + ">";
    }

    PersonIdent at(Instant when) {
        return new PersonIdent(name, mail, when.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    }
}
