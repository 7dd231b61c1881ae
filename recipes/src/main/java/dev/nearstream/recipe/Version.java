package dev.nearstream.recipe;

import java.util.Optional;

/** A package version. */
public record Version(String text) implements Comparable<Version> {

    public static Optional<Version> parse(String text) {
        return text.isEmpty() || !Character.isDigit(text.charAt(0)) ? Optional.empty() : Optional.of(new Version(text));
    }

    @Override
    public int compareTo(Version other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
