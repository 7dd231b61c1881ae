/**
 * What an upstream has released: the sources that list it (git tags, GitHub releases, release-monitoring.org, a branch's
 * head, a registry), the rules that admit some of it, where the packaged version lies among those, and whether and to
 * which of them a bump is proposed.
 */
@NullMarked
package dev.nearstream.release;

import org.jspecify.annotations.NullMarked;
