/** What watchers of the daemon ask it over HTTP: its metrics in Prometheus' form, and whether it is well. */
@NullMarked
package dev.nearstream.metrics;

import org.jspecify.annotations.NullMarked;
