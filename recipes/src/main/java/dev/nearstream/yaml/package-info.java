/** YAML as a tree of source text: no typing, every node with its line and column, size and depth bounded. */
@NullMarked
package dev.nearstream.yaml;

import org.jspecify.annotations.NullMarked;
