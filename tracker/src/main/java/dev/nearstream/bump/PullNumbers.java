package dev.nearstream.bump;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pull requests that a patch is said to come from: its file is named for one ({@code 597.patch}, {@code
 * pr-597-2.patch}), or its header has one's address. Forges put the number behind the subject of the commit that merges
 * it.
 */
final class PullNumbers {
    private static final Pattern NAME =
            Pattern.compile("^(?:pr|pull|gh)?[-_]?([1-9][0-9]{1,6})(?:[-_][0-9]{1,2})?\\.(?:patch|diff)$");
    private static final Pattern ADDRESS = Pattern.compile("/(?:pull|merge_requests)/([1-9][0-9]{0,6})\\b");
    private static final Pattern MERGED =
            Pattern.compile("\\(#([1-9][0-9]{0,6})\\)\\s*$|^Merge pull request #([1-9][0-9]{0,6})\\b");

    private PullNumbers() {}

    /**
     * Of a patch.
     *
     * @param name the file's path
     * @param header the text before the first file
     */
    static Set<String> of(String name, String header) {
        Set<String> numbers = new HashSet<>();
        Matcher file = NAME.matcher(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        if (file.matches()) {
            numbers.add(file.group(1));
        }
        ADDRESS.matcher(header).results().forEach(address -> numbers.add(address.group(1)));
        return numbers;
    }

    /** Whether the commit merges one of them. */
    static boolean merges(UpstreamCommit commit, Set<String> numbers) {
        Matcher merged = MERGED.matcher(commit.subject());
        return merged.find() && numbers.contains(merged.group(1) == null ? merged.group(2) : merged.group(1));
    }
}
