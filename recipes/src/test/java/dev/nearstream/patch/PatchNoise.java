package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages the text of patches, as editors, mail programs, people and attackers do. */
final class PatchNoise {
    private static final List<String> LINES = List.of(
            "",
            " ",
            "garbage",
            "# comment",
            "\\ No newline at end of file",
            "@@ -1 +1 @@",
            "@@ -0,0 +1 @@",
            "@@ -1,2 +1",
            "@@ -1,3 +1,3 @@ section",
            "--- a/f",
            "+++ b/f",
            "--- /dev/null",
            "+++ /dev/null",
            "*** a/f",
            "Index: f",
            "diff --git a/f b/f",
            "diff --git a/f",
            "new file mode 100644",
            "deleted file mode 100644",
            "old mode 100644",
            "new mode 100755",
            "new mode 1007559",
            "rename from f",
            "rename to g",
            "copy from f",
            "copy to g",
            "similarity index 100%",
            "index e69de29..1234567",
            "index 1234567..0000000 100755",
            "GIT binary patch",
            "1c1",
            "1,2d0",
            "< x",
            "> x",
            "---",
            "-- ",
            "-x",
            "+x");

    private final Random random;

    PatchNoise(long seed) {
        random = new Random(seed);
    }

    /** The same case with a damaged patch. */
    Comparison disturb(Comparison comparison) {
        String patch = comparison.patch();
        for (int i = random.nextInt(3); i >= 0; i--) {
            patch = patch.isEmpty() ? "x\n" : random.nextInt(4) == 0 ? bytes(patch) : lines(patch);
        }
        return new Comparison(comparison.tree(), patch, comparison.options(), comparison.reverse());
    }

    private String lines(String patch) {
        List<String> lines = new ArrayList<>(List.of(patch.split("(?<=\n)", 0)));
        int at = random.nextInt(lines.size());
        int to = Math.min(lines.size(), at + 1 + random.nextInt(4));
        String line = lines.get(at);
        switch (random.nextInt(13)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size() + 1), line);
            case 2, 3, 4 -> lines.add(at, LINES.get(random.nextInt(LINES.size())) + "\n");
            case 5 -> lines.set(at, LINES.get(random.nextInt(LINES.size())) + "\n");
            case 6 -> lines.subList(at, to).replaceAll(each -> each.replace("\n", "\r\n"));
            case 7 -> lines.subList(at, to).replaceAll(each -> each.strip() + "\n");
            case 8 -> lines.replaceAll(each -> List.of("  ", "X", "\t", "- ").get(at % 4) + each);
            case 9 -> lines.set(at, line.replaceAll("\\d", Integer.toString(random.nextInt(10))));
            case 10 -> lines.set(at, line.replaceFirst("\\d+", number()));
            case 11 -> lines.subList(at, lines.size()).clear();
            default -> lines.addAll(List.copyOf(lines.subList(at, lines.size())));
        }
        return String.join("", lines);
    }

    private String number() {
        return List.of("0", "00", "1", "7", "64", "2147483648", "9223372036854775807", "99999999999999999999", "-1", "")
                .get(random.nextInt(10));
    }

    private String bytes(String patch) {
        int at = random.nextInt(patch.length());
        return switch (random.nextInt(4)) {
            case 0 -> patch.substring(0, at);
            case 1 -> patch.substring(0, at) + patch.substring(at + 1);
            case 2 -> patch.substring(0, at) + character() + patch.substring(at);
            default -> patch.substring(0, at) + character() + patch.substring(at + 1);
        };
    }

    private char character() {
        return " \t\n\r\0\\\"/.-+@#*=<>X0189,a\u00ff".charAt(random.nextInt(24));
    }
}
