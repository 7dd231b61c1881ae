package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Declared;
import dev.nearstream.delta.Delta.DependencyBump;
import dev.nearstream.delta.Delta.Facts;
import dev.nearstream.delta.Delta.Size;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The deltas of one recipe while they are being found: it gives them their ids and keeps the recipe's order. */
final class DeltaList {
    private record Entry(int line, Delta delta) {}

    /** Kinds that leave manifests and locks as they are. */
    private static final Set<DeltaKind> HARMLESS =
            Set.of(DeltaKind.TEST_SKIP, DeltaKind.BUILD_FLAG, DeltaKind.SNAPSHOT);

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
        add(line, new Declared(facts(kind, name, where, size, purpose, ""), text));
    }

    /**
     * What a delta of that name tells; the id is taken from then on.
     *
     * @param comment beside it, or empty
     */
    Facts facts(DeltaKind kind, String name, Position where, Size size, Purpose purpose, String comment) {
        String told = PatchComments.told(comment);
        Reason reason = told.isEmpty() ? null : new Reason(HeaderReason.shortened(told), Reason.Source.RECIPE);
        return new Facts(kind, id(kind, name, ""), where, size, purpose, null, reason);
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

    void pin(
            int line,
            DeltaKind kind,
            String name,
            Position where,
            Purpose purpose,
            String text,
            @Nullable DependencyPin pin,
            String comment) {
        Facts facts = facts(kind, name, where, Size.NONE, purpose, comment);
        add(line, pin == null ? new Declared(facts, text) : new DependencyBump(facts, text, pin, PinSurroundings.NONE));
    }

    /** All deltas, each pin with what stands around it. */
    List<Delta> inOrder() {
        PinSurroundings around = surroundings();

        return entries.stream()
                .sorted(Comparator.comparingInt(Entry::line))
                .map(entry -> entry.delta() instanceof DependencyBump bump
                        ? new DependencyBump(bump.facts(), bump.text(), bump.pin(), around)
                        : entry.delta())
                .toList();
    }

    private PinSurroundings surroundings() {
        List<DependencyPin> pins = new ArrayList<>();
        boolean changed = false;
        for (Entry entry : entries) {
            if (entry.delta() instanceof DependencyBump bump) {
                pins.add(bump.pin());
            } else {
                changed |= !HARMLESS.contains(entry.delta().facts().kind());
            }
        }
        return new PinSurroundings(pins, changed);
    }
}
