package dev.nearstream.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A page for people, as servers send one with status 200 in place of a file: to log in, to say that it is gone, to choose a
 * mirror.
 */
final class WebPage {
    private static final int BEGINNING = 1024;
    private static final Pattern PAGE =
            Pattern.compile("\\A\uFEFF?\\s*(?><!--.*?-->\\s*)*+<(?:!doctype\\s+html|html)\\b.*", Pattern.DOTALL);
    private static final Pattern NAMED_SO = Pattern.compile("(?i)[^?#]*\\.x?html?(?:[?#].*)?");

    private WebPage() {}

    /** Whether the file is one, though its URL promises another. */
    static boolean isInPlaceOf(String url, Path file) throws IOException {
        if (NAMED_SO.matcher(url).matches()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            return PAGE.matcher(beginning.toLowerCase(Locale.ROOT)).matches();
        }
    }
}
