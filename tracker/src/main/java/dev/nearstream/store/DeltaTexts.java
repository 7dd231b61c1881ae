package dev.nearstream.store;

import java.util.Map;
import java.util.Set;

/** Patches' texts under the SHA-256 of their bytes, each once. Safe for several threads. */
public interface DeltaTexts {

    /** The hashes of all that are there. */
    Set<String> known();

    /** Stores texts by their hashes; none of them may be there yet. Under the writer's lock. */
    void put(Map<String, String> texts);

    /** Those of the patches that were assessed in a run, by their hashes: one reading. */
    Map<String, String> ofRun(String run);
}
