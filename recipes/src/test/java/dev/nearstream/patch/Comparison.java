package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Holds the engine against the real program: one case, and how the two differ. */
record Comparison(MemoryTree tree, String patch, PatchOptions options, boolean reverse) {
    /** Where a file to delete is missing, the program goes on with a file status that it never filled in. */
    private static final Pattern UNDEFINED = Pattern.compile("which does not exist!|\\(already renamed");

    byte[] patchBytes() {
        return patch.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The differences, none where both agree. */
    List<String> differences(GnuPatchRun real) {
        Patch parsed = PatchParser.parse(patchBytes());
        PatchEngine engine = new PatchEngine(options);
        PatchResult ours = reverse ? engine.applyReversed(parsed, tree) : engine.apply(parsed, tree);
        List<String> differences = new ArrayList<>();
        if (!isComparable(parsed, real)) {
            return differences;
        }
        if (real.exit() != 2 || parsed.problem() == null) {
            compare(differences, "outcome", real.outcome(), ours.outcome().toString());
        } else if (ours.outcome() == PatchResult.Outcome.APPLIES) {
            // of two faults, the program tells the one that it meets first
            differences.add("outcome: patch gives up, and ours applies");
        }
        // hunks under an invalid file name count as failed here; the program does not count them, or looks outside the
        // tree
        if (real.exit() <= 1
                && !real.output().contains("Invalid file name")
                && !String.valueOf(ours.problem()).contains("invalid file name")) {
            compare(differences, "hunks", real.hunks(), hunks(ours));
        }
        if (real.exit() == 0 && !UNDEFINED.matcher(real.output()).find()) {
            compare(differences, "files", real.files(), files(tree.with(ours.changes())));
        }
        if (!differences.isEmpty()) {
            differences.add("patch said (exit " + real.exit() + "):\n" + real.output());
            differences.add("we said: " + ours.outcome() + " " + ours.problem() + " " + ours.files());
        }
        return differences;
    }

    /** What the engine refuses to read on purpose is not compared, nor what makes the program crash or never end. */
    private static boolean isComparable(Patch parsed, GnuPatchRun real) {
        boolean refused = parsed.files().stream()
                .anyMatch(file -> file.format() == FilePatch.Format.ED || file.format() == FilePatch.Format.CONTEXT);
        return !refused && !real.outcome().equals("CRASHED");
    }

    /** The case as text that can be run again by hand. */
    String reproduce() {
        StringBuilder text = new StringBuilder("options " + options + (reverse ? " -R" : "") + "\n");
        tree.entries()
                .forEach((path, entry) -> text.append("==== ")
                        .append(path)
                        .append(' ')
                        .append(entry.kind())
                        .append('\n')
                        .append(new String(entry.content(), StandardCharsets.ISO_8859_1)));
        return text + "==== patch\n" + patch;
    }

    /** The cases that lack a file, or a run of lines of the patch or of a file; the smallest first. */
    List<Comparison> smaller() {
        List<Comparison> smaller = new ArrayList<>();
        for (String path : tree.entries().keySet()) {
            smaller.add(new Comparison(tree.without(path), patch, options, reverse));
        }
        for (String less : withoutLines(patch)) {
            smaller.add(new Comparison(tree, less, options, reverse));
        }
        tree.entries().forEach((path, entry) -> {
            for (String less : entry.kind().isFile() ? withoutLines(tree.text(path)) : List.<String>of()) {
                smaller.add(new Comparison(tree.without(path).put(path, entry.kind(), less), patch, options, reverse));
            }
        });
        return smaller;
    }

    private static List<String> withoutLines(String text) {
        List<String> lines = List.of(text.split("(?<=\n)", 0));
        List<String> less = new ArrayList<>();
        for (int run = lines.size() / 2; run > 0; run /= 2) {
            for (int at = 0; at + run <= lines.size(); at += run) {
                less.add(
                        String.join("", lines.subList(0, at)) + String.join("", lines.subList(at + run, lines.size())));
            }
        }
        return less;
    }

    private static List<String> hunks(PatchResult result) {
        List<String> hunks = new ArrayList<>();
        for (FileResult file : result.files()) {
            if (file.problem() != null && !file.problem().startsWith("not deleted")) {
                if (!file.hunks().isEmpty()) {
                    hunks.add(file.hunks().size() + " ignored");
                }
                continue;
            }
            for (HunkResult hunk : file.hunks()) {
                hunks.add(
                        hunk.result() == HunkResult.Result.APPLIED
                                ? "#" + hunk.number() + " at " + hunk.line() + " fuzz " + hunk.fuzz() + " offset "
                                        + hunk.offset()
                                : "#" + hunk.number() + " failed at " + hunk.line());
            }
        }
        return hunks;
    }

    private static Map<String, String> files(MemoryTree tree) {
        Map<String, String> files = new TreeMap<>();
        tree.entries().forEach((path, entry) -> {
            String prefix = switch (entry.kind()) {
                case FILE -> "file ";
                case EXECUTABLE -> "executable ";
                default -> "link ";
            };
            if (!entry.kind().isDirectory()) {
                files.put(path, prefix + tree.text(path));
            }
        });
        return files;
    }

    private static void compare(List<String> differences, String what, Object real, Object ours) {
        if (!real.equals(ours)) {
            differences.add(what + ":\n  patch: " + real + "\n  ours:  " + ours);
        }
    }
}
