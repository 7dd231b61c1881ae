package dev.nearstream.pull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the bot did, or would do, about one package.
 *
 * @param to the version
 * @param why one line; empty where the deed says it
 * @param url of the pull request, or null
 * @param diff what changes, as {@code git format-patch} writes it, or null
 */
public record PullLine(
        String packageName,
        String to,
        Deed deed,
        String why,
        @Nullable String url,
        @Nullable String diff) {

    /** From what was done to what was left. */
    public enum Deed {
        OPENED,
        UPDATED,
        CLOSED,
        MERGED,
        /** open, and as it should be */
        UNCHANGED,
        /** a limit is reached: another night */
        LIMITED,
        /** a person must do something first */
        BLOCKED,
        /** nobody wants it: closed by a person, held by a rule */
        LEFT,
        FAILED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
