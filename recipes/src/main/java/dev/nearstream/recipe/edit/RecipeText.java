package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A recipe, or a file of pins beside one, byte for byte, with the places of its values. A byte order mark, the ends of
 * lines and a last line that is not ended are kept. Immutable.
 */
public final class RecipeText {
    private static final String MARK = "\uFEFF";

    private final String file;
    private final boolean marked;
    private final TextLines lines;
    private final YamlNode root;
    private final NodePlaces places;

    private RecipeText(String file, boolean marked, String text, YamlNode root) {
        this.file = file;
        this.marked = marked;
        this.lines = new TextLines(text);
        this.root = root;
        this.places = new NodePlaces(file, root);
    }

    /**
     * Reads a file.
     *
     * @param file its path in the recipe tree, for messages and {@link Position}s
     * @throws YamlException where it is no YAML in UTF-8, at its place
     */
    public static RecipeText of(String file, byte[] bytes) throws YamlException {
        YamlNode root = YamlReader.read(bytes).root(); // refuses what is not UTF-8
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean marked = text.startsWith(MARK);
        return new RecipeText(file, marked, marked ? text.substring(1) : text, root);
    }

    public String file() {
        return file;
    }

    /** Without a byte order mark. */
    public String text() {
        return lines.text();
    }

    /** The file. */
    public byte[] bytes() {
        return encoded(lines.text());
    }

    /**
     * This text with all of the edits, or none.
     *
     * @throws EditRefusedException where one cannot be made so that what it means changes and nothing else
     */
    public RecipeText with(List<RecipeEdit> edits) throws EditRefusedException {
        Splices splices = new Splices(this);
        for (RecipeEdit edit : edits) {
            edit.addTo(splices);
        }
        byte[] edited = encoded(splices.applied());
        try {
            RecipeText after = of(file, edited);
            new EditCheck(this, after, edits).run();
            return after;
        } catch (YamlException e) {
            throw new EditRefusedException(
                    new Position(file, e.line(), e.column()),
                    "the edited file would be no YAML any more: " + e.getMessage());
        }
    }

    TextLines lines() {
        return lines;
    }

    YamlNode root() {
        return root;
    }

    NodePlaces places() {
        return places;
    }

    Position at(YamlNode node) {
        return new Position(file, node.line(), node.column());
    }

    private byte[] encoded(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(marked ? MARK + text : text));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a text that was decoded can be encoded", e);
        }
    }
}
