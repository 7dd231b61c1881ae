package dev.nearstream.patch;

/**
 * How a patch is applied.
 *
 * @param strip how many leading slashes a name loses with all before them ({@code -pN})
 * @param fuzz how many lines of context, at most, may be ignored at either end of a hunk ({@code --fuzz=N})
 */
public record PatchOptions(int strip, int fuzz) {
    /** What melange's {@code patch} pipeline does unless told otherwise: {@code -p1 --fuzz=2}. */
    public static final PatchOptions DEFAULT = new PatchOptions(1, 2);

    public PatchOptions {
        if (strip < 0 || fuzz < 0) {
            throw new IllegalArgumentException("strip " + strip + ", fuzz " + fuzz + ": must not be negative");
        }
    }
}
