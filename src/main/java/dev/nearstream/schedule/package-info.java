/** When runs happen: the Quartz jobs. */
@NullMarked
package dev.nearstream.schedule;

import org.jspecify.annotations.NullMarked;
