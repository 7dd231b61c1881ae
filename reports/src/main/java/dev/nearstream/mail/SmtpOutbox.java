package dev.nearstream.mail;

import dev.nearstream.mail.MailServer.Security;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One SMTP server, over one connection that is made when it is first needed and again after it was lost. */
public final class SmtpOutbox implements Outbox {
    /** For all mails of a night: the store's writer waits for them. */
    private static final Duration ALL = Duration.ofMinutes(10);

    private final MailServer server;
    private final SmtpTrouble trouble;
    private final @Nullable String password;
    private final Session session;
    private @Nullable Transport transport;

    /** @param password null without a user */
    public SmtpOutbox(MailServer server, @Nullable String password) {
        this.server = server;
        this.trouble = new SmtpTrouble(server, password);
        this.password = password;
        this.session = Session.getInstance(properties(server));
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        String read = String.valueOf(server.read().toMillis());
        properties.setProperty(
                "mail.smtp.connectiontimeout", String.valueOf(server.connect().toMillis()));
        properties.setProperty("mail.smtp.timeout", read);
        properties.put("mail.smtp.socketFactory", new BoundedSockets(server.read(), ALL));
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.writetimeout", read);
        properties.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        boolean starttls = server.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public List<String> send(MimeMessage message) throws MailException {
        Transport open = open();
        try {
            message.saveChanges();
            open.sendMessage(message, message.getAllRecipients());
            return List.of();
        } catch (SendFailedException e) {
            Address[] taken = e.getValidSentAddresses();
            if (taken != null && taken.length > 0) {
                return trouble.refusals(e);
            }
            throw failed(e);
        } catch (MessagingException e) {
            throw failed(e);
        }
    }

    private MailException failed(MessagingException e) {
        MailException failure = trouble.sending(e);
        if (failure.kind() == MailException.Kind.LOST) {
            close();
        }
        return failure;
    }

    private Transport open() throws MailException {
        Transport open = transport;
        if (open != null && open.isConnected()) {
            return open;
        }
        close();
        try {
            Transport made = session.getTransport("smtp");
            made.connect(server.host(), server.port(), server.user(), password);
            transport = made;
            return made;
        } catch (AuthenticationFailedException e) {
            throw trouble.login(e);
        } catch (MessagingException e) {
            throw trouble.connecting(e);
        }
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // It is gone either way.
            }
        }
    }
}
