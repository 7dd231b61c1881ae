package dev.nearstream.cli;

import dev.nearstream.bump.branch.CommitIdentity;
import dev.nearstream.bump.branch.SigningKey;
import dev.nearstream.cli.ConfigurationFile.GroupFile;
import dev.nearstream.cli.ConfigurationFile.PullsFile;
import dev.nearstream.cli.ConfigurationFile.SigningFile;
import dev.nearstream.pull.BotSettings;
import dev.nearstream.pull.BotSettings.Conflicts;
import dev.nearstream.pull.GroupSettings;
import dev.nearstream.pull.forge.ForgeKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code pulls} of the configuration. */
final class PullSettingsReader {
    private static final PullsFile NOTHING = new PullsFile(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private PullSettingsReader() {}

    /** @throws ConfigurationException where a value is none */
    static PullSettings read(ConfigurationFile whole) {
        PullsFile file = or(whole.pulls(), NOTHING);
        String kind = or(file.forge(), "plain");
        ForgeKind forge = ForgeKind.named(kind)
                .orElseThrow(() -> wrong("forge", "'" + kind + "' is none; write plain, github, gitlab or gitea"));
        if (forge != ForgeKind.PLAIN && file.repository() == null) {
            throw wrong("repository", "is missing; write https://github.com/owner/name");
        }
        if (forge != ForgeKind.PLAIN && file.tokenEnv() == null && file.tokenFile() == null) {
            throw wrong("token-env", "is missing; name the environment variable that holds the token, or a token-file");
        }
        String prefix = or(file.branchPrefix(), "nearstream/");
        if (prefix.isBlank()) {
            throw wrong("branch-prefix", "is empty; nearstream/ keeps other branches safe");
        }
        return new PullSettings(
                forge,
                file.repository(),
                uri(file.api()),
                file.tokenEnv(),
                file.tokenFile() == null ? null : Path.of(file.tokenFile()),
                new BotSettings(
                        identity(file),
                        prefix,
                        or(file.base(), "main"),
                        or(file.labels(), List.of()),
                        number("per-run", file.perRun(), 20),
                        number("most-open", file.mostOpen(), 100),
                        conflicts(or(file.conflicts(), "draft"))),
                groups(file.group(), named(whole.owners())),
                VerifySettingsReader.read(file, whole));
    }

    private static GroupSettings groups(@Nullable GroupFile written, Set<String> known) {
        GroupFile file = written == null ? new GroupFile(null, null, null) : written;
        List<String> owners = or(file.owners(), List.of());
        for (String owner : owners) {
            if (!owner.equals("*") && !owner.contains("@") && !known.contains(owner)) {
                throw wrong(
                        "group.owners",
                        "'" + owner + "' is none; write them as CODEOWNERS or owners: does, as @org/team, or *");
            }
        }
        int most = number("group.most", file.most(), GroupSettings.NONE.most());
        if (most < 2) {
            throw wrong("group.most", "is a number from 2 to 10000, not " + most);
        }
        return new GroupSettings(or(file.families(), false), owners, most);
    }

    private static Set<String> named(@Nullable Map<String, @Nullable OneOrMore> owners) {
        return or(owners, Map.<String, @Nullable OneOrMore>of()).values().stream()
                .flatMap(names -> names == null ? Stream.empty() : names.all().stream())
                .collect(Collectors.toSet());
    }

    private static CommitIdentity identity(PullsFile file) {
        try {
            return new CommitIdentity(
                    or(file.authorName(), "Nearstream"),
                    or(file.authorMail(), "nearstream@localhost"),
                    or(file.signOff(), false),
                    Optional.ofNullable(file.signing()).map(PullSettingsReader::signing));
        } catch (IllegalArgumentException e) {
            throw wrong("author-name", String.valueOf(e.getMessage()));
        }
    }

    private static SigningKey signing(SigningFile file) {
        SigningKey.Format format = switch (or(file.format(), "")) {
            case "openpgp", "gpg" -> SigningKey.Format.OPENPGP;
            case "ssh" -> SigningKey.Format.SSH;
            default -> throw wrong("signing.format", "is openpgp or ssh");
        };
        if (file.key() == null || file.key().isBlank()) {
            throw wrong("signing.key", "is missing; write a key's id, or a path");
        }
        String variable = file.passphraseEnv();
        Optional<String> passphrase = Optional.ofNullable(variable).map(System::getenv);
        if (variable != null && passphrase.isEmpty()) {
            throw wrong("signing.passphrase-env", "the environment variable " + variable + " is not set");
        }
        return new SigningKey(format, file.key(), passphrase, Optional.empty());
    }

    private static Conflicts conflicts(String text) {
        try {
            return Conflicts.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("conflicts", "'" + text + "' is none; write draft, issue or nothing");
        }
    }

    private static @Nullable URI uri(@Nullable String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("api", "is no URL; write https://host/api/v3");
        }
    }

    private static int number(String key, @Nullable Integer given, int otherwise) {
        int number = or(given, otherwise);
        if (number < 0 || number > 10_000) {
            throw wrong(key, "is a number from 0 to 10000, not " + number);
        }
        return number;
    }

    private static ConfigurationException wrong(String key, String why) {
        return ConfigurationException.of("pulls." + key, "pulls." + key + " " + why, null);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
