package dev.nearstream.delta;

import dev.nearstream.patch.PatchHeader;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reason that a patch's header states: its subject, else the first words before the first file. */
final class HeaderReason {
    private static final int LONGEST = 300;
    private static final int SENTENCE = 4;
    private static final Pattern NO_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDING = Pattern.compile("\\.(?:patch|diff)$");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,4}[-_]");

    /** What tools write before a file's part, and the fields that say who and where instead of why. */
    private static final Pattern NOT_TOLD = Pattern.compile(
            "^(?:\\d{4}-\\d\\d-\\d\\d\\s.*<.*>|diff |index |[-+*]{3} |@@|={3,}|Index:|Only in|Binary files|(?:new|deleted) file mode|similarity index"
                    + "|From [0-9a-f]{40}|commit [0-9a-f]{7,}|(?:#+ ?)?[A-Za-z][A-Za-z-]{1,30}:(?:\\s|$)|https?://\\S*$"
                    + "|\\S+\\s*\\|\\s*\\d+ |#!|-{2,}\\s*$|\\d+ files? changed).*");

    private HeaderReason() {}

    /**
     * @param fileName of the patch: a header that says no more states no reason
     */
    static Optional<String> of(PatchHeader header, String fileName) {
        String subject = header.subject();
        String said = subject == null ? firstWords(header.text()) : subject;
        return EmptyWords.only(said) || isNameAgain(said, fileName) ? Optional.empty() : Optional.of(shortened(said));
    }

    /** {@code git format-patch} makes the name of the subject: a sentence is a reason all the same. */
    private static boolean isNameAgain(String said, String fileName) {
        String words = words(said);
        return words.equals(words(fileName)) && words.split(" ", -1).length < SENTENCE;
    }

    private static String firstWords(String text) {
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.lines().map(String::strip).toList()) {
            boolean told = !line.isEmpty() && !NOT_TOLD.matcher(line).matches();
            if (told) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.replaceFirst("^#+\\s*", ""));
            } else if (!paragraph.isEmpty()) {
                break;
            }
        }
        return paragraph.toString().strip();
    }

    private static String words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).strip();
        plain = NUMBER.matcher(ENDING.matcher(plain).replaceFirst("")).replaceFirst("");
        return NO_WORDS.matcher(plain).replaceAll(" ").strip();
    }

    /** One line of a bearable length. */
    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
    }
}
