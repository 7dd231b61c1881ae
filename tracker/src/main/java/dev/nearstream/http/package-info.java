/**
 * The one HTTP client: time limits, retries, redirects, credentials, hosts that are out, and messages without secrets.
 * Git's own transport runs on the same connections and rules.
 */
@NullMarked
package dev.nearstream.http;

import org.jspecify.annotations.NullMarked;
