package dev.nearstream.bump.branch;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A title, and a list of what became of each patch.
 *
 * @param title one line, not blank
 * @param fates a sentence each: {@code fix.patch: dropped, v1.2 has it}; plain text
 */
public record CommitMessage(String title, List<String> fates) {
    private static final int WIDTH = 72;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    public CommitMessage {
        title = BLANKS.matcher(title).replaceAll(" ").strip();
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a commit has a title");
        }
        fates = fates.stream()
                .map(fate -> BLANKS.matcher(fate).replaceAll(" ").strip())
                .filter(fate -> !fate.isEmpty())
                .toList();
    }

    /**
     * As it stands in the commit, with a newline at the end. No line of the body begins as a line of a diff, of a mail's
     * header or of the next mail does: each is a list's item, or indented.
     */
    String text(CommitIdentity identity) {
        StringBuilder text = new StringBuilder(title).append('\n');
        if (!fates.isEmpty()) {
            text.append('\n');
            fates.forEach(fate -> wrap(text, fate));
        }
        if (identity.signOff()) {
            text.append("\nSigned-off-by: ").append(identity.address()).append('\n');
        }
        return text.toString();
    }

    /** At blanks; a longer word, as a URL, has a line for itself. */
    private static void wrap(StringBuilder text, String fate) {
        int column = 1;
        text.append('-');
        for (String word : fate.split(" ", -1)) {
            int length = word.codePointCount(0, word.length());
            if (column > 2 && column + 1 + length > WIDTH) {
                text.append("\n ");
                column = 1;
            }
            text.append(' ').append(word);
            column += 1 + length;
        }
        text.append('\n');
    }
}
