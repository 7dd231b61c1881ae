package dev.nearstream.recipe;

import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Scalar;
import dev.nearstream.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a mapping, read as what they should be: what is something else is a problem, and counts as absent.
 *
 * @param file of the positions
 * @param problems where what is wrong is noted
 */
record Fields(String file, Mapping mapping, Variables variables, List<RecipeProblem> problems) {

    /** The fields of a node that should be a mapping; one without any where it is something else. */
    static Fields of(String file, YamlNode node, Variables variables, List<RecipeProblem> problems) {
        if (node instanceof Mapping mapping) {
            return new Fields(file, mapping, variables, problems);
        }
        if (!isNull(node)) {
            problems.add(new RecipeProblem(at(file, node), "should be a mapping, is " + node.kind()));
        }
        return new Fields(file, new Mapping(List.of(), node.line(), node.column(), 1, 0), variables, problems);
    }

    /** The same fields with other variables. */
    Fields with(Variables others) {
        return new Fields(file, mapping, others, problems);
    }

    boolean has(String key) {
        return mapping.entry(key).filter(entry -> !isNull(entry.value())).isPresent();
    }

    Position position() {
        return at(file, mapping);
    }

    Optional<YamlNode> node(String key) {
        return mapping.entry(key).map(YamlNode.Entry::value).filter(node -> !isNull(node));
    }

    /** A scalar, substituted; one that is empty is there, one that is null is not. */
    Optional<Text> text(String key) {
        return node(key).flatMap(node -> text(key, node));
    }

    @Nullable
    String string(String key) {
        return text(key).map(Text::value).orElse(null);
    }

    String string(String key, String otherwise) {
        return text(key).map(Text::value).orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return text(key)
                .map(text -> switch (text.value()) {
                    case "true", "True", "TRUE" -> true;
                    case "false", "False", "FALSE" -> false;
                    default -> {
                        problem(text.at(), key + " is true or false, not " + text.value());
                        yield otherwise;
                    }
                })
                .orElse(otherwise);
    }

    /** A mapping of scalars, in order. */
    Map<String, Text> texts(String key) {
        Map<String, Text> texts = new LinkedHashMap<>();
        fields(key)
                .ifPresent(inner -> inner.mapping()
                        .entries()
                        .forEach(entry -> inner.text(entry.key().value(), entry.value())
                                .ifPresent(text -> texts.put(entry.key().value(), text))));
        return texts;
    }

    Optional<Fields> fields(String key) {
        return node(key).map(node -> of(file, node, variables, problems));
    }

    /** A list's items; none where there is no list. */
    List<YamlNode> items(String key) {
        return node(key)
                .map(node -> {
                    if (node instanceof Sequence sequence) {
                        return sequence.items();
                    }
                    problem(at(file, node), key + " should be a list, is " + node.kind());
                    return List.<YamlNode>of();
                })
                .orElse(List.of());
    }

    /** A list's items as mappings. */
    List<Fields> list(String key) {
        return items(key).stream()
                .map(node -> of(file, node, variables, problems))
                .toList();
    }

    /** A list's items as scalars. */
    List<Text> textList(String key) {
        List<Text> texts = new ArrayList<>();
        items(key).forEach(node -> text(key, node).ifPresent(texts::add));
        return texts;
    }

    Optional<Text> text(String key, YamlNode node) {
        if (node instanceof Scalar scalar) {
            return Optional.of(new Text(variables.substitute(scalar.value()), scalar.value(), at(file, scalar)));
        }
        problem(at(file, node), key + " should be a scalar, is " + node.kind());
        return Optional.empty();
    }

    void problem(Position at, String message) {
        problems.add(new RecipeProblem(at, message));
    }

    static Position at(String file, YamlNode node) {
        return new Position(file, node.line(), node.column());
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof Scalar scalar
                && scalar.isNull()
                && !scalar.value().equals("~");
    }
}
