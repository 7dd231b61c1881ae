package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Declared;
import dev.nearstream.delta.Delta.Facts;
import dev.nearstream.delta.Delta.Size;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The deltas of one recipe while they are being found: it gives them their ids and keeps the recipe's order. */
final class DeltaList {
    private record Entry(int line, Delta delta) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** An id that no delta of the recipe has yet: with {@code @qualifier} where that tells it apart, else with a number. */
    String id(DeltaKind kind, String name, String qualifier) {
        String plain = kind.label() + ":" + name;
        if (ids.add(plain)) {
            return plain;
        }
        String qualified = plain + "@" + qualifier;
        if (!qualifier.isEmpty() && !qualifier.equals(".") && ids.add(qualified)) {
            return qualified;
        }
        int number = 2;
        while (!ids.add(plain + "#" + number)) {
            number++;
        }
        return plain + "#" + number;
    }

    /**
     * Adds a delta.
     *
     * @param line of the recipe, for the order
     */
    void add(int line, Delta delta) {
        entries.add(new Entry(line, delta));
    }

    void declare(int line, DeltaKind kind, String name, Position where, Size size, Purpose purpose, String text) {
        add(line, new Declared(facts(kind, name, where, size, purpose), text));
    }

    /** What a delta of that name tells; the id is taken from then on. */
    Facts facts(DeltaKind kind, String name, Position where, Size size, Purpose purpose) {
        return new Facts(kind, id(kind, name, ""), where, size, purpose, null);
    }

    /** The patches that a step applies, in its order. */
    List<Delta.PatchFile> patchesOf(PipelineStep step) {
        List<Delta.PatchFile> patches = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.delta() instanceof Delta.PatchFile patch
                    && patch.step().step().at().equals(step.at())) {
                patches.add(patch);
            }
        }
        return patches;
    }

    List<Delta> inOrder() {
        return entries.stream()
                .sorted(Comparator.comparingInt(Entry::line))
                .map(Entry::delta)
                .toList();
    }
}
