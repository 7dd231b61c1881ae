package dev.nearstream.mail;

import dev.nearstream.store.DigestMails;
import dev.nearstream.store.Run;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who was told, in memory. */
final class FakeMails implements DigestMails {
    final Set<String> sent = new HashSet<>();
    final Set<String> nothing = new HashSet<>();
    /** What every owner was last told of. */
    @Nullable
    Run last;

    private static String key(String run, String owner) {
        return run + " " + owner.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean told(String run, String owner) {
        return sent.contains(key(run, owner)) || nothing.contains(key(run, owner));
    }

    @Override
    public Optional<Run> lastTold(Run run, String owner) {
        return Optional.ofNullable(last);
    }

    @Override
    public void sent(String run, String owner, Instant when) {
        sent.add(key(run, owner));
    }

    @Override
    public void nothing(String run, String owner) {
        nothing.add(key(run, owner));
    }
}
