/** The view models of the reports. */
@NullMarked
package dev.nearstream.report;

import org.jspecify.annotations.NullMarked;
