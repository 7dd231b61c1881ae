package dev.nearstream.release;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of another version's tag, made of one that is written out: {@code v0.2.0-dev.20230703}. */
final class TagNumbers {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private TagNumbers() {}

    /**
     * The tag with the new version's numbers in place of the packaged one's; empty where the tag's numbers are not those
     * of the packaged version, in their order, or the versions have not equally many.
     */
    static Optional<String> at(String tag, String packaged, String version) {
        List<String> old = numbers(packaged);
        List<String> now = numbers(version);
        if (old.isEmpty() || old.size() != now.size() || !numbers(tag).equals(old)) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(tag);
        StringBuilder name = new StringBuilder();
        for (String next : now) {
            number.find();
            number.appendReplacement(name, next);
        }
        return Optional.of(number.appendTail(name).toString());
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }
}
