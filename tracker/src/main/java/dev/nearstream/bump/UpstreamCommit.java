package dev.nearstream.bump;

import java.time.LocalDate;

/**
 * A commit of upstream's.
 *
 * @param subject text from outside
 * @param message the whole of it, text from outside
 * @param date of the commit, UTC
 */
public record UpstreamCommit(String hash, String subject, String message, LocalDate date) {}
