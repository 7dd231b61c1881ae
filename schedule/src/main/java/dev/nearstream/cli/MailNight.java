package dev.nearstream.cli;

import dev.nearstream.mail.DigestPost;
import dev.nearstream.mail.MailServer;
import dev.nearstream.mail.MailSettings;
import dev.nearstream.mail.SmtpOutbox;
import dev.nearstream.owner.Owners;
import dev.nearstream.report.Night;
import dev.nearstream.report.OwnerDigests;
import dev.nearstream.store.Store;
import dev.nearstream.store.StoreException;
import dev.nearstream.task.Stop;
import org.jspecify.annotations.Nullable;

/** The mails of a night, where they are configured; what goes wrong with them is said, and costs nothing of the night. */
final class MailNight {
    private final Workshop workshop;
    private final Settings settings;

    MailNight(Workshop workshop, Settings settings) {
        this.workshop = workshop;
        this.settings = settings;
    }

    /** Tells the owners of the night's run, where it was over all that the configuration selects. */
    void run(Store store, Night night, OwnerDigests digests, Owners owners, Stop stop) {
        MailSettings mail = settings.mail().orElse(null);
        if (mail == null || settings.narrowed() || digests.digests().isEmpty()) {
            return;
        }
        try (SmtpOutbox outbox = new SmtpOutbox(mail.server(), password(mail.server()))) {
            DigestPost post = new DigestPost(
                    mail,
                    outbox,
                    store.digestMails(),
                    workshop.clock(),
                    line -> workshop.console().say(line));
            int sent = post.send(
                    digests,
                    told -> OwnerDigests.of(
                            night.withPullsAfter(store, told),
                            Night.read(store, told),
                            settings.zone(),
                            owners,
                            store.pullRequests().open()),
                    stop::asked);
            if (sent > 0) {
                workshop.console().say(sent + (sent == 1 ? " digest" : " digests") + " sent by mail");
            }
        } catch (ConfigurationException | StoreException e) {
            workshop.console().say("no mail: " + Failures.message(e));
        }
    }

    /** @throws ConfigurationException where the variable that is to hold it is not set */
    static void check(Settings settings) {
        settings.mail().ifPresent(mail -> {
            try {
                password(mail.server());
            } catch (ConfigurationException e) {
                throw e.in(settings.configuration());
            }
        });
    }

    private static @Nullable String password(MailServer server) {
        String variable = server.passwordEnv();
        String password = variable == null ? null : System.getenv(variable);
        if (variable != null && (password == null || password.isEmpty())) {
            throw ConfigurationException.of(
                    "mail.password-env",
                    "mail.password-env: the environment variable " + variable + " is not set",
                    null);
        }
        return password;
    }
}
