package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.edit.HashField.Need;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Scalar;
import dev.nearstream.yaml.YamlNode.Sequence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the hashes that a new version changes, in the pipelines of a recipe's text: main, subpackages', and tests'. */
final class HashFields {
    private static final Comparator<HashField> BY_PLACE = Comparator.<HashField>comparingInt(
                    field -> field.at().line())
            .thenComparingInt(field -> field.at().column());

    private final RecipeText text;
    private final VersionDependence dependence;
    private final TreeSet<HashField> found = new TreeSet<>(BY_PLACE);

    private HashFields(RecipeText text, VersionDependence dependence) {
        this.text = text;
        this.dependence = dependence;
    }

    static List<HashField> find(RecipeText text, VersionDependence dependence) {
        HashFields fields = new HashFields(text, dependence);
        fields.walk(text.root(), false);
        return List.copyOf(fields.found);
    }

    private void walk(YamlNode node, boolean test) {
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> walk(item, test));
        } else if (node instanceof Mapping mapping) {
            String uses = scalar(mapping, "uses").map(Scalar::value).orElse("");
            Optional<Mapping> with = mapping.entry("with")
                    .map(YamlNode.Entry::value)
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast);
            if (uses.equals("git-checkout")) {
                with.ifPresent(inputs -> checkout(inputs, test));
            } else if (uses.equals("fetch")) {
                with.ifPresent(inputs -> fetch(inputs, test));
            }
            mapping.entries()
                    .forEach(entry ->
                            walk(entry.value(), test || entry.key().value().equals("test")));
        }
    }

    private void checkout(Mapping with, boolean test) {
        String repository = value(with, "repository");
        String tag = value(with, "tag");
        boolean moves = dependence.changes(tag) || dependence.changes(repository);
        if (moves || tag.isBlank()) {
            add(HashKind.COMMIT, need(moves, test, Need.BRANCH), with, repository);
        }
    }

    private void fetch(Mapping with, boolean test) {
        String uri = value(with, "uri");
        Need need = need(dependence.changes(uri), test, Need.URL);
        add(HashKind.SHA256, need, with, uri);
        add(HashKind.SHA512, need, with, uri);
    }

    private static Need need(boolean moves, boolean test, Need otherwise) {
        return !moves ? otherwise : test ? Need.TEST : Need.MUST;
    }

    private void add(HashKind kind, Need need, Mapping with, String of) {
        scalar(with, kind.input())
                .filter(hash -> !hash.value().isBlank() && !hash.value().contains("${{"))
                .ifPresent(hash -> found.add(new HashField(kind, need, text.at(hash), of, value(with, "tag"))));
    }

    private static String value(Mapping with, String key) {
        return scalar(with, key).map(Scalar::value).orElse("");
    }

    private static Optional<Scalar> scalar(Mapping mapping, String key) {
        return mapping.entry(key)
                .map(YamlNode.Entry::value)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
    }
}
