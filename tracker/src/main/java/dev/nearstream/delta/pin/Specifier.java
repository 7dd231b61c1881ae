package dev.nearstream.delta.pin;

import dev.nearstream.delta.pin.version.Relation;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version specifier of Python's (PEP 440), or of Poetry's: clauses that must all hold.
 *
 * @param clauses empty where one of them is not understood, or there is none
 */
record Specifier(List<Clause> clauses) {
    private static final VersionScheme SCHEME = VersionScheme.PEP440;
    private static final Pattern CLAUSE = Pattern.compile("(===|==|~=|!=|<=|>=|<|>|\\^|~)\\s*([\\w.!+-]+?)(\\.\\*)?");
    private static final Pattern LINE = Pattern.compile("((?:\\d+!)?\\d+)\\.(\\d+)");

    /** @param prefix whether it ends with {@code .*} */
    record Clause(String operator, String version, boolean prefix) {

        private boolean isExact() {
            return !prefix && (operator.equals("==") || operator.equals("==="));
        }

        /** Whether it holds all versions to the given line, {@code 2.6} of {@code ~=2.6.1}. */
        private boolean keepsTo(String line, String least) {
            return switch (operator) {
                case "==" ->
                    prefix && numbers(version) > 1 && SCHEME.line(version).equals(line);
                // Poetry's ~1.2 and ~1.2.3 are < 1.3; Python's ~=1.2 is < 2
                case "~" -> numbers(version) > 1 && SCHEME.line(version).equals(line);
                case "~=" -> numbers(version) > 2 && SCHEME.line(version).equals(line);
                case "<=" -> SCHEME.line(version).equals(line) && isAtLeast(version, least);
                case "<" ->
                    SCHEME.line(version).equals(line)
                            ? SCHEME.relate(version, least) == Relation.ABOVE
                            : isNextLine(version, line);
                default -> false;
            };
        }

        /** Whether a version that has reached the pin may be the one; a wrong no only makes it unknown. */
        private boolean admits(String exact) {
            String line = SCHEME.line(exact);
            Relation relation = SCHEME.relate(exact, version);
            return switch (operator) {
                case "==", "===" ->
                    prefix ? numbers(version) == 2 && SCHEME.line(version).equals(line) : relation == Relation.EQUAL;
                case ">=" -> isAtLeast(exact, version);
                case ">" -> isAtLeast(exact, version) && relation != Relation.EQUAL;
                case "<=" -> relation.isBelow() || relation == Relation.EQUAL;
                case "<" -> relation.isBelow();
                case "!=" -> !prefix && relation != Relation.EQUAL && relation != Relation.UNTOLD;
                default -> relation.reaches();
            };
        }

        /**
         * Whether it leaves versions between the least one and the end of the line; a wrong no only makes it unknown.
         *
         * @param tight whether the range ends within the line, so that one version left out may be the only one
         */
        private boolean leaves(String least, String line, boolean tight) {
            Relation relation = SCHEME.relate(version, least);
            int numbers = numbers(version);
            boolean sameLine = SCHEME.line(version).equals(line);
            boolean sameMajor = line.startsWith(version.replaceFirst("\\..*", "") + ".");
            return (relation == Relation.EQUAL && isLower())
                    ? !tight || !operator.equals(">")
                    : switch (operator) {
                        case ">=" -> true;
                        case ">" -> !tight;
                        case "==", "~" -> numbers == 1 ? sameMajor : (numbers == 2 && sameLine);
                        case "~=" -> numbers == 2 ? sameMajor : (numbers == 3 && sameLine);
                        case "^" -> sameMajor && !version.startsWith("0");
                        case "<", "<=" -> relation == Relation.ABOVE || relation == Relation.ABOVE_ON_ANOTHER_LINE;
                        case "!=" -> !prefix && !tight;
                        default -> false;
                    };
        }

        private boolean endsWithin(String line) {
            return operator.startsWith("<") && SCHEME.line(version).equals(line);
        }

        private boolean isLower() {
            return List.of(">=", ">", "~=", "~", "^").contains(operator) || (operator.equals("==") && prefix);
        }

        private static boolean isAtLeast(String one, String other) {
            Relation relation = SCHEME.relate(one, other);
            return relation.reaches() || relation == Relation.ABOVE_ON_ANOTHER_LINE;
        }

        private static int numbers(String version) {
            return version.matches("v?(?:\\d+!)?\\d+(?:\\.\\d+)*") ? version.split("\\.", -1).length : 0;
        }

        /** {@code 2.7} or {@code 2.7.0} behind the line 2.6: not even a pre-release of 2.7 is below it (PEP 440). */
        private static boolean isNextLine(String version, String line) {
            Matcher form = LINE.matcher(line);
            return form.matches()
                    && form.group(2).length() < 10
                    && version.replaceFirst("(?:\\.0+)?$", "")
                            .equals(form.group(1) + "." + (Long.parseLong(form.group(2)) + 1));
        }
    }

    Specifier {
        clauses = List.copyOf(clauses);
    }

    static Specifier of(String text) {
        String bare = text.strip();
        if (bare.startsWith("(") && bare.endsWith(")")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        List<Clause> clauses = new ArrayList<>();
        for (String part : bare.split(",", -1)) {
            Matcher clause = CLAUSE.matcher(part.strip());
            if (!clause.matches() || (!clause.group(1).equals("===") && !SCHEME.isVersion(clause.group(2)))) {
                return new Specifier(List.of());
            }
            clauses.add(new Clause(clause.group(1), clause.group(2), clause.group(3) != null));
        }
        return new Specifier(clauses);
    }

    /** The one version that it admits, where a clause names it; null where none does. */
    @Nullable
    String exact() {
        return clauses.stream()
                .filter(Clause::isExact)
                .map(Clause::version)
                .findFirst()
                .orElse(null);
    }

    /**
     * The least version that it admits, where that has reached the pin, and everything that it admits is on the pin's
     * line; null where that is not certain, and where its clauses may exclude each other.
     */
    @Nullable
    String least(String pin) {
        String exact = exact();
        if (exact != null) {
            boolean certain =
                    SCHEME.relate(exact, pin).reaches() && clauses.stream().allMatch(clause -> clause.admits(exact));
            return certain ? exact : null;
        }
        String least = null;
        for (Clause clause : clauses) {
            if (clause.isLower() && (least == null || Clause.isAtLeast(clause.version(), least))) {
                least = clause.version();
            }
        }
        if (least == null || !SCHEME.relate(least, pin).reaches()) {
            return null;
        }
        String bound = least;
        String line = SCHEME.line(pin);
        boolean tight = clauses.stream().anyMatch(clause -> clause.endsWithin(line));
        boolean certain = clauses.stream().anyMatch(clause -> clause.keepsTo(line, bound))
                && clauses.stream().allMatch(clause -> clause.leaves(bound, line, tight));
        return certain ? bound : null;
    }
}
