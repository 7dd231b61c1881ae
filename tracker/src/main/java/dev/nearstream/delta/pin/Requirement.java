package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
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
    /** Lists of what developers, tests and checks need, or of bounds alone: they do not tell what is built. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?i)(?:^|.*[-_./])(?:dev|develop|test|tests|ci|docs?|lint|typing|bench|constraints)(?:[-_.].*)?\\.txt");

    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z0-9][\\w.-]*)\\s*(?:\\[[^]]*])?\\s*(@.*|\\(?\\s*(?:[=<>!~^][^;)]*)?\\)?)\\s*(;.*)?");
    private static final Pattern EXACT = Pattern.compile("={2,3}\\s*([^,*\\s]+)");
    private static final Pattern LOWER = Pattern.compile("(?:>=|~=|\\^|~)\\s*([^,*\\s]+)");

    /** All that one file asks for. */
    record File(List<Requirement> all) {
        File {
            all = List.copyOf(all);
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

    /** A {@code requirements.txt}; options ({@code -r}, {@code --hash}) and URLs name no package that is compared. */
    static File list(String file, String text) {
        List<Requirement> all = new ArrayList<>();
        int number = 0;
        for (String written : Lines.written(file, text)) {
            number++;
            String line = written.strip();
            int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
            line = comment < 0 ? line : line.substring(0, comment).strip();
            int option = line.indexOf(" --");
            line = (option < 0 ? line : line.substring(0, option))
                    .replaceFirst("\\\\$", "")
                    .strip();
            if (!line.isEmpty() && !line.startsWith("-")) {
                int at = number;
                of(file, at, line).ifPresent(all::add);
            }
        }
        return new File(all);
    }

    /** What it tells for a pin: its version, or a lower bound that has reached the pin; else nothing that compares. */
    Request request(DependencyPin pin) {
        Matcher exact = EXACT.matcher(specifier);
        if (exact.matches()) {
            boolean reaches =
                    VersionScheme.PEP440.relate(exact.group(1), pin.version()).reaches();
            return reaches ? reached(exact.group(1)) : Request.of(file, line, exact.group(1));
        }
        for (String part : specifier.replace("(", "").replace(")", "").split(",", -1)) {
            Matcher lower = LOWER.matcher(part.strip());
            if (lower.matches()
                    && VersionScheme.PEP440
                            .relate(lower.group(1), pin.version())
                            .reaches()) {
                return reached(lower.group(1));
            }
        }
        String range = specifier.isEmpty() ? "any " + name : name + " " + specifier;
        return Request.opaque(file, line, "asks for " + range + ": which version is built, a range does not tell");
    }

    /** A version that is high enough, where it is asked for without a condition and for what is built. */
    private Request reached(String version) {
        if (conditional || ASIDE.matcher(file).matches()) {
            String why = conditional ? "under a condition" : "for something else than the build";
            return Request.opaque(file, line, "asks for " + name + " " + specifier + " " + why);
        }
        return Request.of(file, line, version);
    }
}
