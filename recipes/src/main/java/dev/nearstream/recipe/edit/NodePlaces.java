package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a node's place to its path. A node that an alias or a merge key repeats has several paths, and is not edited. */
final class NodePlaces {
    private final String file;
    private final Map<Position, List<YamlPath>> paths = new HashMap<>();
    private final Map<YamlPath, YamlNode> nodes = new HashMap<>();

    NodePlaces(String file, YamlNode root) {
        this.file = file;
        walk(root, YamlPath.ROOT);
    }

    private void walk(YamlNode node, YamlPath path) {
        paths.computeIfAbsent(new Position(file, node.line(), node.column()), at -> new ArrayList<>(1))
                .add(path);
        nodes.put(path, node);
        if (node instanceof Mapping mapping) {
            mapping.entries()
                    .forEach(entry -> walk(entry.value(), path.entry(entry.key().value())));
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                walk(sequence.items().get(i), path.item(i));
            }
        }
    }

    /**
     * The path of the node that begins there.
     *
     * @throws EditRefusedException where it is in another file, or stands for more than one place
     */
    YamlPath path(Position at) throws EditRefusedException {
        List<YamlPath> found = paths.getOrDefault(at, List.of());
        if (found.isEmpty()) {
            throw new EditRefusedException(
                    at, at.file().equals(file) ? "no value begins here" : "it is not written in " + file);
        }
        if (found.size() > 1) {
            throw new EditRefusedException(
                    at,
                    "an alias or a merge key repeats this: it is %s and %s; write it out"
                            .formatted(found.get(0), found.get(1)));
        }
        return found.get(0);
    }

    /** The item of a list that begins on a line. */
    Optional<YamlNode> item(int line) {
        return nodes.entrySet().stream()
                .filter(node -> node.getKey().index() >= 0 && node.getValue().line() == line)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A node that is there. */
    YamlNode get(YamlPath path) {
        YamlNode node = nodes.get(path);
        if (node == null) {
            throw new IllegalArgumentException("no node at " + path);
        }
        return node;
    }
}
