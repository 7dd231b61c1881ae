/** Pull requests: what is proposed, in which words, and where. */
@NullMarked
package dev.nearstream.pull;

import org.jspecify.annotations.NullMarked;
