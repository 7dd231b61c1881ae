package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes random cases of what time does to a patch: blocks inserted, moved, duplicated and lost since it was written,
 * carriage returns on either side, lines that look like a patch's own, hunks swapped, doubled or numbered wrongly; under
 * odd names, strip counts and time stamps, in several formats, for several files.
 */
final class RandomDriftCase {
    private static final List<String> ODD = List.of(
            "",
            "",
            " ",
            "\t",
            "\tx",
            "- ",
            "-- x",
            "++ x",
            "@@ -1 +1 @@",
            "# note",
            "\\ No newline at end of file",
            "Index: a/f",
            "diff --git a/f b/f",
            "*** 1 ****",
            "2c2",
            "< x",
            "X",
            "=",
            ".",
            "x\r",
            "\r",
            "nul\0nul",
            "caf\u00e9");
    private static final List<String> NAMES =
            List.of("f", "d/f", "d/e/f", "two words", "d/o\"o", "t\tb", "f.orig", "Index:", "longer/name.of-a_file");
    private static final List<String> STAMPS = List.of(
            "\t2026-01-02 03:04:05.000000000 +0100",
            "\t1970-01-01 00:00:00.000000000 +0000",
            "\t1970-01-01 01:00:00 +0100",
            "\tThu Jan  1 00:00:00 1970",
            "\tMon Mar  2 10:11:12 2026",
            "\t(revision 12)",
            "\t(working copy)",
            "\t2026/01/02 03:04:05",
            " 1970-01-01 00:00:00 +0000",
            "\t");
    private static final List<String> STAMP_PARTS = List.of(
            "1970-01-01",
            "1970-1-1",
            "1 Jan 1970",
            "1-jan-70",
            "01/01/70",
            "1970/1/1",
            "Jan 1",
            "Dec 31, 1969",
            "Thu",
            "Thursday,",
            "00:00",
            "1:2:3.4",
            "23:59:59",
            "12:00 am",
            "+0100",
            "-5",
            "UTC",
            "CET",
            "EST DST",
            "Z",
            "1970",
            "19700101",
            "(x)",
            "T",
            "@0",
            "25",
            "x");

    private final Random random;
    private final MemoryTree tree = new MemoryTree();
    private final StringBuilder patch = new StringBuilder();
    private boolean odd;
    private boolean returns;

    RandomDriftCase(long seed) {
        random = new Random(seed);
    }

    Comparison next() {
        odd = chance(3);
        returns = chance(6);
        int strip = chance(3) ? random.nextInt(4) : 1;
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        int files = 1 + random.nextInt(4);
        for (int i = 0; i < files; i++) {
            file(names.get(chance(10) ? 0 : i), chance(12) ? random.nextInt(4) : strip);
        }
        String text = chance(12) ? patch.toString().replace("\n", "\r\n") : patch.toString();
        return new Comparison(tree, text, new PatchOptions(strip, chance(3) ? random.nextInt(6) : 2), chance(4));
    }

    private void file(String name, int strip) {
        List<String> before = lines(random.nextInt(chance(4) ? 5 : 30));
        List<String> after = chance(12) ? List.of() : drifted(before, 1 + random.nextInt(3));
        List<String> now = chance(3) ? before : drifted(before, 1 + random.nextInt(3));
        if (chance(20)) {
            now = after;
        }
        boolean cutBefore = chance(8) && endsInText(before);
        boolean cutAfter = chance(8) && endsInText(after);
        header(name, strip);
        List<String> hunks = List.of(new DiffWriter(random)
                .write(before, after, chance(3) ? random.nextInt(5) : 3, cutBefore, cutAfter)
                .split("(?m)^(?=@@ -)", 0));
        String written = String.join("", chance(5) ? disturbed(hunks) : hunks);
        patch.append(chance(8) ? stripped(written) : written);
        if (chance(15)) {
            patch.append(pick(List.of("-- \n2.39.0\n\n", "\n", "trailing words\n", "Only in d: x\n")));
        }
        if (!taken(name) && !chance(15)) {
            tree.file(name, text(now, chance(15) ? !cutBefore : cutBefore));
        }
    }

