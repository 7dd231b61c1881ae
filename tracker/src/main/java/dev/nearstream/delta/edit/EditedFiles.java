package dev.nearstream.delta.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sed command does to each of its files.
 *
 * @param changed lines by path, where any are
 * @param unchanged files that it leaves as they are, and no doubt about it
 * @param missing files that upstream does not have, and that nothing before the command may have made
 * @param doubt why a file that upstream lacks, or that stays as it is, may be another in the build; null where none is
 */
record EditedFiles(
        Map<String, Integer> changed,
        List<String> unchanged,
        List<String> missing,
        @Nullable String doubt) {
    private static final int MAX_FILES = 500;

    static EditedFiles of(SedProgram sed, List<String> arguments, List<String> paths, BuildTree tree) {
        Map<String, Integer> changed = new LinkedHashMap<>();
        List<String> unchanged = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        String doubt = paths.size() > MAX_FILES ? "it edits more than " + MAX_FILES + " files" : null;
        for (String path : doubt == null ? paths : List.<String>of()) {
            Sight sight = tree.look(path);
            String unsure = null;
            boolean failed = false;
            if (sight.entry() == null) {
                if (sight.doubt() == null) {
                    missing.add(path);
                } else {
                    unsure = "%s is not upstream's: it may come from %s".formatted(path, sight.doubt());
                }
            } else if (!sight.entry().kind().isFile()) {
                unsure = path + " is no plain file";
            } else {
                FileEdit edit = FileEdit.of(sed, arguments, sight.entry().content());
                if (edit.problem() != null) {
                    unsure = path + ": " + edit.problem();
                    failed = true;
                } else if (edit.lines() > 0) {
                    changed.put(path, edit.lines());
                } else if (sight.doubt() == null) {
                    unchanged.add(path);
                } else {
                    unsure = "it changes nothing in upstream's %s, which %s may have changed before it"
                            .formatted(path, sight.doubt());
                }
            }
            doubt = doubt == null ? unsure : doubt;
            if (failed) {
                break; // what takes too long on one file takes too long on all
            }
        }
        return new EditedFiles(changed, unchanged, missing, doubt);
    }

    /** {@code changes 2 lines of a.c and 1 line of b.c}. */
    String changes() {
        return "changes "
                + Words.list(changed.entrySet().stream()
                        .map(one -> Words.lines(one.getValue()) + " of " + one.getKey())
                        .toList());
    }
}
