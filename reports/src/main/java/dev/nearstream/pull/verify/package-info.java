/** The command that verifies a bump before it is proposed: what it is given, how it is run, and what is kept of it. */
@NullMarked
package dev.nearstream.pull.verify;

import org.jspecify.annotations.NullMarked;
