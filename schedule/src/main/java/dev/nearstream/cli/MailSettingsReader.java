package dev.nearstream.cli;

import dev.nearstream.cli.ConfigurationFile.MailFile;
import dev.nearstream.mail.MailAddress;
import dev.nearstream.mail.MailServer;
import dev.nearstream.mail.MailServer.Security;
import dev.nearstream.mail.MailSettings;
import dev.nearstream.mail.MailSettings.When;
import dev.nearstream.report.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code mail} of the configuration. */
final class MailSettingsReader {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]+]?");
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(?:\\.\\d{1,3}){3}|\\[?::1]?");

    private MailSettingsReader() {}

    /**
     * Empty where no mail is configured.
     *
     * @throws ConfigurationException where a value is none, or what is needed is missing
     */
    static Optional<MailSettings> read(@Nullable MailFile file, Settings.Timeouts timeouts) {
        if (file == null) {
            return Optional.empty();
        }
        MailAddress from = address("from", needed("from", file.from(), "Nearstream <nearstream@example.org>"));
        return Optional.of(
                new MailSettings(server(file, timeouts), from, to(file), when(file.when()), site(file.site())));
    }

    private static MailServer server(MailFile file, Settings.Timeouts timeouts) {
        String host = needed("host", file.host(), "smtp.example.org");
        if (!HOST.matcher(host).matches()) {
            throw wrong("host", "'" + VisibleText.of(host, 80) + "' is no host; write smtp.example.org", null);
        }
        Security security = security(file.security());
        boolean plaintext = file.allowPlaintext() != null && file.allowPlaintext();
        if (security == Security.NONE && !plaintext && !LOOPBACK.matcher(host).matches()) {
            throw wrong(
                    "security",
                    "none lets everybody between here and " + host
                            + " read along; write starttls or tls, or allow-plaintext: true",
                    null);
        }
        int port = file.port() == null ? security.port() : file.port();
        if (port < 1 || port > 65_535) {
            throw wrong("port", "is a number from 1 to 65535, not " + port, null);
        }
        if ((file.user() == null) != (file.passwordEnv() == null)) {
            throw file.user() == null
                    ? wrong("password-env", "is the password of no user; write mail.user too", null)
                    : wrong("user", "has no password; name the variable that holds it as mail.password-env", null);
        }
        return new MailServer(
                host, port, security, file.user(), file.passwordEnv(), timeouts.connect(), timeouts.read());
    }

    private static Map<String, List<MailAddress>> to(MailFile file) {
        Map<String, @Nullable OneOrMore> written = file.to();
        if (written == null || written.isEmpty()) {
            throw wrong(
                    "to",
                    "is missing; write whom an owner's digest goes to, as {\"@org/team\": team@example.org}",
                    null);
        }
        Map<String, List<MailAddress>> to = new LinkedHashMap<>();
        written.forEach((owner, addresses) -> {
            if (addresses == null || addresses.all().isEmpty()) {
                throw wrong("to." + owner, "has no address; write team@example.org", null);
            }
            to.put(
                    owner,
                    addresses.all().stream()
                            .map(text -> address("to." + owner, text))
                            .toList());
        });
        return to;
    }

    private static MailAddress address(String key, String text) {
        return MailAddress.parse(text)
                .orElseThrow(() -> wrong(
                        key,
                        "'" + VisibleText.of(text, 80)
                                + "' is no mail address; write team@example.org or Team <team@example.org>",
                        null));
    }

    private static Security security(@Nullable String text) {
        try {
            return text == null ? Security.STARTTLS : Security.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("security", "'" + VisibleText.of(text, 40) + "' is none; write starttls, tls or none", e);
        }
    }

    private static When when(@Nullable String text) {
        try {
            return text == null ? When.CHANGED : When.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("when", "'" + VisibleText.of(text, 40) + "' is none; write changed or nightly", e);
        }
    }

    private static @Nullable URI site(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI site = new URI(text.endsWith("/") ? text : text + "/");
            if (text.matches("(?i)https?://[^?#]*") && site.getHost() != null) {
                return site;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw wrong("site", "is no address of the site; write https://nearstream.example.org/", null);
    }

    private static String needed(String key, @Nullable String value, String example) {
        if (value == null || value.isBlank()) {
            throw wrong(key, "is missing; write " + example, null);
        }
        return value.strip();
    }

    private static ConfigurationException wrong(String key, String why, @Nullable Throwable cause) {
        boolean missing = why.startsWith("is missing");
        return ConfigurationException.of(missing ? "mail" : "mail." + key, "mail." + key + " " + why, cause);
    }
}
