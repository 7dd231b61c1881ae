package dev.nearstream.delta;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason in the subject of the commit that added a patch to the recipe repository. Squashed branches put files of
 * many packages under one package's subject: only a subject that names this package speaks of it.
 */
public final class CommitReason {
    private static final int LONGEST = 1000;
    private static final Pattern NUMBER = Pattern.compile("\\s*\\(#\\d+\\)");

    private static final Pattern NO_REASON = Pattern.compile("(?i)^(?:merge|copy|resurrect) .*");

    private static final Pattern STREAM = Pattern.compile("-?\\d[\\d.]*$");

    private CommitReason() {}

    /**
     * The subject, without the number of its pull request, where it says why something was done to this package.
     *
     * @param packageName the recipe's
     */
    public static Optional<String> of(String packageName, String subject) {
        String begin = subject.substring(0, Math.min(subject.length(), LONGEST));
        String said = NUMBER.matcher(begin).replaceAll("").strip();
        String name = packageName.toLowerCase(Locale.ROOT);
        Matcher named = named(name, said);
        if (!named.find()) {
            String stream = STREAM.matcher(name).replaceFirst("");
            named = named(stream, said);
            if (stream.length() < 2 || !named.find()) {
                return Optional.empty();
            }
        }
        String rest = named.replaceAll(" ").strip();
        return NO_REASON.matcher(said).matches() || EmptyWords.only(rest)
                ? Optional.empty()
                : Optional.of(HeaderReason.shortened(said));
    }

    /** What it is for, where the reason tells. */
    public static Purpose purpose(String reason) {
        return Purposes.ofProse(reason);
    }

    private static Matcher named(String name, String subject) {
        return Pattern.compile(
                        "(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w]|-\\w)(?:/v?\\d\\S*)?",
                        Pattern.CASE_INSENSITIVE)
                .matcher(subject);
    }
}
