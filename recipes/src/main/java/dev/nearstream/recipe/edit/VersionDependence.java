package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.VarTransform;
import dev.nearstream.recipe.Variables;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which texts of a recipe change with its version: directly, through vars and through {@code var-transforms}. */
final class VersionDependence {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\{\\s*([^}]*?)\\s*\\}\\}");

    private final Set<String> dependent = new HashSet<>(Set.of("package.version", "package.full-version"));
    private final boolean sameVersion;
    private final Variables before;
    private final Variables after;

    VersionDependence(Recipe recipe, String version) {
        sameVersion = recipe.version().value().equals(version);
        before = recipe.variablesAt(recipe.version().value());
        after = recipe.variablesAt(version);
        Set<String> made = new HashSet<>();
        recipe.varTransforms().forEach(transform -> made.add(transform.to().value()));
        boolean more = true;
        while (more) {
            more = false;
            for (var entry : recipe.vars().entrySet()) {
                boolean found =
                        !made.contains(entry.getKey()) && names(entry.getValue().source());
                more |= found && dependent.add("vars." + entry.getKey());
            }
            for (VarTransform transform : recipe.varTransforms()) {
                more |= names(transform.from().source())
                        && dependent.add("vars." + transform.to().value());
            }
        }
    }

    /** Whether the text names the version, in whatever way. */
    private boolean names(String source) {
        Matcher match = VARIABLE.matcher(source);
        while (match.find()) {
            if (dependent.contains(match.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is another at the new version; at the same version, whether it names the version. */
    boolean changes(String source) {
        return names(source) && (sameVersion || !resolved(before, source).equals(resolved(after, source)));
    }

    /** A var may be made of one that only a transform makes. */
    static String resolved(Variables variables, String source) {
        return variables.substitute(variables.substitute(source));
    }
}
