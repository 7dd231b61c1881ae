package dev.nearstream.mail;

import dev.nearstream.report.OwnerDigest;
import dev.nearstream.report.VisibleText;
import dev.nearstream.report.render.DigestPage;
import dev.nearstream.report.render.Numbers;
import dev.nearstream.store.Run;
import dev.nearstream.upstream.Hashes;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A digest as a mail: text first, HTML beside it. Its date and its id are the run's and the owner's, so that one that
 * comes twice is known for the same. Nothing of a name or a text from outside ends a header's line.
 */
final class DigestMessage extends MimeMessage {
    private static final int LONGEST_SUBJECT = 150;
    private static final int HASH = 16;

    private final String id;

    private DigestMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    /**
     * Makes one.
     *
     * @param file the digest's page, below the out directory
     */
    static DigestMessage of(OwnerDigest digest, String file, MailSettings settings, List<MailAddress> to) {
        Run run = digest.report().night().run();
        String hash = Hashes.of(digest.owner().toLowerCase(Locale.ROOT)).substring(0, HASH);
        String domain = settings.from().domain();
        try {
            DigestMessage message = new DigestMessage(
                    Session.getInstance(new Properties()),
                    "<digest." + run.id().replaceAll("[^A-Za-z0-9-]", "-") + "." + hash + "@" + domain + ">");
            message.setFrom(settings.from().internet());
            message.setRecipients(
                    Message.RecipientType.TO,
                    to.stream().map(MailAddress::internet).toArray(Address[]::new));
            message.setSubject(subject(digest, run), "UTF-8");
            @Nullable Instant finished = run.finished();
            message.setSentDate(Date.from(Objects.requireNonNullElse(finished, run.started())));
            message.setHeader("List-Id", "Nearstream <" + hash + ".digests.nearstream." + domain + ">");
            message.setHeader("Auto-Submitted", "auto-generated");
            MailBody body = MailBody.of(DigestPage.of(digest), file, settings.site());
            MimeMultipart parts = new MimeMultipart("alternative");
            parts.addBodyPart(part(body.text(), "plain"));
            parts.addBodyPart(part(body.html(), "html"));
            message.setContent(parts);
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("a message in memory", e);
        }
    }

    private static String subject(OwnerDigest digest, Run run) {
        return VisibleText.of(
                "Nearstream " + Numbers.day(run.started(), digest.report().zone()) + ", "
                        + VisibleText.of(digest.owner(), 60) + ": " + DigestPage.summary(digest),
                LONGEST_SUBJECT);
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
