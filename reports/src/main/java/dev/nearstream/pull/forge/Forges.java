package dev.nearstream.pull.forge;

import dev.nearstream.http.Redaction;
import dev.nearstream.http.WebClient;
import dev.nearstream.pull.Forge;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.ForgeException.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the forge that settings name. */
public final class Forges {
    private final WebClient web;
    private final MergeCheck merges;

    /** @param merges for files alone: forges know it themselves */
    public Forges(WebClient web, MergeCheck merges) {
        this.web = web;
        this.merges = merges;
    }

    /**
     * The forge, for one run; nothing is asked of it yet.
     *
     * @throws ForgeException of kind UNAVAILABLE where the settings cannot be those of that kind
     */
    public Forge of(ForgeSettings settings) throws ForgeException {
        if (settings.kind() == ForgeKind.PLAIN) {
            @Nullable Path directory = settings.directory();
            if (directory == null) {
                throw new ForgeException(Kind.UNAVAILABLE, "a directory must be named for pull requests as files");
            }
            String name = Redaction.of(settings.repository()).replaceFirst("^\\w+://", "");
            return new PlainForge(name, directory, merges);
        }
        return new HttpForge(host(settings));
    }

    private Host host(ForgeSettings settings) throws ForgeException {
        Token token = settings.token();
        if (token == null) {
            throw new ForgeException(
                    Kind.UNAVAILABLE,
                    "%s: a token is needed; name the environment variable or the file that holds it"
                            .formatted(Redaction.of(settings.repository())));
        }
        URI given = settings.api() == null ? null : checked(settings.api());
        String ending = settings.kind() == ForgeKind.GITLAB ? "/api/v4" : "/api/v1";
        Repository repository = Repository.of(settings.repository(), below(given, ending));
        URI root = repository.root();
        return switch (settings.kind()) {
            case GITHUB -> {
                URI api = checked(given == null ? GitHubHost.api(root) : given);
                yield new GitHubHost(web, repository.ofAnOwner(), api, token);
            }
            case GITLAB -> new GitLabHost(web, repository, checked(given, root, ending), token);
            case GITEA -> new GiteaHost(web, repository.ofAnOwner(), checked(given, root, ending), token);
            case PLAIN -> throw new IllegalStateException();
        };
    }

    private static URI checked(@Nullable URI given, URI root, String ending) throws ForgeException {
        return checked(given == null ? URI.create(root + ending) : given);
    }

    /** Where a forge lies below its host's root, its API does as well. */
    private static String below(@Nullable URI api, String ending) {
        String path = api == null ? "" : api.getPath();
        return path.endsWith(ending) ? path.substring(0, path.length() - ending.length()) : "";
    }

    /** The token would not be sent over a line on which others can read. */
    private static URI checked(URI api) throws ForgeException {
        String scheme = api.getScheme() == null ? "" : api.getScheme().toLowerCase(Locale.ROOT);
        String host = api.getHost() == null ? "" : api.getHost();
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        boolean safe = scheme.equals("https") || (scheme.equals("http") && here);
        if (!safe || host.isEmpty() || api.getRawQuery() != null || api.getUserInfo() != null) {
            throw new ForgeException(
                    Kind.UNAVAILABLE,
                    "%s can be no forge's API: that is an https address, as https://host/api/v4"
                            .formatted(Redaction.of(api.toString())));
        }
        return URI.create(api.toString().replaceFirst("/+$", ""));
    }
}
