package dev.nearstream.patch;

import java.util.Random;
import java.util.function.LongFunction;

/** The families of random cases, each a function of a seed. */
enum RandomCases implements LongFunction<Comparison> {
    /** Hunks of a few different lines, on a file that drifted. */
    HUNKS,
    /** New, deleted, renamed, copied and special files, mostly in git's format. */
    FILES,
    /** Several files that drifted far, odd lines, names and formats. */
    DRIFT,
    /** Any of the others with its text damaged. */
    NOISE;

    @Override
    public Comparison apply(long seed) {
        return switch (this) {
            case HUNKS -> new RandomCase(seed).next();
            case FILES -> new RandomGitCase(seed).next();
            case DRIFT -> new RandomDriftCase(seed).next();
            case NOISE -> new PatchNoise(seed).disturb(values()[new Random(seed).nextInt(3)].apply(seed));
        };
    }
}
