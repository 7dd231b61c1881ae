package dev.nearstream.report;

import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.trend.CarriedPast;
import java.util.Map;

/**
 * What packages' pages show beside two nights.
 *
 * @param scores of earlier runs
 * @param texts of patches, under the SHA-256 of their bytes
 * @param curves of their points
 */
public record PackageBackground(EarlierScores scores, Map<String, String> texts, ScoreCurves curves) {
    /** Nothing is known. */
    public static final PackageBackground NONE = new PackageBackground(EarlierScores.NONE, Map.of(), ScoreCurves.NONE);

    public PackageBackground {
        texts = Map.copyOf(texts);
    }

    /** What the store has. */
    public static PackageBackground read(Store store, Run run, CarriedPast past) {
        return new PackageBackground(
                EarlierScores.read(store, run), store.texts().ofRun(run.id()), ScoreCurves.read(store, run, past));
    }
}
