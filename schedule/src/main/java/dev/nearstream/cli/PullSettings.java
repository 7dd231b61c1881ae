package dev.nearstream.cli;

import dev.nearstream.pull.BotSettings;
import dev.nearstream.pull.GroupSettings;
import dev.nearstream.pull.forge.ForgeKind;
import dev.nearstream.pull.verify.VerifySettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where pull requests go, and the bot's manners.
 *
 * @param repository the remote to push to, or null for the recipe repository itself where that is a bare one
 * @param api of the forge, or null for where its kind has it
 * @param tokenEnv the environment variable that holds the token, or null
 * @param tokenFile the file that holds it, or null
 * @param groups what goes together in one
 * @param verify how bumps are verified, or null for not at all
 */
record PullSettings(
        ForgeKind kind,
        @Nullable String repository,
        @Nullable URI api,
        @Nullable String tokenEnv,
        @Nullable Path tokenFile,
        BotSettings bot,
        GroupSettings groups,
        @Nullable VerifySettings verify) {

    /** The remote, if there is one to push to. */
    Optional<String> remote(Settings settings) {
        if (repository != null) {
            return Optional.of(repository);
        }
        String recipes = String.valueOf(settings.recipes());
        return settings.isBareRepository() ? Optional.of(recipes) : Optional.empty();
    }
}
