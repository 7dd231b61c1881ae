package dev.nearstream.patch;

import dev.nearstream.task.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies one file's part.
 *
 * <p>GNU patch's rules: where the file is refused, all hunks are ignored and the patch fails. A file that is empty in
 * the end is deleted where the part says that it goes; where the part says so and content is left, the patch fails. A
 * file is written where any hunk went in, and where it is renamed, copied or given a mode.
 */
final class FilePatchApplier {
    private static final int MAY_EXECUTE = 0111;

    private final PatchOptions options;
    private final boolean reverse;
    private final WorkingFiles files;
    private final SearchBudget budget;
    private final FilePatch part;
    private final PartNames names;
    private boolean failed;

    FilePatchApplier(PatchOptions options, boolean reverse, WorkingFiles files, SearchBudget budget, FilePatch part) {
        this.options = options;
        this.reverse = reverse;
        this.files = files;
        this.budget = budget;
        this.part = part;
        names = new PartNames(part, options.strip());
    }

    /** Whether {@code patch} would exit with a failure for this part. */
    boolean failed() {
        return failed;
    }

    FileResult apply() {
        PartTarget target = PartTarget.find(part, names, files, reverse);
        if (target.refusal() != null) {
            failed = true;
            return new FileResult(target.in(), ignoredHunks(), target.refusal());
        }
        byte[] before =
                target.input() == null ? new byte[0] : target.input().entry().content();
        budget.read(before.length);
        boolean creates = names.state(reverse) == FileState.ABSENT;
        HunkApplier applier = new HunkApplier(new SourceLines(before), budget, options.fuzz(), reverse, creates);
        List<HunkResult> hunks = new ArrayList<>();
        for (Hunk hunk : part.hunks()) {
            Task.check();
            hunks.add(applier.apply(hunk));
        }
        failed = hunks.stream().anyMatch(hunk -> hunk.result() == HunkResult.Result.FAILED);
        byte[] after = applier.finish();
        boolean goes = names.state(!reverse) == FileState.ABSENT;
        if (applier.isEmpty() && (goes || target.link())) {
            delete(target);
            return new FileResult(target.out(), hunks, null);
        }
        if (hunks.stream().anyMatch(hunk -> hunk.result() == HunkResult.Result.APPLIED)
                || setsMode()
                || PartTarget.moves(part)) {
            write(target, after, part.git().present() && !creates);
        }
        boolean contentLeft = goes && !applier.isEmpty();
        failed |= contentLeft;
        return new FileResult(
                target.out(), hunks, contentLeft ? "not deleted, as its content differs from the patch" : null);
    }

    private void delete(PartTarget target) {
        WorkingFiles.Node node = PartTarget.moves(part) ? files.stat(target.out()) : target.standing();
        if (node == null && PartTarget.moves(part)) {
            throw new PatchAbortedException("cannot delete " + target.out() + ", which is not there");
        }
        files.deleteLater(target.out(), node);
    }

    private void write(PartTarget target, byte[] content, boolean later) {
        files.write(target.out(), TreeEntry.of(kind(target), content), later);
        if (part.git().rename()) {
            files.deleteLater(target.in(), target.standing());
        }
    }

    private List<HunkResult> ignoredHunks() {
        List<HunkResult> hunks = new ArrayList<>();
        for (Hunk hunk : part.hunks()) {
            long line = new HunkSide(hunk, reverse).first();
            hunks.add(new HunkResult(hunks.size() + 1, line, HunkResult.Result.FAILED, 0, 0, hunk.line()));
        }
        return hunks;
    }

    private int mode(boolean isNew) {
        return isNew ? part.git().newMode() : part.git().oldMode();
    }

    private boolean setsMode() {
        return mode(!reverse) != 0 && mode(!reverse) != mode(reverse);
    }

    private TreeEntry.Kind kind(PartTarget target) {
        if (target.link()) {
            return TreeEntry.Kind.SYMLINK;
        }
        boolean executable = setsMode()
                ? (mode(!reverse) & MAY_EXECUTE) != 0
                : target.input() != null && target.input().entry().kind() == TreeEntry.Kind.EXECUTABLE;
        return executable ? TreeEntry.Kind.EXECUTABLE : TreeEntry.Kind.FILE;
    }
}
