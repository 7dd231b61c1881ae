package dev.nearstream.recipe.edit;

import org.jspecify.annotations.Nullable;

/**
 * The way from a document's root to a node: {@code pipeline[1].with.tag}.
 *
 * @param parent null for the root
 * @param key of a mapping's entry, or null
 * @param index of a sequence's item, or -1
 */
record YamlPath(@Nullable YamlPath parent, @Nullable String key, int index) {
    static final YamlPath ROOT = new YamlPath(null, null, -1);

    YamlPath entry(String name) {
        return new YamlPath(this, name, -1);
    }

    YamlPath item(int number) {
        return new YamlPath(this, null, number);
    }

    /** The mapping or sequence that holds it. */
    YamlPath holder() {
        if (parent == null) {
            throw new IllegalStateException("the root stands in nothing");
        }
        return parent;
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        String before = parent.toString();
        return key == null ? before + "[" + index + "]" : before.isEmpty() ? key : before + "." + key;
    }
}
