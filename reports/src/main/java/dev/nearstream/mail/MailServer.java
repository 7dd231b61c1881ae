package dev.nearstream.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server.
 *
 * @param user to log in as; null where it asks for nobody
 * @param passwordEnv the environment variable that holds the password; null without a user
 * @param connect until a connection stands
 * @param read in which the server must answer, and take what it is sent
 */
public record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String passwordEnv,
        Duration connect,
        Duration read) {

    /** How what is said to it is kept secret. */
    public enum Security {
        /** TLS is begun within the connection, or nothing is said */
        STARTTLS(587),
        /** TLS from the start */
        TLS(465),
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** The usual one. */
        public int port() {
            return port;
        }
    }

    /** {@code host:port}. */
    public String name() {
        return host + ":" + port;
    }
}
