package dev.nearstream.bump;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.Edit;

/**
 * A stretch in which our change is nothing but versions that are asked for. Where upstream asks, in the same stretch,
 * for versions that have what came with ours, it has overtaken them; where it asks for lower ones, ours are set. A pin
 * for which the stretch has no line of upstream's, and one that we lower on purpose, is nobody's to judge here.
 */
final class PinMerge {
    /** Names that say nothing of what has the version. */
    private static final Set<String> GENERIC = Set.of("version", "Version", "VERSION", "revision", "release");

    private PinMerge() {}

    static Optional<RegionFate> of(Region region) {
        List<PinLine> pins = new ArrayList<>();
        for (Edit edit : region.ourEdits()) {
            for (String line : region.ours().subList(edit.getBeginB(), edit.getEndB())) {
                Optional<PinLine> pin = PinLine.read(line);
                if (pin.isEmpty() || GENERIC.contains(pin.get().name())) {
                    return Optional.empty();
                }
                pins.add(pin.get());
            }
            for (String line : region.base().subList(edit.getBeginA(), edit.getEndA())) {
                Optional<PinLine> pin = PinLine.read(line);
                boolean raised = pin.isPresent()
                        && pins.stream()
                                .anyMatch(ours -> ours.name().equals(pin.get().name())
                                        && pin.get().version().isBelow(ours.version()));
                if (!raised) {
                    return Optional.empty();
                }
            }
        }
        return pins.isEmpty() ? Optional.empty() : merged(region, pins);
    }

    private static Optional<RegionFate> merged(Region region, List<PinLine> pins) {
        List<String> lines = new ArrayList<>(region.theirs());
        List<String> told = new ArrayList<>();
        boolean raised = false;
        for (PinLine ours : pins) {
            int at = only(lines, ours.name());
            if (at < 0) {
                return Optional.empty();
            }
            PinLine theirs = PinLine.read(lines.get(at)).orElseThrow();
            if (theirs.version().has(ours.version())) {
                told.add("%s %s, upstream asks for %s".formatted(ours.name(), ours.text(), theirs.text()));
            } else if (theirs.version().isBelow(ours.version())) {
                String line = lines.get(at);
                lines.set(
                        at,
                        line.substring(0, theirs.start())
                                + ours.text()
                                + line.substring(theirs.start() + theirs.text().length()));
                told.add("%s: the higher version %s instead of %s".formatted(ours.name(), ours.text(), theirs.text()));
                raised = true;
            } else {
                return Optional.empty();
            }
        }
        RegionFate.Kind kind = raised ? RegionFate.Kind.OPEN : RegionFate.Kind.SUPERSEDED;
        return Optional.of(new RegionFate(kind, lines, String.join(", ", told)));
    }

    /** The one line of that name; -1 where there is none, or more. */
    private static int only(List<String> lines, String name) {
        int found = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (PinLine.read(lines.get(i))
                    .filter(pin -> pin.name().equals(name))
                    .isPresent()) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