    private boolean taken(String name) {
        return tree.entries().keySet().stream()
                .anyMatch(path -> path.equals(name) || path.startsWith(name + "/") || name.startsWith(path + "/"));
    }

    private void header(String name, int strip) {
        String prefix = pick(List.of("a/", "x.y/", "one//")).repeat(strip);
        String other = chance(10) ? pick(NAMES) : name + (chance(10) ? ".orig" : "");
        String stamp = chance(3) ? stamp() : name.contains(" ") && !chance(4) ? "\t" : "";
        String end = chance(12) ? "\r\n" : "\n";
        if (chance(5)) {
            patch.append(pick(List.of("diff -ru a b", "Index: " + prefix + name, "=====", "From: x")))
                    .append(end);
        }
        if (chance(3) && strip > 0) {
            patch.append("diff --git ")
                    .append(quoted(prefix + other))
                    .append(' ')
                    .append(quoted(prefix + name))
                    .append(end)
                    .append(chance(2) ? "index 1234567..89abcde 100644" + end : "");
        }
        patch.append("--- ").append(quoted(prefix + other)).append(stamp).append(end);
        patch.append("+++ ")
                .append(quoted(prefix + name))
                .append(chance(10) ? stamp() : stamp)
                .append(end);
    }

    private String stamp() {
        if (chance(2)) {
            return pick(STAMPS);
        }
        StringBuilder stamp = new StringBuilder("\t");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            stamp.append(pick(STAMP_PARTS)).append(chance(8) ? "" : " ");
        }
        return stamp.toString();
    }

    private String quoted(String name) {
        return name.contains("\t") || (name.contains("\"") && !chance(4)) || chance(20)
                ? '"' + name.replace("\"", "\\\"").replace("\t", "\\t") + '"'
                : name;
    }

    private List<String> disturbed(List<String> hunks) {
        List<String> disturbed = new ArrayList<>(hunks);
        int at = random.nextInt(disturbed.size());
        String hunk = disturbed.get(at);
        switch (random.nextInt(5)) {
            case 0 -> Collections.swap(disturbed, at, random.nextInt(disturbed.size()));
            case 1 -> disturbed.add(random.nextInt(disturbed.size() + 1), hunk);
            case 2 -> disturbed.remove(at);
            case 3 -> disturbed.set(at, hunk.replaceFirst("-\\d+", "-" + random.nextInt(40)));
            default -> disturbed.set(at, hunk.replaceFirst(" \\+\\d+", " +" + random.nextInt(40)));
        }
        return disturbed;
    }

    /** As mail programs and editors leave it: no blanks at the ends of lines. */
    private static String stripped(String text) {
        return text.replaceAll("(?m)[ \t]+$", "");
    }

    private List<String> drifted(List<String> lines, int times) {
        List<String> drifted = new ArrayList<>(lines);
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(drifted.size() + 1);
            int to = Math.min(drifted.size(), from + random.nextInt(chance(4) ? 8 : 2));
            List<String> block = List.copyOf(drifted.subList(from, to));
            switch (random.nextInt(5)) {
                case 0 -> drifted.addAll(from, lines(1 + random.nextInt(3)));
                case 1 -> drifted.subList(from, to).clear();
                case 2 -> drifted.addAll(random.nextInt(drifted.size() + 1), block);
                case 3 -> {
                    drifted.subList(from, to).clear();
                    drifted.addAll(random.nextInt(drifted.size() + 1), block);
                }
                default -> drifted.subList(from, to).replaceAll(line -> line());
            }
        }
        if (chance(15)) {
            drifted.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line + "\r");
        }
        return drifted;
    }

    private List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    private String line() {
        return (odd && chance(2) ? pick(ODD) : chance(4) ? "" : "line " + random.nextInt(12)) + (returns ? "\r" : "");
    }

    private static String text(List<String> lines, boolean cut) {
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        return cut && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
    }

    /** An empty line cannot be the one without newline: there is no such line. */
    private static boolean endsInText(List<String> lines) {
        return !lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean chance(int one) {
        return random.nextInt(one) == 0;
    }
}
