/** What other programs read of a night: CSV, SARIF, an Atom feed. */
@NullMarked
package dev.nearstream.report.export;

import org.jspecify.annotations.NullMarked;
