package dev.nearstream.patch;

import org.jspecify.annotations.Nullable;

/**
 * The file that a part is about.
 *
 * <p>GNU patch's rules: a rename or copy needs both names of its {@code diff --git} line; a file that is not a regular
 * one (or not a link, where the modes say that the part is about a link) is refused, and so are a change of the type, a
 * name that leads out of the tree, and git's binary hunks.
 *
 * @param in the name to read
 * @param out the name to write; another one in a rename or copy
 * @param link whether the part is about a symbolic link
 * @param input the file to read, or {@code null} where there is none
 * @param standing what stands under the name to read, which differs from the input where it is about to be deleted
 * @param refusal why nothing is done, or {@code null}
 */
record PartTarget(
        String in,
        String out,
        boolean link,
        WorkingFiles.@Nullable Node input,
        WorkingFiles.@Nullable Node standing,
        @Nullable String refusal) {
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;

    static PartTarget find(FilePatch part, PartNames names, WorkingFiles files, boolean reverse) {
        String in = NameChoice.choose(names, files, reverse);
        WorkingFiles.Node standing = in == null ? null : files.stat(in);
        WorkingFiles.Node input = standing == null || standing.isDeletedLater() ? null : standing;
        boolean flushed = files.beginPart(part.git().present());
        if (moves(part) && (in == null || !isValid(names.name(false)) || !isValid(names.name(true)))) {
            return refused(in == null ? written(part) : in, "cannot rename or copy a file without two valid names");
        }
        String out = moves(part) ? names.name(!reverse) : in;
        if (in == null || out == null) {
            return refused(written(part), "can't find file to patch");
        }
        int type = fileType(part.git());
        if (type == 0) {
            return refused(in, "can't change the file's type");
        }
        if (part.git().present() && (input != null || !in.equals(out))) {
            flushed |= files.markChanged(out);
        }
        if (flushed) {
            standing = files.stat(in);
            input = standing;
        }
        boolean reachable = files.makeDirectories(out);
        if (input != null && !isType(input.entry().kind(), type)) {
            return refused(in, type == LINK ? "not a symbolic link" : "not a regular file");
        }
        if (!reachable) {
            return refused(out, "invalid file name: it leads out of the tree or through a file");
        }
        if (part.format() == FilePatch.Format.GIT_BINARY) {
            return refused(out, "git binary diffs are not supported");
        }
        return new PartTarget(in, out, type == LINK, input, standing, null);
    }

    /** Whether a part renames or copies its file. */
    static boolean moves(FilePatch part) {
        return part.git().rename() || part.git().copy();
    }

    private static PartTarget refused(String path, String refusal) {
        return new PartTarget(path, path, false, null, null, refusal);
    }

    private static boolean isValid(@Nullable String name) {
        return name != null && NameChoice.isSafe(name);
    }

    private static String written(FilePatch part) {
        return part.oldName().or(part::newName).orElse("");
    }

    /** The file type that the modes say, a regular file by default; 0 where it changes. */
    private static int fileType(GitHeaders git) {
        int before = git.oldMode() & TYPE;
        int after = git.newMode() & TYPE;
        if (before != 0 && after != 0 && before != after) {
            return 0;
        }
        return before != 0 ? before : after != 0 ? after : REGULAR;
    }

    private static boolean isType(TreeEntry.Kind kind, int type) {
        return type == LINK ? kind == TreeEntry.Kind.SYMLINK : type == REGULAR && kind.isFile();
    }
}
