package dev.nearstream.mail;

import dev.nearstream.report.OwnerDigest;
import dev.nearstream.report.OwnerDigests;
import dev.nearstream.report.VisibleText;
import dev.nearstream.report.render.DigestFiles;
import dev.nearstream.store.DigestMails;
import dev.nearstream.store.Run;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Mails the owners' digests of a run. Each owner is told of a run once, however often it is sent. What changed is
 * reckoned from the last run that the owner was told of: what a failure kept back is in the next mail.
 */
public final class DigestPost {
    /** After so many connections in a row that failed or were lost the server is left alone until the next run. */
    private static final int PATIENCE = 3;

    private final MailSettings settings;
    private final Outbox outbox;
    private final DigestMails mails;
    private final Clock clock;
    private final Consumer<String> say;
    private final Map<String, OwnerDigests> older = new HashMap<>();
    private int lost;
    private boolean out;

    /**
     * For one run.
     *
     * @param say what went wrong, one line each
     */
    public DigestPost(MailSettings settings, Outbox outbox, DigestMails mails, Clock clock, Consumer<String> say) {
        this.settings = settings;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.say = say;
    }

    /** The same night, held against an earlier run than the one before it. */
    @FunctionalInterface
    public interface Since {
        OwnerDigests since(Run told);
    }

    /**
     * Sends what is to be sent.
     *
     * @param stopped asked before each mail; what is left waits for the next run
     * @return how many were sent
     */
    public int send(OwnerDigests digests, Since since, BooleanSupplier stopped) {
        String run = digests.run().id();
        Map<String, String> files = DigestFiles.of(
                digests.digests().stream().map(OwnerDigest::owner).toList());
        int sent = 0;
        for (OwnerDigest tonight : digests.digests()) {
            String owner = tonight.owner();
            List<MailAddress> to = settings.to(owner);
            if (to.isEmpty() || mails.told(run, owner)) {
                continue;
            } else if (out || stopped.getAsBoolean()) {
                break;
            }
            Optional<Run> told = mails.lastTold(digests.run(), owner);
            OwnerDigest digest = told.map(last -> since(tonight, last, since)).orElse(tonight);
            if (settings.when() == MailSettings.When.CHANGED && told.isPresent() && !digest.hasNews()) {
                mails.nothing(run, owner);
            } else if (send(digest, "digests/" + files.get(owner), to)) {
                mails.sent(run, owner, clock.instant());
                sent++;
            }
        }
        return sent;
    }

    private OwnerDigest since(OwnerDigest tonight, Run told, Since since) {
        String before = Optional.ofNullable(tonight.report().changes())
                .map(changes -> changes.before().id())
                .orElse("");
        return before.equals(told.id())
                ? tonight
                : older.computeIfAbsent(told.id(), id -> since.since(told)).digests().stream()
                        .filter(digest -> digest.owner().equalsIgnoreCase(tonight.owner()))
                        .findFirst()
                        .orElse(tonight);
    }

    private boolean send(OwnerDigest digest, String file, List<MailAddress> to) {
        String whose = "mail to " + VisibleText.of(digest.owner(), 100) + ": ";
        try {
            outbox.send(DigestMessage.of(digest, file, settings, to)).forEach(line -> say.accept(whose + line));
            lost = 0;
            return true;
        } catch (MailException e) {
            say.accept(whose + e.getMessage());
            lost = e.kind() == MailException.Kind.REFUSED ? 0 : lost + 1;
            out = e.kind() == MailException.Kind.LOGIN || lost >= PATIENCE;
            if (out) {
                say.accept("no more mail in this run: " + settings.server().name()
                        + (lost >= PATIENCE ? " failed " + PATIENCE + " times" : " does not let us in")
                        + "; the next run tells what was not told");
            }
            return false;
        }
    }
}
