package dev.nearstream.pull.forge;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where pull requests go.
 *
 * @param repository the repository's URL, as git has it: https, ssh or {@code git@host:path}
 * @param api where the API is, or null for where the kind has it on the repository's host
 * @param token for all kinds but {@link ForgeKind#PLAIN}
 * @param directory for {@link ForgeKind#PLAIN} alone: where the files lie; made when there is something to write
 */
public record ForgeSettings(
        ForgeKind kind,
        String repository,
        @Nullable URI api,
        @Nullable Token token,
        @Nullable Path directory) {

    public static ForgeSettings plain(String repository, Path directory) {
        return new ForgeSettings(ForgeKind.PLAIN, repository, null, null, directory);
    }

    public static ForgeSettings web(ForgeKind kind, String repository, @Nullable URI api, Token token) {
        return new ForgeSettings(kind, repository, api, token, null);
    }
}
