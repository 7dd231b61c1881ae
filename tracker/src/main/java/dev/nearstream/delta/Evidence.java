package dev.nearstream.delta;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict rests on.
 *
 * @param commit upstream's commit, or null
 * @param subject that commit's subject: text from outside
 * @param date the commit's
 * @param firstRelease the first release that contains it, or null where unknown
 * @param detail one line for a person
 */
public record Evidence(
        Kind kind,
        @Nullable String commit,
        @Nullable String subject,
        @Nullable LocalDate date,
        @Nullable String firstRelease,
        String detail) {

    /** In JSON, lower case with hyphens. */
    public enum Kind {
        COMMIT_CONTAINED,
        REVERSE_APPLIES,
        MERGES_TO_NOTHING,
        SAME_CHANGE,
        SUPERSEDED;

        /** As contract.md spells it: {@code reverse-applies}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
