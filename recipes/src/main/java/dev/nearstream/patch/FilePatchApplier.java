package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies one file's part.
 *
 * <p>GNU patch's rules: without a file to patch, with a file that is not a regular one (or not a link, where the part is
 * about a link), with git's binary hunks, all hunks are ignored and the patch fails. A part that creates a file fails
 * where there is one with content. A file that is empty in the end is deleted where the part says that it goes; where
 * the part says so and content is left, the patch fails.
 */
final class FilePatchApplier {
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;
    private static final int MAY_EXECUTE = 0111;

    private final PatchOptions options;
    private final boolean reverse;
    private final WorkingFiles files;
    private final FilePatch part;
    private final PartNames names;
    private boolean failed;

    FilePatchApplier(PatchOptions options, boolean reverse, WorkingFiles files, FilePatch part) {
        this.options = options;
        this.reverse = reverse;
        this.files = files;
        this.part = part;
        names = new PartNames(part, options.strip());
    }

    /** Whether {@code patch} would exit with a failure for this part. */
    boolean failed() {
        return failed;
    }

    FileResult apply() {
        String in = NameChoice.choose(names, files, reverse);
        WorkingFiles.Node input = in == null || !files.exists(in) ? null : files.stat(in);
        String out = moves() ? names.name(!reverse) : in;
        String refusal = null;
        if (moves() && (in == null || !isValid(names.name(false)) || !isValid(names.name(true)))) {
            refusal = "cannot rename or copy a file without two valid names";
        } else if (in == null) {
            refusal = "can't find file to patch";
        }
        boolean again = files.beginPart(part.git().present());
        if (refusal != null || in == null || out == null) {
            return refuse(in == null ? writtenName() : in, String.valueOf(refusal));
        }
        int type = fileType();
        if (type == 0) {
            return refuse(in, "can't change the file's type");
        }
        if (part.git().present() && (input != null || !in.equals(out))) {
            again |= files.markChanged(out);
        }
        input = again ? files.stat(in) : input;
        boolean reachable = files.makeDirectories(out);
        if (input != null && !isType(input.entry().kind(), type)) {
            return refuse(in, type == LINK ? "not a symbolic link" : "not a regular file");
        }
        if (!reachable) {
            return refuse(out, "invalid file name: it leads out of the tree or through a file");
        }
        if (part.format() == FilePatch.Format.GIT_BINARY) {
            return refuse(out, "git binary diffs are not supported");
        }
        return patch(in, out, input, type);
    }

    private FileResult patch(String in, String out, WorkingFiles.@Nullable Node input, int type) {
        SourceLines source =
                new SourceLines(input == null ? new byte[0] : input.entry().content());
        HunkApplier applier =
                new HunkApplier(source, options.fuzz(), reverse, names.state(reverse) == FileState.ABSENT);
        List<HunkResult> hunks = new ArrayList<>();
        for (Hunk hunk : part.hunks()) {
            hunks.add(applier.apply(hunk));
        }
        boolean allFailed = hunks.stream().noneMatch(hunk -> hunk.result() == HunkResult.Result.APPLIED);
        failed = hunks.stream().anyMatch(hunk -> hunk.result() == HunkResult.Result.FAILED);
        byte[] content = applier.finish();
        boolean goes = names.state(!reverse) == FileState.ABSENT;
        if (applier.isEmpty() && (goes || type == LINK)) {
            files.deleteLater(out, input, moves());
            return new FileResult(out, hunks, null);
        }
        String problem = null;
        if (!applier.isEmpty() && goes) {
            failed = true;
            problem = "not deleted, as its content differs from the patch";
        }
        boolean rename = part.git().rename();
        if (!allFailed || setsMode() || rename || part.git().copy()) {
            boolean later = part.git().present() && names.state(reverse) != FileState.ABSENT;
            files.write(out, TreeEntry.of(kind(input, type), content), later);
            if (rename) {
                files.deleteLater(in, input, false);
            }
        }
        return new FileResult(out, hunks, problem);
    }

    private FileResult refuse(String path, String problem) {
        failed = true;
        List<HunkResult> hunks = new ArrayList<>();
        for (Hunk hunk : part.hunks()) {
            long line = new HunkSide(hunk, reverse).first();
            hunks.add(new HunkResult(hunks.size() + 1, line, HunkResult.Result.FAILED, 0, 0, hunk.line()));
        }
        return new FileResult(path, hunks, problem);
    }

    private static boolean isValid(@Nullable String name) {
        return name != null && NameChoice.isSafe(name);
    }

    private String writtenName() {
        return part.oldName().or(part::newName).orElse("");
    }

    /** The file type that the modes say, a regular file by default; 0 where it changes. */
    private int fileType() {
        int before = part.git().oldMode() & TYPE;
        int after = part.git().newMode() & TYPE;
        if (before != 0 && after != 0 && before != after) {
            return 0;
        }
        return before != 0 ? before : after != 0 ? after : REGULAR;
    }

    private static boolean isType(TreeEntry.Kind kind, int type) {
        return type == LINK ? kind == TreeEntry.Kind.SYMLINK : type == REGULAR && kind.isFile();
    }

    private boolean moves() {
        return part.git().rename() || part.git().copy();
    }

    private int mode(boolean isNew) {
        return isNew ? part.git().newMode() : part.git().oldMode();
    }

    private boolean setsMode() {
        return mode(!reverse) != 0 && mode(!reverse) != mode(reverse);
    }

    private TreeEntry.Kind kind(WorkingFiles.@Nullable Node input, int type) {
        if (type == LINK) {
            return TreeEntry.Kind.SYMLINK;
        }
        boolean executable = setsMode()
                ? (mode(!reverse) & MAY_EXECUTE) != 0
                : input != null && input.entry().kind() == TreeEntry.Kind.EXECUTABLE;
        return executable ? TreeEntry.Kind.EXECUTABLE : TreeEntry.Kind.FILE;
    }
}
