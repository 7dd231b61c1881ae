package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code pnpm-lock.yaml}: the keys of its {@code packages}, {@code /a@1.2.3(peer@1.0.0)}, {@code a@1.2.3} or, before
 * lockfile version 6, {@code /a/1.2.3_peer@1.0.0}. By lines, as pnpm writes it, for the file may have megabytes.
 */
final class PnpmLock {
    private static final Pattern KEY = Pattern.compile(" {2}(['\"]?)([^\\s'\"]+)\\1:(?: \\{})?\\s*");
    private static final Pattern PLACE = Pattern.compile("/?((?:@[^/@]+/)?[^/@]+)[@/]([0-9][^(_]*)(?:[(_].*)?");

    /** The name of a package that its key does not tell. */
    private static final Pattern NAME = Pattern.compile(" {4}name: ['\"]?([^\\s'\"]+)['\"]?\\s*");

    private static final Pattern ASKED = Pattern.compile(" +(['\"]?)([^\\s'\":]+)\\1:(?: +(.+))?");
    /** A version that is none: {@code real@1.2.3}, {@code /real/1.2.3}, {@code link:../a}, a URL. */
    private static final Pattern ANOTHER = Pattern.compile("['\"]?(?:/?@?[A-Za-z][^\\s]*[@:/].*|/.*)");

    /** Dependencies that another package is installed for, in {@code importers} and below packages. */
    private static final class Aliases {
        private String name = "";

        Optional<LockedPackage> line(String text, int number) {
            Matcher asked = ASKED.matcher(text.stripTrailing());
            if (!asked.matches()) {
                return Optional.empty();
            }
            String value = asked.group(3);
            boolean field = asked.group(2).equals("version");
            String of = field && !name.isEmpty() ? name : asked.group(2);
            if (value == null) {
                name = asked.group(2);
                return Optional.empty();
            }
            return ANOTHER.matcher(value).matches() && !FIELDS.contains(of)
                    ? Optional.of(new LockedPackage(of, null, number, value))
                    : Optional.empty();
        }
    }

    /** What has a text with such signs, and is no dependency. */
    private static final Set<String> FIELDS =
            Set.of("specifier", "resolution", "deprecated", "engines", "integrity", "tarball", "name", "registry");

    private PnpmLock() {}

    static Lock parse(String file, String text) {
        List<LockedPackage> packages = new ArrayList<>();
        Aliases aliases = new Aliases();
        boolean within = false;
        boolean any = false;
        int number = 0;
        for (String written : Lines.of(file, text)) {
            number++;
            if (number == 1 && !written.startsWith("lockfileVersion:")) {
                throw new ManifestException(file, 1, 1, "lockfileVersion comes first");
            }
            if (!written.isBlank() && !written.startsWith(" ")) {
                within = written.startsWith("packages:");
                any |= within;
            } else if (within && written.startsWith("  ") && !written.startsWith("   ")) {
                Matcher key = KEY.matcher(written);
                if (!key.matches()) {
                    throw new ManifestException(file, number, 3, "a package's key belongs here");
                }
                packages.addAll(entry(key.group(2), number));
            } else {
                Matcher name = NAME.matcher(written);
                if (within && name.matches() && !packages.isEmpty()) {
                    LockedPackage last = packages.get(packages.size() - 1);
                    packages.add(new LockedPackage(name.group(1), null, number, last.name()));
                }
                aliases.line(written, number).ifPresent(packages::add);
            }
        }
        if (!any) {
            throw new ManifestException(file, 1, 1, "it has no packages");
        }
        return Lock.of(file, packages);
    }

    private static List<LockedPackage> entry(String key, int line) {
        Matcher place = PLACE.matcher(key);
        if (place.matches()) {
            return List.of(new LockedPackage(place.group(1), place.group(2), line, ""));
        }
        String bare = key.startsWith("/") ? key.substring(1) : key;
        int at = bare.indexOf('@', 1);
        if (at > 0) {
            return List.of(new LockedPackage(bare.substring(0, at), null, line, bare.substring(at + 1)));
        }
        List<LockedPackage> all = new ArrayList<>();
        String scope = "";
        for (String name : bare.split("/", -1)) { // which of them is the name, a place elsewhere does not tell
            all.add(new LockedPackage(scope + name, null, line, key));
            scope = name.startsWith("@") ? name + "/" : "";
        }
        return all;
    }
}
