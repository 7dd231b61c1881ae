/**
 * Upstream's git repositories: which URLs are admitted, their mirrors under the state directory, their refs and
 * releases, and the trees of single commits, all read without a checkout. The recipe tree of a git repository is read
 * here too.
 */
@NullMarked
package dev.nearstream.upstream;

import org.jspecify.annotations.NullMarked;
