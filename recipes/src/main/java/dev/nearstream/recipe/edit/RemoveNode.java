package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Scalar;
import dev.nearstream.yaml.YamlNode.Sequence;
import java.util.BitSet;

/** See {@link RecipeEdit#remove}. */
record RemoveNode(Position at) implements RecipeEdit {

    @Override
    public void addTo(Splices splices) throws EditRefusedException {
        RecipeText text = splices.text();
        YamlPath path = text.places().path(at);
        if (path.parent() == null) {
            throw new EditRefusedException(at, "the whole file is not removed");
        }
        YamlNode holder = text.places().get(path.holder());
        YamlNode node = text.places().get(path);
        TextLines lines = text.lines();
        String key = path.key();
        boolean item = key == null;
        int first = key == null ? itemLine(lines, (Sequence) holder, node) : keyLine(lines, (Mapping) holder, key);
        BitSet gone = new BitSet();
        gone.set(first, behind(lines, first, Math.max(first, NodeLines.last(lines, node))));
        if (item) {
            for (int line = first - 1; lines.isComment(line) && lines.indent(line) == lines.indent(first); line--) {
                gone.set(line);
            }
        }
        new BlankLines(lines, gone).settle(firstLine(gone, holder), NodeLines.last(lines, holder));
        gone.stream().forEach(splices::removeLine);
    }

    /** Comments about the container's first item stand above it. */
    private static int firstLine(BitSet gone, YamlNode holder) {
        return gone.nextSetBit(1) <= holder.line() ? gone.nextSetBit(1) : holder.line();
    }

    /** The line behind it; comments that are indented deeper belong to it. */
    private static int behind(TextLines lines, int first, int last) {
        int line = last + 1;
        while (lines.isComment(line) && lines.indent(line) > lines.indent(first)) {
            line++;
        }
        return line;
    }

    private int itemLine(TextLines lines, Sequence holder, YamlNode node) throws EditRefusedException {
        boolean alone = lines.before(node.line(), node.column()).matches("\\s*-\\s+");
        if (holder.closingLine() > 0 || !alone) {
            throw new EditRefusedException(at, "an item that shares its line with others is not removed");
        }
        if (holder.items().size() == 1) {
            throw new EditRefusedException(at, "nothing would be left of the list");
        }
        return node.line();
    }

    private int keyLine(TextLines lines, Mapping holder, String key) throws EditRefusedException {
        Scalar name = holder.entry(key).orElseThrow().key();
        if (holder.closingLine() > 0
                || !lines.before(name.line(), name.column()).isBlank()) {
            throw new EditRefusedException(at, "the entry " + key + " shares its line with others; it is not removed");
        }
        if (holder.entries().size() == 1) {
            throw new EditRefusedException(at, "nothing would be left beside " + key);
        }
        return name.line();
    }
}
