package dev.nearstream.release;

import dev.nearstream.http.RememberedAnswers;
import dev.nearstream.http.WebClient;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.recipe.UpdateRules.GitHub;
import dev.nearstream.recipe.UpdateRules.Oci;
import dev.nearstream.recipe.UpdateRules.ReleaseMonitor;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sources of releases of one run. Safe for several threads. */
public final class ReleaseSources {
    private final Repositories repositories;
    private final UpdatePolicy policy;
    private final @Nullable Servers servers;

    /** Where a recipe's repositories come from. */
    @FunctionalInterface
    public interface Repositories {
        /**
         * The mirror of a repository.
         *
         * @throws UpstreamException where the URL is of a kind that is never read
         */
        Mirror open(String declaredUrl) throws UpstreamException;
    }

    private record Servers(
            ListApi api, RememberedAnswers remembered, KeptLists kept, GitHubReleases github, GitHubTexts texts) {}

    private ReleaseSources(Repositories repositories, UpdatePolicy policy, @Nullable Servers servers) {
        this.repositories = repositories;
        this.policy = policy;
        this.servers = servers;
    }

    /** Git alone: no server of lists is asked. */
    public static ReleaseSources gitAlone(Repositories repositories) {
        return new ReleaseSources(repositories, UpdatePolicy.DEFAULT, null);
    }

    /**
     * All of them.
     *
     * @param web of the run, which knows the hosts that are out
     */
    public static ReleaseSources of(Repositories repositories, ReleaseSettings settings, WebClient web, Clock clock) {
        RememberedAnswers remembered =
                new RememberedAnswers(web, settings.directory().resolve("answers"), clock);
        KeptLists kept = new KeptLists(settings.directory().resolve("lists"), clock);
        ListApi api = new ListApi(web, remembered, settings.rewrites(), settings.offline());
        return new ReleaseSources(
                repositories,
                settings.policy(),
                new Servers(
                        api,
                        remembered,
                        kept,
                        new GitHubReleases(api, kept, settings.credentials()),
                        new GitHubTexts(api, GitHubReleases.token(settings.credentials()))));
    }

    public UpdatePolicy policy() {
        return policy;
    }

    /** Why tags stand in for GitHub releases in all of this run, or empty. */
    public Optional<String> notice() {
        return servers == null ? Optional.empty() : servers.github().unavailable();
    }

    /** Says which recipes will be asked for, in their order: their questions go out together. */
    public void expect(Collection<Recipe> recipes) {
        if (servers != null && servers.github().unavailable().isEmpty()) {
            servers.github()
                    .expect(recipes.stream()
                            .filter(ReleaseSources::hasGitHubReleases)
                            .map(recipe -> ((GitHub) source(recipe)).identifier())
                            .toList());
        }
    }

    /** Whether GitHub's releases are what a recipe follows. */
    public static boolean hasGitHubReleases(Recipe recipe) {
        return recipe.update().source() instanceof GitHub github
                && !github.useTag()
                && ReleaseRepository.isIdentifier(github)
                && ReleaseRepository.snapshot(recipe).isEmpty();
    }

    /**
     * What upstream wrote of releases on their pages, as far as a server of lists can be asked: GitHub, with a token. One
     * request at most.
     *
     * @param repository its URL
     * @param tags in the order in which the texts are wanted; ten at most are asked for
     */
    public List<ReleaseText> texts(String repository, List<String> tags) {
        return servers == null ? List.of() : servers.texts().of(repository, tags);
    }

    /** Forgets what was kept of lists that are not asked for any more. */
    public void prune() throws IOException {
        if (servers != null) {
            servers.remembered().prune();
            servers.kept().prune();
        }
    }

    /** Of a recipe that names one. */
    ReleaseSource of(Recipe recipe) throws UpstreamException {
        UpdateRules.Source source = source(recipe);
        Optional<String> url = ReleaseRepository.of(recipe);
        Mirror mirror = url.isEmpty() ? null : repositories.open(url.get());
        Optional<String> base = ReleaseRepository.snapshot(recipe);
        if (mirror != null && base.isPresent()) {
            return new BranchSource(recipe, base.get(), recipe.checkouts().get(0), mirror);
        }
        if (source instanceof ReleaseMonitor of) {
            return servers == null
                    ? new NoSource(Listing.Kind.RELEASE_MONITOR, mirror)
                    : new MonitorSource(of.identifier(), mirror, servers.api(), servers.kept());
        } else if (source instanceof Oci of) {
            return servers == null
                    ? new NoSource(Listing.Kind.OCI, mirror)
                    : new OciSource(of.identifier(), mirror, servers.api(), servers.kept());
        } else if (mirror == null) {
            throw new IllegalArgumentException(recipe.name() + " names no repository");
        }
        return servers != null
                        && hasGitHubReleases(recipe)
                        && servers.github().unavailable().isEmpty()
                ? new GitHubSource(((GitHub) source).identifier(), mirror, servers.github())
                : new TagSource(mirror);
    }

    private static UpdateRules.Source source(Recipe recipe) {
        UpdateRules.Source source = recipe.update().source();
        if (source == null) {
            throw new IllegalArgumentException(recipe.name() + " names no source of releases");
        }
        return source;
    }
}
