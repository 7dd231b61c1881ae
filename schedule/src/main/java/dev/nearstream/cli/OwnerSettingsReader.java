package dev.nearstream.cli;

import dev.nearstream.owner.OwnerMap;
import dev.nearstream.report.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code owners} of the configuration. */
final class OwnerSettingsReader {
    private static final int LONGEST = 200;

    private OwnerSettingsReader() {}

    /** @throws ConfigurationException where a key is no glob, or a value names nobody */
    static OwnerMap read(@Nullable Map<String, @Nullable OneOrMore> written) {
        Map<String, List<String>> owners = new LinkedHashMap<>();
        if (written != null) {
            written.forEach((packages, names) -> owners.put(packages, names(packages, names)));
        }
        return OwnerMap.of(owners);
    }

    private static List<String> names(String packages, @Nullable OneOrMore names) {
        String key = "owners." + packages;
        if (packages.isBlank() || !Selection.isGlob(packages)) {
            throw ConfigurationException.of(
                    key, key + ": '" + packages + "' is neither a package's name nor a glob; write 'py3-*'", null);
        }
        if (names == null) {
            throw ConfigurationException.of(key, key + " names nobody; write an owner, or [] for none", null);
        }
        for (String name : names.all()) {
            if (!isName(name)) {
                throw ConfigurationException.of(
                        key,
                        key + ": '" + VisibleText.of(name, 40) + "' is no owner; write @org/team, @user or a name of up"
                                + " to " + LONGEST + " characters",
                        null);
            }
        }
        return names.all();
    }

    /** What is seen of it is all of it. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && VisibleText.of(name).equals(name);
    }
}
