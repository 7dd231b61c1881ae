package dev.nearstream.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** Where mails go. */
public interface Outbox extends AutoCloseable {

    /**
     * Sends a mail: once it returns, the server has taken it.
     *
     * @return what was wrong for some of the addresses, one line each; the others have it
     * @throws MailException where nobody has it
     */
    List<String> send(MimeMessage message) throws MailException;

    @Override
    void close();
}
