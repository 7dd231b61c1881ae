package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes random cases: a file, an edit of it written as a unified diff with any amount of context, and the file drifted
 * since. Lines come from a small alphabet, so that hunks often match in the wrong place.
 */
final class RandomCase {
    private final Random random;

    RandomCase(long seed) {
        random = new Random(seed);
    }

    Comparison next() {
        MemoryTree tree = new MemoryTree();
        StringBuilder patch = new StringBuilder();
        int files = chance(10) ? 2 : 1;
        for (int i = 0; i < files; i++) {
            String name = "dir/file" + (chance(8) ? 0 : i);
            List<String> before = lines(random.nextInt(chance(4) ? 4 : 40));
            List<String> after = edit(before, 1 + random.nextInt(4));
            boolean cutBefore = chance(8) && endsInText(before);
            boolean cutAfter = chance(8) && endsInText(after);
            patch.append("--- a/")
                    .append(name)
                    .append(stamp())
                    .append("\n+++ b/")
                    .append(name)
                    .append(stamp())
                    .append('\n');
            patch.append(new DiffWriter(random).write(before, after, context(), cutBefore, cutAfter));
            List<String> drifted = chance(3) ? before : edit(before, 1 + random.nextInt(4));
            tree.file(name, text(drifted, chance(20) ? !cutBefore : cutBefore));
        }
        String text = chance(25) ? spoil(patch.toString()) : patch.toString();
        return new Comparison(tree, text, new PatchOptions(1, chance(3) ? random.nextInt(5) : 2), chance(4));
    }

    private int context() {
        return chance(3) ? random.nextInt(5) : 3;
    }

    private String stamp() {
        return chance(6)
                ? chance(2) ? "\t1970-01-01 00:00:00.000000000 +0000" : "\t2026-01-02 03:04:05.000000000 +0100"
                : "";
    }

    private List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        int alphabet = 2 + random.nextInt(chance(2) ? 4 : 60);
        for (int i = 0; i < count; i++) {
            lines.add(line(alphabet));
        }
        return lines;
    }

    private String line(int alphabet) {
        int which = random.nextInt(alphabet);
        return which == 0 ? "" : which == 1 ? "\tx" : "line " + which;
    }

    private List<String> edit(List<String> lines, int edits) {
        List<String> edited = new ArrayList<>(lines);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(edited.size() + 1);
            int kind = random.nextInt(chance(4) ? 4 : 3);
            if (kind == 3) {
                List<String> block = lines(random.nextInt(12));
                edited.addAll(at, block);
            } else {
                if (kind != 0 && at < edited.size()) {
                    edited.remove(at);
                }
                if (kind != 1) {
                    edited.add(Math.min(at, edited.size()), line(6));
                }
            }
        }
        return edited;
    }

    private String spoil(String patch) {
        List<String> lines = new ArrayList<>(patch.lines().toList());
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(at, lines.get(at) + "\r");
            case 3 -> lines.replaceAll(line -> line + "\r");
            case 4 -> lines.replaceAll(line -> "  " + line);
            default -> lines.set(at, lines.get(at).strip());
        }
        return lines.stream().collect(Collectors.joining("\n", "", chance(4) ? "" : "\n"));
    }

    private static String text(List<String> lines, boolean cut) {
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        return cut && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
    }

    /** An empty line cannot be the one without newline: there is no such line. */
    private static boolean endsInText(List<String> lines) {
        return !lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty();
    }

    private boolean chance(int one) {
        return random.nextInt(one) == 0;
    }
}
