/**
 * The pages as a static site: HTML of the same text as the markdown, with a table of all packages that sorts and filters.
 * It asks nothing of other hosts, and runs no script but its own.
 */
@NullMarked
package dev.nearstream.report.site;

import org.jspecify.annotations.NullMarked;
