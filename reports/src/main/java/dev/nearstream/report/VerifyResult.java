package dev.nearstream.report;

import java.util.List;

/**
 * What a command of the configuration said of a bump before it was proposed.
 *
 * @param program its first word
 * @param words that go on from the verdict: {@code exit status 1}; empty where nothing is to be said
 * @param lastLines of its output, without secrets, still untrusted
 */
public record VerifyResult(Verdict verdict, String program, String words, List<String> lastLines) {

    /** What became of it. */
    public enum Verdict {
        PASSED("passed"),
        FAILED("failed"),
        TIMED_OUT("ran out of time"),
        NOT_RUN("was not run");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public VerifyResult {
        lastLines = List.copyOf(lastLines);
    }

    /** It was not asked, for this reason. */
    public static VerifyResult notRun(String program, String why) {
        return new VerifyResult(Verdict.NOT_RUN, program, why, List.of());
    }

    /** Whether the bump is not known to be good though it was asked. */
    public boolean failed() {
        return verdict == Verdict.FAILED || verdict == Verdict.TIMED_OUT;
    }

    /** {@code failed: exit status 1}. */
    public String said() {
        return verdict.label() + (words.isEmpty() ? "" : ": " + words);
    }
}
