package dev.nearstream.cli;

import dev.nearstream.cli.ConfigurationFile.MailFile;
import dev.nearstream.cli.ConfigurationFile.PullsFile;
import dev.nearstream.cli.ConfigurationFile.SigningFile;
import dev.nearstream.cli.ConfigurationFile.StoreSettings;
import dev.nearstream.cli.ConfigurationFile.VerifyFile;
import dev.nearstream.pull.verify.VerifySettings;
import dev.nearstream.pull.verify.VerifySettings.OnFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code pulls.verify} of the configuration. */
final class VerifySettingsReader {
    private static final int SECONDS = 1800;
    private static final int LONGEST = 86_400;
    private static final int LINES = 40;
    private static final int MOST_LINES = 200;

    private VerifySettingsReader() {}

    /** @throws ConfigurationException where a value is none */
    static @Nullable VerifySettings read(PullsFile pulls, ConfigurationFile whole) {
        VerifyFile file = pulls.verify();
        if (file == null) {
            return null;
        }
        List<String> environment = or(file.environment(), List.of());
        SigningFile signing = pulls.signing();
        StoreSettings store = whole.store();
        MailFile mail = whole.mail();
        for (String secret : new String[] {
            pulls.tokenEnv(),
            signing == null ? null : signing.passphraseEnv(),
            store == null ? null : store.passwordEnv(),
            mail == null ? null : mail.passwordEnv()
        }) {
            if (secret != null && environment.contains(secret)) {
                throw wrong("environment: " + secret + " holds a secret, which the command must not have; remove it");
            }
        }
        try {
            return new VerifySettings(
                    command(or(file.command(), List.of())),
                    Duration.ofSeconds(number("time-limit", file.timeLimit(), SECONDS, LONGEST)),
                    number("lines", file.lines(), LINES, MOST_LINES),
                    environment,
                    onFailure(or(file.onFailure(), "draft")));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** A relative path is the caller's: the command is run in another directory. */
    private static List<String> command(List<String> words) {
        if (words.isEmpty() || !words.get(0).contains("/")) {
            return words;
        }
        List<String> absolute = new ArrayList<>(words);
        absolute.set(0, Path.of(words.get(0)).toAbsolutePath().normalize().toString());
        return absolute;
    }

    private static OnFailure onFailure(String text) {
        return switch (text) {
            case "draft" -> OnFailure.DRAFT;
            case "nothing" -> OnFailure.NOTHING;
            default -> throw wrong("on-failure: '" + text + "' is none; write draft or nothing");
        };
    }

    private static int number(String key, @Nullable Integer given, int otherwise, int most) {
        int number = or(given, otherwise);
        if (number < 1 || number > most) {
            throw wrong("%s is a number from 1 to %d, not %d".formatted(key, most, number));
        }
        return number;
    }

    private static ConfigurationException wrong(String why) {
        return ConfigurationException.of("pulls.verify", "pulls.verify." + why, null);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
