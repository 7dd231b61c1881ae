package dev.nearstream.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts as they may be shown: on one line, of a length that fits a report, without passwords and tokens. */
public final class Redaction {
    private static final int LONGEST = 300;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern USER_INFORMATION = Pattern.compile("(?<=://)[^/\\s]*@");
    /** Also where no URL has one: it was meant as one. */
    private static final Pattern PASSWORD = Pattern.compile("[^/\\\\:@\\s]+:[^/\\\\:@\\s]+@");
    /** Tokens stand in queries. */
    private static final Pattern QUERY = Pattern.compile("(?<=://\\S{1,2000})\\?\\S+");

    private static final Pattern SCP_USER = Pattern.compile("^[^/:@\\s]+@(?=[^/:@\\s]+:)");

    private Redaction() {}

    /** The text without user information, passwords and URLs' queries, whatever it is; on one line. */
    public static String of(String text) {
        String line = oneLine(text);
        String host = USER_INFORMATION
                .matcher(SCP_USER.matcher(line).replaceFirst(""))
                .replaceAll("");
        return QUERY.matcher(PASSWORD.matcher(host).replaceAll("")).replaceAll("?…");
    }

    /** What another program or the system says, redacted; the exception's name where it says nothing. */
    public static String quoted(Throwable cause) {
        @Nullable String message = cause.getMessage();
        return of(message == null || message.isBlank() ? cause.getClass().getSimpleName() : message);
    }

    /** Line breaks and control characters become blanks; cut to 300 characters. */
    public static String oneLine(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
