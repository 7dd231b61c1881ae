package dev.nearstream.recipe;

import java.util.List;
import java.util.Optional;

/**
 * A package version in apk's form and order (apk-tools' {@code version.c}): numbers joined by dots, one optional
 * lowercase letter, suffixes {@code _alpha _beta _pre _rc} (before the plain version) and {@code _cvs _svn _git _hg _p}
 * (behind it) with an optional number each, {@code ~hash}, {@code -rN}.
 *
 * <p>After the first, a number that begins with a zero on either side compares as text: {@code 1.08 < 1.1}. Two texts
 * may be of equal order without being equal ({@code 1.0_p} and {@code 1.0_p0}).
 */
public final class Version implements Comparable<Version> {
    private final String text;
    private final List<VersionPart> parts;

    private Version(String text, List<VersionPart> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Empty where the text is no valid version. */
    public static Optional<Version> parse(String text) {
        return VersionPart.read(text).map(parts -> new Version(text, parts));
    }

    /** As written. */
    public String text() {
        return text;
    }

    /** How many dotted numbers it has: {@code 1.9.17_p2} has three. */
    public int numbers() {
        return (int) parts.stream()
                .filter(part -> part.kind() == VersionPart.Kind.NUMBER)
                .count();
    }

    /** Whether it carries {@code _alpha}, {@code _beta}, {@code _pre} or {@code _rc}. */
    public boolean isPrerelease() {
        return parts.stream().anyMatch(VersionPart::isPrerelease);
    }

    @Override
    public int compareTo(Version other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = parts.get(i).compare(other.parts.get(i), i == 0);
            if (order != 0) {
                return order;
            }
        }
        if (parts.size() == other.parts.size()) {
            return 0;
        }
        // What goes on is newer, unless it goes on as a prerelease.
        return parts.size() > common
                ? (parts.get(common).isPrerelease() ? -1 : 1)
                : (other.parts.get(common).isPrerelease() ? 1 : -1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && text.equals(version.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
