package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One requirement of a Python project (PEP 508), or of Poetry's.
 *
 * @param name normalised
 * @param specifier {@code ==1.2.3}, {@code >=1.0,<2}, {@code ^1.2}; empty for any version
 * @param conditional whether a marker says where it holds
 */
record Requirement(String file, int line, String name, String specifier, boolean conditional) {
    /** Other lists are of what developers, tests, extras and checks need, or of bounds alone. */
    private static final Pattern BUILT =
            Pattern.compile("(?:.*/)?(?:pyproject\\.toml|setup\\.cfg|requirements\\.txt|vendor\\.txt)");

    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z0-9][\\w.-]*)\\s*(?:\\[[^]]*])?\\s*(@.*|\\(?\\s*(?:[=<>!~^][^;)]*)?\\)?)\\s*(;.*)?");

    /**
     * All that one file asks for.
     *
     * @param decides whether it lists all that the project itself is built with
     */
    record File(String file, List<Requirement> all, boolean decides) {
        File {
            all = List.copyOf(all);
        }

        boolean asksFor(String name) {
            return all.stream().anyMatch(one -> one.name().equals(name) && !one.conditional());
        }

        /** Whether it asks for the same distribution in ways of which not all are one and the same. */
        boolean isAtOdds(String name) {
            return all.stream()
                            .filter(one -> one.name().equals(name))
                            .map(Requirement::specifier)
                            .distinct()
                            .count()
                    > 1;
        }
    }

    static Optional<Requirement> of(String file, int line, String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new Requirement(
                        file,
                        line,
                        PythonReader.normal(form.group(1)),
                        form.group(2).strip(),
                        form.group(3) != null))
                : Optional.empty();
    }

    /** The same, where it holds under a condition alone. */
    Requirement under() {
        return new Requirement(file, line, name, specifier, true);
    }

    /** What it tells for a pin: a version that is certainly built, or one below the pin; else nothing that compares. */
    Request request(DependencyPin pin) {
        Specifier asked = Specifier.of(specifier);
        String exact = asked.exact();
        if (exact != null && !VersionScheme.PEP440.relate(exact, pin.version()).reaches()) {
            return Request.of(file, line, exact);
        }
        String least = asked.least(pin.version());
        if (least == null) {
            String range = specifier.isEmpty() ? "any " + name : name + " " + specifier;
            return Request.opaque(file, line, "asks for " + range + ": which version is built, a range does not tell");
        }
        if (conditional || !BUILT.matcher(file).matches()) {
            String why = conditional ? "under a condition" : "for something else than the build";
            return Request.opaque(file, line, "asks for " + name + " " + specifier + " " + why);
        }
        return Request.of(file, line, least);
    }
}
