package dev.nearstream.patch;

/**
 * Why a patch file cannot be read to its end.
 *
 * @param line the line in the patch file, from 1; 0 where the file as a whole is meant
 * @param message what is wrong, in one line
 */
public record PatchProblem(int line, String message) {
    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
