package dev.nearstream.tracker;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.edit.SharedCalls;
import dev.nearstream.delta.pick.PickReport;
import dev.nearstream.delta.pick.SnapshotAssessor;
import dev.nearstream.patch.UnreadableFileException;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.task.Task;
import dev.nearstream.upstream.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the deltas that are no patches against a stand. Thread-safe. */
final class OtherDeltas {
    private final List<Assessor> assessors;

    OtherDeltas(List<Assessor> assessors) {
        this.assessors = List.copyOf(assessors);
    }

    /**
     * What was found of each, by its id; patches are not there.
     *
     * @param picks made on the stand, by checkout
     * @param releases in the order of their versions
     */
    Map<String, Assessment> assess(
            List<Delta> deltas, Stand stand, Map<Checkout, PickReport> picks, List<Tag> releases) {
        Map<Delta, Assessment> found = new LinkedHashMap<>();
        Optional<String> missing = stand.why(".");
        WorkspaceTree workspace = stand.tree(".");
        for (Delta delta : deltas) {
            Task.at("deltas", delta.facts().id());
            if (delta instanceof Delta.CherryPick pick) {
                found.put(delta, pick(pick, picks, stand));
            } else if (delta.facts().kind() == DeltaKind.SNAPSHOT) {
                if (stand.isPackaged()) {
                    found.put(delta, snapshot(stand, releases));
                }
            } else if (!(delta instanceof Delta.PatchFile)) {
                found.put(delta, missing.isPresent() ? Assessment.unknown(missing.get()) : assessed(delta, workspace));
            }
        }
        Map<String, Assessment> byId = new LinkedHashMap<>();
        SharedCalls.settle(found)
                .forEach((delta, assessment) -> byId.put(delta.facts().id(), assessment));
        return byId;
    }

    private Assessment assessed(Delta delta, WorkspaceTree workspace) {
        Optional<Assessor> assessor =
                assessors.stream().filter(one -> one.takes(delta)).findFirst();
        try {
            return assessor.isPresent()
                    ? assessor.get().assess(delta, workspace)
                    : Assessment.unknown("nothing holds it against upstream");
        } catch (UnreadableFileException e) {
            return Assessment.unknown("a file cannot be read: " + e.reason());
        }
    }

    private static Assessment pick(Delta.CherryPick pick, Map<Checkout, PickReport> reports, Stand stand) {
        PickReport report = reports.get(pick.checkout());
        int at = pick.checkout().cherryPicks().indexOf(pick.pick());
        return report == null || at < 0
                ? Assessment.unknown(stand.why(pick.checkout().directory())
                        .orElse("the tree that it is picked onto is not to be had"))
                : report.assessments().get(at);
    }

    private static Assessment snapshot(Stand stand, List<Tag> releases) {
        return stand.mounts().stream()
                .findFirst()
                .map(mount -> new SnapshotAssessor(mount.mirror(), releases).assess(mount.commit()))
                .orElseGet(() -> Assessment.unknown(stand.why(".").orElse("no checkout names a commit")));
    }
}
