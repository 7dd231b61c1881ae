package dev.nearstream.report.render;

import dev.nearstream.upstream.Hashes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The names of the owners' digests: {@code @org/team} is {@code org-team.md}. Capitals are none, and what is no letter, digit, dot, hyphen or
 * underscore of ASCII becomes a hyphen, so that no name leads out of the directory. Where several owners would have one
 * name, each has a part of its own hash behind a tilde, which is in no other name.
 */
public final class DigestFiles {
    static final String INDEX = "index.md";

    private static final int LONGEST = 60;
    private static final int HASH = 16;
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9._-]+");
    private static final Pattern ENDS = Pattern.compile("^[.-]+|[.-]+$");

    private DigestFiles() {}

    /** The file's name in the digests' directory, by owner; the same owners have the same names in whatever order. */
    public static Map<String, String> of(Collection<String> owners) {
        Map<String, Integer> sharing = new HashMap<>();
        owners.forEach(owner -> sharing.merge(stem(owner), 1, Integer::sum));
        Map<String, String> names = new TreeMap<>();
        for (String owner : owners) {
            String stem = stem(owner);
            boolean alone = sharing.getOrDefault(stem, 1) == 1;
            boolean taken = stem.isEmpty() || stem.equals("index");
            names.put(owner, alone && !taken ? stem + ".md" : stem + "~" + hash(owner) + ".md");
        }
        return names;
    }

    private static String stem(String owner) {
        String plain = OTHERS.matcher(owner.toLowerCase(Locale.ROOT)).replaceAll("-");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return ENDS.matcher(cut).replaceAll("");
    }

    private static String hash(String owner) {
        return Hashes.of(owner.toLowerCase(Locale.ROOT)).substring(0, HASH);
    }
}
