package dev.nearstream.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 50GB}, {@code 800 MiB}. */
final class ByteSize {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*([KMGT]?)(i?)B?", Pattern.CASE_INSENSITIVE);

    private ByteSize() {}

    /**
     * @param key names the setting in the message
     * @throws ConfigurationException where it is no size
     */
    static long parse(String key, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw ConfigurationException.of(key, key + ": " + text + " is no size; write 50GB or 800MiB", null);
        }
        long unit = matcher.group(3).isEmpty() ? 1000 : 1024;
        long bytes = Long.parseLong(matcher.group(1));
        int power = " KMGT"
                .indexOf((matcher.group(2) + " ").toUpperCase(Locale.ROOT).charAt(0));
        for (int i = 0; i < power; i++) {
            bytes = Math.multiplyExact(bytes, unit);
        }
        return bytes;
    }
}
