package dev.nearstream.delta;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a delta's purpose from what people wrote about it; says unknown where they wrote nothing that tells. */
final class Purposes {
    private static final Pattern ADVISORY = Pattern.compile(
            "cve[-_ ]?\\d{4}|ghsa-[0-9a-z]{4}|rustsec-\\d{4}|go-20\\d\\d-\\d|vulnerab|\\bsecurity\\b|\\bexploit");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9+]+");
    private static final Map<Purpose, Set<String>> WORDS = words();

    private Purposes() {}

    /** The purpose that the first telling text names. */
    static Purpose of(Purpose fallback, String... texts) {
        for (String text : texts) {
            if (ADVISORY.matcher(text.toLowerCase(Locale.ROOT)).find()) {
                return Purpose.SECURITY;
            }
        }
        if (fallback != Purpose.UNKNOWN) {
            return fallback;
        }
        for (String text : texts) {
            Set<String> said = new HashSet<>(Arrays.asList(NO_WORD.split(text.toLowerCase(Locale.ROOT))));
            for (Map.Entry<Purpose, Set<String>> entry : WORDS.entrySet()) {
                if (entry.getValue().stream().anyMatch(said::contains)) {
                    return entry.getKey();
                }
            }
        }
        return Purpose.UNKNOWN;
    }

    /**
     * The purpose that prose names, where it names one alone: a comment, or a commit's subject, may be about several
     * changes.
     */
    static Purpose ofProse(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        if (ADVISORY.matcher(said).find()) {
            return Purpose.SECURITY;
        }
        Set<String> words = new HashSet<>(Arrays.asList(NO_WORD.split(said)));
        Set<Purpose> named = EnumSet.noneOf(Purpose.class);
        WORDS.forEach((purpose, of) -> {
            if (of.stream().anyMatch(words::contains)) {
                named.add(purpose);
            }
        });
        return named.size() == 1 ? named.iterator().next() : Purpose.UNKNOWN;
    }

    private static Map<Purpose, Set<String>> words() {
        Map<Purpose, Set<String>> words = new java.util.LinkedHashMap<>();
        words.put(
                Purpose.HARDENING,
                Set.of("harden", "hardening", "fortify", "hardened", "relro", "fips", "pie", "openssf"));
        words.put(
                Purpose.TEST,
                Set.of("test", "tests", "testsuite", "unittest", "unittests", "pytest", "flaky", "testing"));
        words.put(
                Purpose.DEPENDENCY,
                Set.of(
                        "bump",
                        "dependency",
                        "dependencies",
                        "deps",
                        "gomod",
                        "unpin",
                        "pin",
                        "requirements",
                        "lockfile"));
        words.put(
                Purpose.BUILD,
                Set.of(
                        "build",
                        "builds",
                        "building",
                        "compile",
                        "compiler",
                        "compilation",
                        "gcc",
                        "clang",
                        "cmake",
                        "cmakelists",
                        "makefile",
                        "configure",
                        "autoconf",
                        "automake",
                        "libtool",
                        "ftbfs",
                        "werror",
                        "linker",
                        "meson",
                        "link",
                        "fpic",
                        "pic",
                        "rpath",
                        "linking",
                        "include",
                        "cstdint",
                        "includes",
                        "header",
                        "headers",
                        "gnu17",
                        "c23",
                        "c99",
                        "gcc14",
                        "gcc15",
                        "gcc16",
                        "cflags",
                        "cflag",
                        "ldflags",
                        "pkgconfig",
                        "cargo",
                        "gemspec",
                        "pom",
                        "toolchain"));
        words.put(
                Purpose.CONFIGURATION,
                Set.of(
                        "config",
                        "conf",
                        "configuration",
                        "default",
                        "defaults",
                        "path",
                        "paths",
                        "prefix",
                        "distro",
                        "wolfi",
                        "chainguard",
                        "alpine",
                        "location",
                        "settings",
                        "branding"));
        words.put(Purpose.FEATURE, Set.of("feature", "support", "enable", "implement"));
        return words;
    }
}
