package dev.nearstream.delta;

import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.PatchedTree;
import dev.nearstream.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds a series of patches against a tree. Nothing is assessed twice: verdicts are kept in the cache. Thread-safe. */
public final class PatchAssessor {
    private final VerdictCache cache;

    public PatchAssessor(VerdictCache cache) {
        this.cache = cache;
    }

    /**
     * The verdicts in the series' order, each on the tree that those before it leave; one that does not apply leaves the
     * tree as it was. Where all are remembered the tree is not touched.
     *
     * @param treeId equal ids mean equal trees
     */
    public List<Verdict> assess(List<SeriesPatch> series, PatchTree tree, String treeId) {
        List<String> keys = SeriesKeys.of(series, treeId);
        List<Verdict> known = known(keys);
        if (known.size() == series.size()) {
            return known;
        }
        List<Verdict> verdicts = new ArrayList<>();
        PatchedTree current = new PatchedTree(tree);
        boolean objectsMissing = false;
        for (int i = 0; i < series.size(); i++) {
            SeriesPatch of = series.get(i);
            Patch patch = PatchParser.parse(of.bytes());
            PatchEngine engine = new PatchEngine(new PatchOptions(of.strip(), of.fuzz()));
            PatchResult result = engine.check(patch, current);
            Verdict verdict = doubted(new VerdictReader(patch, current, engine).read(result), patch, of, current);
            // What could not be read today may be there tomorrow, and what follows stands on it.
            objectsMissing |= result.outcome() == PatchResult.Outcome.UNREADABLE && patch.problem() == null;
            if (!objectsMissing) {
                put(keys.get(i), verdict);
            }
            verdicts.add(verdict);
            current = current.with(result.changes());
        }
        return verdicts;
    }

    /** With what speaks against it where all of it is said to be there: the verdict is GNU patch's, fuzz and all. */
    private static Verdict doubted(Verdict verdict, Patch patch, SeriesPatch of, PatchTree tree) {
        Optional<Evidence> doubt =
                verdict instanceof Verdict.Upstream ? ReverseProof.doubt(patch, of.strip(), tree) : Optional.empty();
        if (doubt.isEmpty()) {
            return verdict;
        }
        List<Evidence> evidence = new ArrayList<>(verdict.evidence());
        evidence.add(doubt.get());
        return new Verdict.Upstream(verdict.files(), evidence);
    }

    /**
     * Verdicts that rest on more than one tree.
     *
     * @param lasting whether they would be the same another time
     */
    public record Told(List<Verdict> verdicts, boolean lasting) {
        public Told {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * The verdicts that are remembered of a series between two trees, or are made now; those that last are remembered.
     *
     * @param between equal texts mean equal trees
     */
    public List<Verdict> remembered(List<SeriesPatch> series, String between, Supplier<Told> made) {
        List<String> keys = SeriesKeys.of(series, between);
        List<Verdict> known = known(keys);
        if (known.size() == series.size()) {
            return known;
        }
        Told told = made.get();
        for (int i = 0; i < keys.size() && told.lasting(); i++) {
            put(keys.get(i), told.verdicts().get(i));
        }
        return told.verdicts();
    }

    private void put(String key, Verdict verdict) {
        Task.check(); // what a cancelled task finds may come of the cancelling
        cache.put(key, verdict);
    }

    private List<Verdict> known(List<String> keys) {
        List<Verdict> known = new ArrayList<>();
        for (String key : keys) {
            Optional<Verdict> verdict = cache.find(key);
            if (verdict.isEmpty()) {
                break;
            }
            known.add(verdict.get());
        }
        return known;
    }
}
