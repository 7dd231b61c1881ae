package dev.nearstream.history;

import java.time.LocalDate;

/**
 * The last change of a file in the recipe repository.
 *
 * @param commit that made it, within a merged branch where that is where it was made
 * @param by the author's name, never the mail address: text from outside
 * @param day the author's, in UTC
 */
public record Touch(String commit, String by, LocalDate day) {
    private static final int LONGEST = 100;

    public Touch {
        String name = by.replaceAll("<[^>]*>", " ").replaceAll("@\\S*", "").strip();
        by = name.isEmpty() ? "somebody" : name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
