package dev.nearstream.patch;

/** A file, link or directory of a {@link PatchTree}. */
public interface TreeEntry {
    /** What an entry is. */
    enum Kind {
        /** A regular file. */
        FILE,
        /** A regular file that may be executed. */
        EXECUTABLE,
        /** A symbolic link; its content is its target. */
        SYMLINK,
        /** A directory. */
        DIRECTORY,
        /** A submodule: a directory that stays empty. */
        SUBMODULE;

        /** Whether it is a regular file. */
        public boolean isFile() {
            return this == FILE || this == EXECUTABLE;
        }

        /** Whether it can have entries. */
        public boolean isDirectory() {
            return this == DIRECTORY || this == SUBMODULE;
        }
    }

    /** What the entry is. */
    Kind kind();

    /**
     * The file's bytes or the link's target; asked for only when needed. The caller does not change the array.
     *
     * @throws UnreadableFileException if the content is missing
     */
    byte[] content();

    /** An entry with its content at hand. */
    static TreeEntry of(Kind kind, byte[] content) {
        return new TreeEntry() {
            @Override
            public Kind kind() {
                return kind;
            }

            @Override
            public byte[] content() {
                return content;
            }
        };
    }
}
