package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code pnpm-lock.yaml}: the keys of its {@code packages}, {@code /a@1.2.3(peer@1.0.0)}, {@code a@1.2.3} or, before
 * lockfile version 6, {@code /a/1.2.3_peer@1.0.0}. By lines, as pnpm writes it, for the file may have megabytes.
 */
final class PnpmLock {
    private static final Pattern KEY = Pattern.compile(" {2}(['\"]?)([^\\s'\"]+)\\1:(?: \\{})?\\s*");
    private static final Pattern PLACE = Pattern.compile("/?((?:@[^/@]+/)?[^/@]+)[@/]([0-9][^(_]*)(?:[(_].*)?");

    private PnpmLock() {}

    static Lock parse(String file, String text) {
        List<LockedPackage> packages = new ArrayList<>();
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
                packages.add(entry(key.group(2), number));
            }
        }
        if (!any) {
            throw new ManifestException(file, 1, 1, "it has no packages");
        }
        return Lock.of(file, packages);
    }

    private static LockedPackage entry(String key, int line) {
        Matcher place = PLACE.matcher(key);
        if (place.matches()) {
            return new LockedPackage(place.group(1), place.group(2), line, "");
        }
        String bare = key.startsWith("/") ? key.substring(1) : key;
        int at = bare.indexOf('@', 1);
        return new LockedPackage(
                at < 0 ? bare : bare.substring(0, at), null, line, at < 0 ? key : bare.substring(at + 1));
    }
}
