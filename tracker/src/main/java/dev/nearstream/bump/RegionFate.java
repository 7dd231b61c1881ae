package dev.nearstream.bump;

import java.util.List;

/**
 * What becomes of a stretch of a file.
 *
 * @param lines what stands there in the merged file
 * @param undone of a conflict: nothing of it is there: upstream's lines are the base's again, or have none of ours
 * @param step what was done beyond a merge by lines, for a person; empty where nothing was
 */
record RegionFate(Kind kind, List<String> lines, boolean undone, String step) {

    enum Kind {
        /** Our change is made. */
        OPEN,
        /** Upstream has made our change. */
        STANDS,
        /** Upstream has at the same place what takes our change's place. */
        SUPERSEDED,
        /** A person must look; upstream's lines are given. */
        CONFLICT
    }

    RegionFate {
        lines = List.copyOf(lines);
    }

    RegionFate(Kind kind, List<String> lines, String step) {
        this(kind, lines, false, step);
    }

    static RegionFate conflict(Region region) {
        return new RegionFate(
                Kind.CONFLICT, region.theirs(), SameLines.isUndone(region) || !SameLines.remain(region), "");
    }
}
