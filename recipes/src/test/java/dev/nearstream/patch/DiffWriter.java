package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a unified diff between two lists of lines; not the shortest one, and sometimes with other context than asked for. */
final class DiffWriter {
    private final Random random;

    DiffWriter(Random random) {
        this.random = random;
    }

    String write(List<String> before, List<String> after, int context, boolean cutBefore, boolean cutAfter) {
        List<String> script = script(before, after, cutBefore, cutAfter);
        StringBuilder out = new StringBuilder();
        int at = 0;
        int oldLine = 1;
        int newLine = 1;
        while (at < script.size()) {
            int change = at;
            while (change < script.size() && script.get(change).charAt(0) == ' ') {
                change++;
            }
            if (change == script.size()) {
                break;
            }
            int start = Math.max(at, change - uneven(context));
            oldLine += start - at;
            newLine += start - at;
            int end = change;
            int quiet = 0;
            for (int i = change; i < script.size() && quiet <= 2 * context; i++) {
                quiet = script.get(i).charAt(0) == ' ' ? quiet + 1 : 0;
                end = quiet == 0 ? i + 1 : end;
            }
            end = Math.min(script.size(), end + uneven(context));
            List<String> hunk = script.subList(start, end);
            int olds = (int) hunk.stream().filter(line -> line.charAt(0) != '+').count();
            int news = (int) hunk.stream().filter(line -> line.charAt(0) != '-').count();
            out.append("@@ -")
                    .append(range(oldLine, olds))
                    .append(" +")
                    .append(range(newLine, news))
                    .append(" @@\n");
            hunk.forEach(line -> out.append(line).append('\n'));
            oldLine += olds;
            newLine += news;
            at = end;
        }
        return out.toString();
    }

    private int uneven(int context) {
        return random.nextInt(6) == 0 ? random.nextInt(context + 1) : context;
    }

    private static String range(int line, int count) {
        return count == 1 ? "" + line : (count == 0 ? line - 1 : line) + "," + count;
    }

    private static List<String> script(List<String> before, List<String> after, boolean cutBefore, boolean cutAfter) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = same(before, after, i, j, cutBefore, cutAfter)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> script = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && same(before, after, i, j, cutBefore, cutAfter)) {
                script.add(" " + marked(before, i++, cutBefore));
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                script.add("-" + marked(before, i++, cutBefore));
            } else {
                script.add("+" + marked(after, j++, cutAfter));
            }
        }
        return script;
    }

    private static boolean same(List<String> a, List<String> b, int i, int j, boolean cutA, boolean cutB) {
        boolean incompleteA = cutA && i == a.size() - 1;
        boolean incompleteB = cutB && j == b.size() - 1;
        return a.get(i).equals(b.get(j)) && incompleteA == incompleteB;
    }

    private static String marked(List<String> lines, int at, boolean cut) {
        return lines.get(at) + (cut && at == lines.size() - 1 ? "\n\\ No newline at end of file" : "");
    }
}
