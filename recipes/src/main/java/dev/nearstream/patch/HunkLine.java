package dev.nearstream.patch;

/**
 * One line of a hunk.
 *
 * @param kind what the patch does with it
 * @param text its bytes with the newline at the end, which is missing only where the patch says so ("\ No newline at
 *     end of file")
 */
@SuppressWarnings("ArrayRecordComponent") // a value made on demand, never compared
public record HunkLine(Kind kind, byte[] text) {
    /** What a patch does with a line. */
    public enum Kind {
        /** It stands in both versions. */
        CONTEXT(' ', 0),
        /** It stands in the old version only. */
        REMOVED('-', 1),
        /** It stands in the new version only. */
        ADDED('+', 2);

        private final char sign;
        private final byte code;

        Kind(char sign, int code) {
            this.sign = sign;
            this.code = (byte) code;
        }

        /** The sign that a unified diff writes before the line. */
        public char sign() {
            return sign;
        }

        byte code() {
            return code;
        }
    }
}
