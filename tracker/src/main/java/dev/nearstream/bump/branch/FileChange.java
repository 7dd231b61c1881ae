package dev.nearstream.bump.branch;

/** What happens to one file of the recipe repository. */
public sealed interface FileChange {

    /** From the repository's root, with {@code /} between names. */
    String path();

    /**
     * The file's bytes from now on. A file that was there keeps its executable bit; a new one has none.
     *
     * @param bytes nobody changes the array
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the blob's id is
    record Write(String path, byte[] bytes) implements FileChange {}

    /** The file, or the symbolic link itself, is there no more; nor is a directory that was left empty. */
    record Delete(String path) implements FileChange {}
}
