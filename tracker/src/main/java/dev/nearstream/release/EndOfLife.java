package dev.nearstream.release;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an upstream is known to be at its end, by somebody's word: the recipe's, that gives it for a reason to switch
 * updates off, or the forge's, that has archived the repository. A long {@link Silence} is only a sign.
 */
final class EndOfLife {
    /** As wolfi's recipes say it; "deprecated" by itself is mostly about a feature. */
    private static final Pattern END = Pattern.compile(
            "(?i)\\b(?:eol|end[- ]of[- ]life|archived|unmaintained|no longer (?:being )?maintained|discontinued|abandoned"
                    + "|deprecated (?:upstream|project|in favou?r)|upstream is deprecated)\\b");

    private EndOfLife() {}

    /** By the recipe. */
    static Optional<String> said(Recipe recipe) {
        Position at = recipe.update().at();
        String reason = recipe.update().reason();
        return at == null || recipe.update().enabled() || !END.matcher(reason).find()
                ? Optional.empty()
                : Optional.of("the recipe says that upstream is at its end: \"%s\" (%s:%d)"
                        .formatted(reason, at.file(), at.line()));
    }

    /** By GitHub. */
    static String archived(String repository, @Nullable Instant since) {
        return "GitHub has archived %s%s: nothing more is released there"
                .formatted(repository, since == null ? "" : " on " + LocalDate.ofInstant(since, ZoneOffset.UTC));
    }
}
