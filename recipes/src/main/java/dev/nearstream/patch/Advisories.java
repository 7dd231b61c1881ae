package dev.nearstream.patch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds CVE and GHSA ids in a text. */
public final class Advisories {
    private static final Pattern ADVISORY = Pattern.compile(
            "\\b(?:CVE-\\d{4}-\\d{4,19}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3})\\b", Pattern.CASE_INSENSITIVE);

    private Advisories() {}

    static Matcher matcher(String text) {
        return ADVISORY.matcher(text);
    }

    /** As its register spells it: {@code CVE-2026-12345}, {@code GHSA-cfgh-2345-mpqr}. */
    static String spelled(String id) {
        boolean ghsa = id.regionMatches(true, 0, "GHSA", 0, 4);
        return ghsa ? "GHSA" + id.substring(4).toLowerCase(Locale.ROOT) : id.toUpperCase(Locale.ROOT);
    }

    /** All that are named, each once, in order. */
    public static List<String> named(String text) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher matcher = matcher(text);
        while (matcher.find()) {
            ids.add(spelled(matcher.group()));
        }
        return List.copyOf(ids);
    }
}
