/** The view models written as markdown. */
@NullMarked
package dev.nearstream.report.render;

import org.jspecify.annotations.NullMarked;
