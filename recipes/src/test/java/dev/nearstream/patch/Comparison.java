package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the engine against the real program: one case, and how the two differ. */
record Comparison(MemoryTree tree, byte[] patch, PatchOptions options, boolean reverse) {
    /** The differences, none where both agree. */
    List<String> differences(Path directory) {
        GnuPatch.Run real = GnuPatch.run(directory, tree, patch, options, reverse);
        Patch parsed = PatchParser.parse(patch);
        PatchEngine engine = new PatchEngine(options);
        PatchResult ours = reverse ? engine.applyReversed(parsed, tree) : engine.apply(parsed, tree);
        List<String> differences = new ArrayList<>();
        compare(differences, "outcome", outcome(real), ours.outcome().toString());
        if (ours.outcome() != PatchResult.Outcome.UNREADABLE) {
            compare(differences, "failed hunks", real.failedHunks(), ours.failedHunks());
            compare(differences, "hunks", real.hunks(), hunks(ours));
        }
        if (real.exit() == 0) {
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
        return text + "==== patch\n" + new String(patch, StandardCharsets.ISO_8859_1);
    }

    private static String outcome(GnuPatch.Run real) {
        return switch (real.exit()) {
            case 0 -> "APPLIES";
            case 1 -> "CONFLICTS";
            default ->
                real.output().contains("Hunk") && real.output().contains("misordered") ? "CONFLICTS" : "UNREADABLE";
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
