package dev.nearstream.report;

import dev.nearstream.recipe.Position;
import dev.nearstream.store.Run;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The web pages of the recipe repository at the run's commit.
 *
 * @param base {@link Run#recipeLinks()}; null where there are none
 */
public record RecipeLinks(@Nullable String base) {
    private static final Pattern BLOB = Pattern.compile("(.+?)(/-)?/(?:blob|src/commit)/([0-9a-f]{7,64})/?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");

    public static RecipeLinks of(Run run) {
        return new RecipeLinks(run.recipeLinks());
    }

    /** The recipe's line. */
    public Optional<String> line(Position at) {
        return file(at.file()).map(file -> at.line() > 0 ? file + "#L" + at.line() : file);
    }

    public Optional<String> file(String path) {
        if (base == null || path.startsWith("/") || ("/" + path + "/").contains("/../")) {
            return Optional.empty();
        }
        return UpstreamLinks.web(base).map(web -> (web.endsWith("/") ? web : web + "/") + UpstreamLinks.path(path));
    }

    /** The commit itself, where the base has the form of a known forge. */
    public Optional<String> commit() {
        return blob().map(blob -> commit(blob, blob.group(3)));
    }

    /** Another commit of the same repository, in the same way. */
    public Optional<String> commit(String hash) {
        return HASH.matcher(hash).matches() ? blob().map(blob -> commit(blob, hash)) : Optional.empty();
    }

    private Optional<MatchResult> blob() {
        return UpstreamLinks.web(base).flatMap(web -> {
            Matcher blob = BLOB.matcher(web);
            return blob.matches() ? Optional.of(blob.toMatchResult()) : Optional.empty();
        });
    }

    private static String commit(MatchResult blob, String hash) {
        String dash = blob.group(2) == null ? "" : "/-";
        return blob.group(1) + dash + "/commit/" + hash;
    }
}
