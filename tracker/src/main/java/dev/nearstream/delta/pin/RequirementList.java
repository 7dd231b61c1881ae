package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code requirements.txt} (pip's format): a requirement a line, which a backslash continues. Options
 * ({@code --hash}, {@code -r}) name no package; a URL names one by its {@code #egg=} alone.
 */
final class RequirementList {
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");
    private static final Pattern EGG = Pattern.compile(".*[#&]egg=([A-Za-z0-9][\\w.-]*).*");
    /** A requirement with the hashes of all its files. */
    private static final int LONGEST = 64 << 10;

    private RequirementList() {}

    static Requirement.File parse(String file, String text) {
        List<Requirement> all = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int number = 0;
        int start = 1;
        for (String written : Lines.written(file, text)) {
            number++;
            if (written.strip().startsWith("#")) {
                continue;
            }
            start = joined.length() == 0 ? number : start;
            boolean continued = written.endsWith("\\");
            joined.append(continued ? written.substring(0, written.length() - 1) : written);
            if (joined.length() > LONGEST) {
                throw new ManifestException(file, start, 1, "a requirement of more than " + LONGEST + " characters");
            }
            if (!continued) {
                entry(file, start, joined.toString(), all);
                joined.setLength(0);
            }
        }
        entry(file, start, joined.toString(), all);
        return new Requirement.File(file, all, false);
    }

    private static void entry(String file, int number, String written, List<Requirement> all) {
        String line = COMMENT.matcher(written).replaceFirst("").strip();
        Matcher egg = EGG.matcher(line);
        if (egg.matches()) {
            all.add(new Requirement(file, number, PythonReader.normal(egg.group(1)), "from a URL", true));
            return;
        }
        int option = line.indexOf(" --");
        line = (option < 0 ? line : line.substring(0, option)).strip();
        if (!line.isEmpty() && !line.startsWith("-")) {
            Requirement.of(file, number, line).ifPresent(all::add);
        }
    }
}
