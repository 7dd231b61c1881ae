package dev.nearstream.bump;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;

/**
 * A stretch in which our change is nothing but checksums (SHA-256 or SHA-512, never the hash of a commit) and upstream
 * has set others in the very same lines: they are of other files than ours were, so that ours can only be wrong.
 */
final class ChecksumMerge {
    private static final Pattern SUM = Pattern.compile("\\b(?:[0-9a-f]{128}|[0-9a-f]{64})\\b");

    /** What a line is called that has a file's sum: other digests may be keys that somebody trusts. */
    private static final Pattern NAMED = Pattern.compile("(?i)sha_?(?:256|512)|checksum|integrity");

    private ChecksumMerge() {}

    static Optional<RegionFate> of(Region region) {
        for (Edit edit : region.ourEdits()) {
            if (edit.getLengthA() != edit.getLengthB()) {
                return Optional.empty();
            }
            for (int i = 0; i < edit.getLengthA(); i++) {
                String before = region.base().get(edit.getBeginA() + i);
                String after = region.ours().get(edit.getBeginB() + i);
                if (!NAMED.matcher(before).find()
                        || !shape(before).equals(shape(after))
                        || !isAnother(before, region.theirs())) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new RegionFate(
                RegionFate.Kind.SUPERSEDED,
                region.theirs(),
                "upstream has set another checksum at the same place: it is of another file than ours was"));
    }

    /** Whether upstream has one line of that form, with another sum. */
    private static boolean isAnother(String line, List<String> theirs) {
        List<String> alike = theirs.stream()
                .filter(their -> shape(their).equals(shape(line)))
                .toList();
        return SUM.matcher(line).find() && alike.size() == 1 && !alike.get(0).equals(line);
    }

    private static String shape(String line) {
        Matcher sum = SUM.matcher(line);
        return sum.replaceAll("#");
    }
}
