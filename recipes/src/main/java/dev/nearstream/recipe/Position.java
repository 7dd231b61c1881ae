package dev.nearstream.recipe;

/**
 * A place in a file of the recipe tree.
 *
 * @param file path inside the tree, with {@code /}
 * @param line from 1
 * @param column from 1, in characters
 */
public record Position(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
