package dev.nearstream.mail;

import dev.nearstream.mail.MailException.Kind;
import dev.nearstream.mail.MailServer.Security;
import dev.nearstream.report.VisibleText;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a server, in words: one line each, and never the password, whatever the server answers. */
record SmtpTrouble(MailServer server, @Nullable String password) {
    private static final int LONGEST = 200;
    /** The library's word for a connection that ended. */
    private static final String NO_ANSWER = "[EOF]";

    MailException login(MessagingException e) {
        String said = said(e);
        if (said.isEmpty() || said.equals(NO_ANSWER)) {
            return new MailException(Kind.CONNECT, server.name() + " does not answer the login in time", e);
        } else if (said.startsWith("4")) {
            return new MailException(Kind.CONNECT, server.name() + " takes no login for now (" + said + ")", e);
        }
        return new MailException(
                Kind.LOGIN,
                server.name() + " does not take the user and the password (" + said
                        + "); check mail.user, and the variable that mail.password-env names",
                e);
    }

    MailException connecting(MessagingException e) {
        @Nullable Throwable cause = cause(e);
        String why;
        if (cause instanceof UnknownHostException) {
            why = ": unknown host; mail.host names the server";
        } else if (cause instanceof SocketTimeoutException) {
            why = " does not answer in time; does the server run there, and is mail.port right?";
        } else if (cause instanceof BoundedSockets.TooLongException) {
            why = ": " + cause.getMessage() + "; does an SMTP server run there?";
        } else if (cause instanceof ConnectException) {
            why = ": no connection; does the server run there, and is mail.port right?";
        } else if (cause instanceof SSLException) {
            why = ": no TLS (" + said(cause)
                    + "); its certificate must be of this host, and of an authority that Java knows";
        } else if (server.security() == Security.STARTTLS) {
            why = ": " + said(e) + "; with mail.security: starttls the server must offer STARTTLS";
        } else {
            why = ": " + said(e) + "; is mail.port right for mail.security?";
        }
        return new MailException(Kind.CONNECT, server.name() + why, e);
    }

    MailException sending(MessagingException e) {
        for (@Nullable Exception one = e; one instanceof MessagingException part; one = part.getNextException()) {
            if (one instanceof SMTPAddressFailedException || one instanceof SMTPSenderFailedException) {
                return new MailException(Kind.REFUSED, server.name() + ": " + refusal(part), e);
            }
        }
        @Nullable Throwable cause = cause(e);
        if (cause instanceof SocketTimeoutException) {
            return new MailException(
                    Kind.LOST, server.name() + " is silent for " + server.read().toSeconds() + " s", e);
        }
        boolean answered = e instanceof SMTPSendFailedException send && send.getReturnCode() > 0;
        String hint = answered ? "" : "; the connection was lost";
        return new MailException(answered ? Kind.REFUSED : Kind.LOST, server.name() + ": " + said(e) + hint, e);
    }

    /** What was said of each address that was not taken. */
    List<String> refusals(SendFailedException e) {
        List<String> lines = new ArrayList<>();
        for (@Nullable Exception one = e.getNextException();
                one instanceof MessagingException part;
                one = part.getNextException()) {
            if (part instanceof SMTPAddressFailedException) {
                lines.add(server.name() + ": " + refusal(part));
            }
        }
        return lines;
    }

    private String refusal(MessagingException e) {
        if (e instanceof SMTPAddressFailedException address) {
            return "does not take " + address.getAddress().getAddress() + " (" + said(e) + "); check mail.to";
        } else if (e instanceof SMTPSenderFailedException sender) {
            return "does not let " + sender.getAddress().getAddress() + " send (" + said(e) + "); check mail.from";
        }
        return said(e);
    }

    /** The innermost of what lies behind it. */
    private static @Nullable Throwable cause(Throwable e) {
        @Nullable Throwable cause = e.getCause();
        while (cause != null && cause.getCause() != null && cause.getCause() != cause) {
            if (cause instanceof SSLException) {
                return cause;
            }
            cause = cause.getCause();
        }
        return cause;
    }

    private String said(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String secret = password;
        if (secret != null && !secret.isEmpty()) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            message = message.replace(secret, "***").replace(Base64.getEncoder().encodeToString(bytes), "***");
        }
        return VisibleText.of(message, LONGEST);
    }
}
