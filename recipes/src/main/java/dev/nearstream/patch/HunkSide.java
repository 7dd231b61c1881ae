package dev.nearstream.patch;

import java.util.Arrays;

/** A hunk in the direction in which it is applied: what it looks for, and what it puts in its place. */
final class HunkSide {
    private final Hunk hunk;
    private final boolean reverse;
    private final int[] pattern;
    private final int[] replacement;
    private final int prefixContext;
    private final int suffixContext;

    HunkSide(Hunk hunk, boolean reverse) {
        this.hunk = hunk;
        this.reverse = reverse;
        int size = hunk.size();
        int[] looked = new int[size];
        int[] put = new int[size];
        int lookedFor = 0;
        int putIn = 0;
        int prefix = -1;
        int context = 0;
        for (int i = 0; i < size; i++) {
            HunkLine.Kind kind = hunk.kind(i);
            if (kind == HunkLine.Kind.CONTEXT) {
                context++;
            } else {
                prefix = prefix < 0 ? context : prefix;
                context = 0;
            }
            if (kind != added()) {
                looked[lookedFor++] = i;
            }
            if (kind != removed()) {
                put[putIn++] = i;
            }
        }
        pattern = Arrays.copyOf(looked, lookedFor);
        replacement = Arrays.copyOf(put, putIn);
        prefixContext = Math.max(prefix, 0);
        suffixContext = context;
    }

    private HunkLine.Kind added() {
        return reverse ? HunkLine.Kind.REMOVED : HunkLine.Kind.ADDED;
    }

    private HunkLine.Kind removed() {
        return reverse ? HunkLine.Kind.ADDED : HunkLine.Kind.REMOVED;
    }

    Hunk hunk() {
        return hunk;
    }

    /** The first line it is for; an insertion without context goes before the line after the one it names. */
    long first() {
        return (reverse ? hunk.newStart() : hunk.oldStart()) + (pattern.length == 0 ? 1 : 0);
    }

    int patternLines() {
        return pattern.length;
    }

    int replacementLines() {
        return replacement.length;
    }

    int prefixContext() {
        return prefixContext;
    }

    int suffixContext() {
        return suffixContext;
    }

    /** The longer of the context before the first change and after the last. */
    int context() {
        return Math.max(prefixContext, suffixContext);
    }

    boolean isRemoved(int patternLine) {
        return hunk.kind(pattern[patternLine]) != HunkLine.Kind.CONTEXT;
    }

    boolean isAdded(int replacementLine) {
        return hunk.kind(replacement[replacementLine]) != HunkLine.Kind.CONTEXT;
    }

    boolean matches(SourceLines source, long line, int patternLine) {
        return source.matches(line, hunk, pattern[patternLine], reverse);
    }

    void write(int replacementLine, PatchedText out) {
        int index = replacement[replacementLine];
        out.write(hunk.text(), hunk.from(index), hunk.to(index), hunk.hasNewline(index, !reverse));
    }
}
