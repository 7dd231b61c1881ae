package dev.nearstream.http;

import java.time.Duration;

/**
 * How hosts are asked.
 *
 * @param perHost connections to one host at once
 * @param connectTimeout for a connection to stand
 * @param readTimeout for a server to send anything at all
 * @param totalTimeout for one download with its retries and redirects
 */
public record HttpSettings(
        int perHost,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        HostCredentials credentials) {}
