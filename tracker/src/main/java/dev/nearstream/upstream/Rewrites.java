package dev.nearstream.upstream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which URLs are read from elsewhere, as git's {@code url.TO.insteadOf FROM}: a URL that begins with FROM is read from
 * TO and what follows FROM; the longest FROM wins, and one rewrite only is made.
 *
 * @param rules longest FROM first
 */
public record Rewrites(List<Rule> rules) {

    /**
     * One rewrite.
     *
     * @param to a URL or a local path
     */
    public record Rule(String from, String to) {
        public Rule {
            if (from.isEmpty() || to.isEmpty()) {
                throw new IllegalArgumentException(
                        "rewrite " + from + "=" + to + ": one side is empty; FROM=TO would be right");
            }
        }
    }

    private static final Rewrites NONE = new Rewrites(List.of());

    public Rewrites {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingInt((Rule rule) -> rule.from().length())
                .reversed()
                .thenComparing(Rule::from));
        rules = List.copyOf(sorted);
    }

    public static Rewrites none() {
        return NONE;
    }

    /** From FROM to TO. */
    public static Rewrites of(Map<String, String> rules) {
        return new Rewrites(rules.entrySet().stream()
                .map(rule -> new Rule(rule.getKey(), rule.getValue()))
                .toList());
    }

    /**
     * From texts of the form {@code FROM=TO}; the first {@code =} parts them.
     *
     * @throws IllegalArgumentException where one has no {@code =}, or a side is empty
     */
    public static Rewrites parse(Collection<String> rules) {
        return new Rewrites(rules.stream().map(Rewrites::parse).toList());
    }

    private static Rule parse(String rule) {
        int equals = rule.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("rewrite " + rule + ": there is no =; FROM=TO would be right");
        }
        return new Rule(rule.substring(0, equals), rule.substring(equals + 1));
    }

    /** The URL or local path it is read from; empty where no rule fits. */
    public Optional<String> apply(String url) {
        return rules.stream()
                .filter(rule -> url.startsWith(rule.from()))
                .findFirst()
                .map(rule -> rule.to() + url.substring(rule.from().length()));
    }

    /**
     * What a URL that a recipe declares is read from.
     *
     * @throws UpstreamException of kind REFUSED where it is never read
     */
    public UpstreamUrl effective(String declaredUrl) throws UpstreamException {
        Optional<String> rewritten = apply(declaredUrl);
        return rewritten.isPresent()
                ? UpstreamUrl.rewritten(declaredUrl, rewritten.get())
                : UpstreamUrl.declared(declaredUrl);
    }
}
