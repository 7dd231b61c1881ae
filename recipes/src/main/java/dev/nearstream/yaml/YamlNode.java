package dev.nearstream.yaml;

import java.util.List;
import java.util.Optional;

/** A node of a YAML document. Lines and columns count from 1, columns in characters. */
public sealed interface YamlNode {

    int line();

    int column();

    /** How many nodes it holds, itself and everything that its aliases stand for included. */
    int weight();

    /** What it is, for messages. */
    String kind();

    /**
     * A scalar, untyped: {@code 1.10} stays {@code 1.10}.
     *
     * @param plain whether it is written without quotes and not as a block
     * @param endLine where it ends
     * @param endColumn the column behind its last character
     */
    record Scalar(String value, boolean plain, int line, int column, int endLine, int endColumn) implements YamlNode {
        /** True for {@code key:} with nothing behind it, {@code ~} and {@code null}. */
        public boolean isNull() {
            return plain && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "a scalar";
        }
    }

    /**
     * A sequence.
     *
     * @param closingLine the line of the bracket that closes it; 0 where it is written as a block
     */
    record Sequence(List<YamlNode> items, int line, int column, int weight, int closingLine) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping with scalar keys, no key twice, in the order of the file.
     *
     * @param closingLine the line of the brace that closes it; 0 where it is written as a block
     */
    record Mapping(List<Entry> entries, int line, int column, int weight, int closingLine) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The entry of a key. */
        public Optional<Entry> entry(String key) {
            for (Entry entry : entries) {
                if (entry.key().value().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {}
}
