package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Holds the engine against the real program: one case, and how the two differ. */
record Comparison(MemoryTree tree, String patch, PatchOptions options, boolean reverse) {
    private static final Pattern UNREADABLE =
            Pattern.compile("malformed|garbage|unexpected end|line number|expected at line|mangled|unexpected");

    /** Where a file to delete is missing, the program goes on with a file status that it never filled in. */
    private static final Pattern UNDEFINED = Pattern.compile("which does not exist!|\\(already renamed");

    /** The differences, none where both agree. */
    List<String> differences(Path directory) {
        byte[] bytes = patch.getBytes(StandardCharsets.ISO_8859_1);
        GnuPatch.Run real = GnuPatch.run(directory, tree, bytes, options, reverse);
        Patch parsed = PatchParser.parse(bytes);
        PatchEngine engine = new PatchEngine(options);
        PatchResult ours = reverse ? engine.applyReversed(parsed, tree) : engine.apply(parsed, tree);
        List<String> differences = new ArrayList<>();
        compare(differences, "outcome", outcome(real), ours.outcome().toString());
        if (real.exit() <= 1) {
            // hunks under an invalid file name count as failed here; the program does not count them at all
            if (!real.output().contains("Invalid file name")) {
                compare(differences, "failed hunks", real.failedHunks(), ours.failedHunks());
            }
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

    /** An exit status of 2 is for malformed patches, and for faults while writing: those leave the patch unapplied. */
    private static String outcome(GnuPatch.Run real) {
        return switch (real.exit()) {
            case 0 -> "APPLIES";
            case 1 -> "CONFLICTS";
            default -> UNREADABLE.matcher(real.output()).find() ? "UNREADABLE" : "CONFLICTS";
        };
    }

    private static List<String> hunks(PatchResult result) {
        List<String> hunks = new ArrayList<>();
        for (FileResult file : result.files()) {
            for (HunkResult hunk : file.hunks()) {
                if (hunk.result() == HunkResult.Result.APPLIED && hunk.how() != Fit.EXACT) {
                    hunks.add("#" + hunk.number() + " at " + hunk.line() + " fuzz " + hunk.fuzz() + " offset "
                            + hunk.offset());
                }
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
