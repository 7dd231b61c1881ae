package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes random cases of what patches do to whole files: new, deleted, renamed, copied and empty files, modes, links,
 * binary parts, in git's format and in others, several parts on one file, under names that need quoting, on trees that
 * have other files than the patch thinks.
 */
final class RandomGitCase {
    private static final List<String> NAMES = List.of(
            "f",
            "g",
            "d/f",
            "d/g",
            "d/e/f",
            "longer",
            "d/two words",
            "link/f",
            "x/y/z",
            "d",
            "up",
            "t\tb",
            "d/f.orig.c");

    private final Random random;
    private final MemoryTree tree = new MemoryTree();
    private final StringBuilder patch = new StringBuilder();

    RandomGitCase(long seed) {
        random = new Random(seed);
    }

    Comparison next() {
        int files = 1 + random.nextInt(5);
        for (int i = 0; i < files; i++) {
            put(pick(NAMES), chance(6) ? TreeEntry.Kind.EXECUTABLE : TreeEntry.Kind.FILE, text(lines()));
        }
        if (chance(4)) {
            put("link", TreeEntry.Kind.SYMLINK, pick(List.of("d", "/etc", "../up", "nowhere", "link", "d/e")));
        }
        if (chance(6)) {
            put(pick(NAMES), TreeEntry.Kind.SYMLINK, pick(List.of("f", "d/f", "nowhere")));
        }
        boolean git = !chance(4);
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            part(chance(8) != git);
        }
        if (chance(10)) {
            patch.append("-- \n2.39.0\n\n");
        }
        return new Comparison(
                tree, patch.toString(), new PatchOptions(chance(6) ? random.nextInt(4) : 1, 2), chance(4));
    }

    private void put(String name, TreeEntry.Kind kind, String content) {
        for (String path : tree.entries().keySet()) {
            if (path.equals(name) || path.startsWith(name + "/") || name.startsWith(path + "/")) {
                return;
            }
        }
        tree.put(name, kind, content);
    }

    private void part(boolean git) {
        if (chance(10)) {
            patch.append("some text\n");
        }
        List<String> present = new ArrayList<>(tree.entries().keySet());
        String name = present.isEmpty() || chance(4) ? pick(NAMES) : pick(present);
        boolean known = tree.entries().containsKey(name);
        List<String> before = known && !chance(8) ? tree.text(name).lines().toList() : lines();
        List<String> after = chance(6) ? lines() : changed(before);
        String kind =
                pick(List.of("change", "change", "new", "delete", "rename", "copy", "mode", "link", "binary", "empty"));
        if (git) {
            gitPart(kind, name, before, after);
        } else {
            plainPart(kind, name, before, after);
        }
    }

    private void gitPart(String kind, String name, List<String> before, List<String> after) {
        String other = kind.equals("rename") || kind.equals("copy") ? pick(NAMES) : name;
        patch.append("diff --git ")
                .append(quoted("a/" + name))
                .append(' ')
                .append(quoted("b/" + other))
                .append('\n');
        switch (kind) {
            case "new" -> {
                patch.append("new file mode ")
                        .append(mode())
                        .append("\nindex 0000000..")
                        .append(hash(after))
                        .append('\n');
                names("/dev/null", "b/" + name, "");
                hunks(List.of(), after);
            }
            case "delete" -> {
                patch.append("deleted file mode ")
                        .append(mode())
                        .append("\nindex ")
                        .append(hash(before))
                        .append("..0000000\n");
                names("a/" + name, "/dev/null", "");
                hunks(before, List.of());
            }
            case "rename", "copy" -> {
                boolean pure = chance(2);
                patch.append("similarity index 90%\n");
                patch.append(kind).append(" from ").append(name).append('\n');
                if (!chance(15)) {
                    patch.append(kind).append(" to ").append(other).append('\n');
                }
                if (!pure) {
                    patch.append("index 1234567..89abcde 100644\n");
                    names("a/" + name, "b/" + other, "");
                    hunks(before, after);
                }
            }
            case "mode" -> {
                patch.append("old mode ")
                        .append(mode())
                        .append("\nnew mode ")
                        .append(mode())
                        .append('\n');
                if (chance(3)) {
                    patch.append("index 1234567..89abcde\n");
                    names("a/" + name, "b/" + name, "");
                    hunks(before, after);
                }
            }
            case "link" -> {
                patch.append(
                        chance(2)
                                ? "index 1234567..89abcde 120000\n"
                                : "new file mode 120000\nindex 0000000..1234567\n");
                names("a/" + name, "b/" + name, "");
                patch.append(
                        chance(2)
                                ? "@@ -1 +1 @@\n-f\n\\ No newline at end of file\n+g\n\\ No newline at end of file\n"
                                : "@@ -0,0 +1 @@\n+f\n\\ No newline at end of file\n");
            }
            case "binary" ->
                patch.append(
                        "index 1234567..89abcde 100644\nGIT binary patch\ndelta 5\nMcmZQzWMT#Y01f~L\n\ndelta 5\nMcmZQzWMT#Y01f~L\n\n");
            case "empty" ->
                patch.append(
                        chance(2)
                                ? "new file mode 100644\nindex 0000000..e69de29\n"
                                : "deleted file mode 100644\nindex e69de29..0000000\n");
            default -> {
                patch.append("index ").append(hash(before)).append("..").append(hash(after));
                patch.append(chance(3) ? "\n" : " " + mode() + "\n");
                names("a/" + name, "b/" + name, "");
                hunks(before, after);
            }
        }
    }

    private void plainPart(String kind, String name, List<String> before, List<String> after) {
        String other = chance(5) ? pick(NAMES) : name + (chance(6) ? ".old" : "");
        String stamp = chance(3) ? "\t2026-01-02 03:04:05.000000000 +0100" : "";
        if (chance(5)) {
            patch.append("Index: a/").append(name).append('\n');
        }
        switch (kind) {
            case "new" -> {
                names(
                        chance(2) ? "/dev/null" : "a/" + other,
                        "b/" + name,
                        chance(2) ? "\t1970-01-01 00:00:00.000000000 +0000" : stamp);
                hunks(List.of(), after);
            }
            case "delete" -> {
                names(
                        "a/" + name,
                        chance(2) ? "/dev/null" : "b/" + other,
                        chance(2) ? "\t1970-01-01 01:00:00.000000000 +0100" : stamp);
                hunks(before, List.of());
            }
            default -> {
                names("a/" + name, "b/" + other, stamp);
                hunks(before, after);
            }
        }
    }

    private void names(String old, String fresh, String stamp) {
        String tab = stamp.isEmpty() && old.contains(" ") ? "\t" : stamp;
        patch.append("--- ")
                .append(quoted(old))
                .append(tab)
                .append("\n+++ ")
                .append(quoted(fresh))
                .append(tab)
                .append('\n');
    }

    private void hunks(List<String> before, List<String> after) {
        patch.append(new DiffWriter(random).write(before, after, 3, false, false));
    }

    private String quoted(String name) {
        return name.contains("\t") || chance(20) ? '"' + name.replace("\t", chance(2) ? "\\t" : "\\011") + '"' : name;
    }

    private String mode() {
        return pick(List.of("100644", "100644", "100755", "100755", "120000", "100600", "160000"));
    }

    private String hash(List<String> lines) {
        return lines.isEmpty() ? "e69de29" : "1234567";
    }

    private List<String> changed(List<String> lines) {
        List<String> changed = new ArrayList<>(lines);
        int at = random.nextInt(changed.size() + 1);
        if (chance(2) && at < changed.size()) {
            changed.remove(at);
        }
        changed.add(Math.min(at, changed.size()), "changed " + random.nextInt(3));
        return changed;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int count = chance(5) ? 0 : random.nextInt(9);
        for (int i = 0; i < count; i++) {
            lines.add("line " + random.nextInt(5));
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean chance(int one) {
        return random.nextInt(one) == 0;
    }
}
