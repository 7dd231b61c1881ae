/** The command line: the composition root. */
@NullMarked
package dev.nearstream.cli;

import org.jspecify.annotations.NullMarked;
