package dev.nearstream.report;

import dev.nearstream.delta.Verdict;
import java.util.List;

/**
 * Patches held against one tree.
 *
 * @param repo as given
 * @param rev as given
 * @param commit what it is
 * @param patches in the order given
 */
public record PatchCheck(String repo, String rev, String commit, List<Checked> patches) {

    public PatchCheck {
        patches = List.copyOf(patches);
    }

    /** A patch's file name, as given, and what was found. */
    public record Checked(String patch, Verdict verdict) {}
}
