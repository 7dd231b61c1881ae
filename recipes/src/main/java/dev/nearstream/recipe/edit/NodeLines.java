package dev.nearstream.recipe.edit;

import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Scalar;
import dev.nearstream.yaml.YamlNode.Sequence;

/** On which lines nodes end. */
final class NodeLines {
    private NodeLines() {}

    /** The last line with something of the node. */
    static int last(TextLines lines, YamlNode node) {
        if (node instanceof Mapping mapping) {
            int last = Math.max(mapping.line(), mapping.closingLine());
            for (YamlNode.Entry entry : mapping.entries()) {
                last = Math.max(last, Math.max(entry.key().endLine(), last(lines, entry.value())));
            }
            return last;
        }
        if (node instanceof Sequence sequence) {
            int last = Math.max(sequence.line(), sequence.closingLine());
            for (YamlNode item : sequence.items()) {
                last = Math.max(last, last(lines, item));
            }
            return last;
        }
        return last(lines, (Scalar) node);
    }

    /** A block's end is said to be where the next thing begins, blank lines behind it included. */
    private static int last(TextLines lines, Scalar scalar) {
        int last = scalar.endLine();
        boolean below = last > scalar.line();
        if (below
                && (last > lines.count()
                        || lines.before(last, scalar.endColumn()).isBlank())) {
            last--;
        }
        while (last > scalar.line() && lines.isBlank(last)) {
            last--;
        }
        return last;
    }
}
