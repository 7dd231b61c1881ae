package dev.nearstream.report;

import dev.nearstream.store.Outcome;
import java.util.List;

/**
 * One thing that is worth doing: an edit or a bump, whatever number of deltas it rids us of.
 *
 * @param kind what is to be done
 * @param deltas that it is about, at least one but for a bump that drops nothing and files that no step uses; of a family
 *     those of all its packages
 * @param files that it deletes, where that is it
 * @param packages whose recipes are edited, at least one, sorted by name
 * @param gain points that it saves today
 * @param effort in edits of a line: an estimate for the order alone
 */
public record Deed(
        Kind kind,
        List<CarriedDelta> deltas,
        List<UnusedFile> files,
        List<Outcome.Tracked> packages,
        double gain,
        double effort) {

    /** What is to be done. */
    public enum Kind {
        /** upstream has it at the packaged version: take it out */
        DROP,
        /** no step uses these patch files: delete them */
        DELETE,
        /** take the newest release; the deltas are those that can go with it */
        BUMP,
        /** it breaks at the newest release: make it fit */
        REFRESH
    }

    public Deed {
        deltas = List.copyOf(deltas);
        files = List.copyOf(files);
        packages = List.copyOf(packages);
    }
}
