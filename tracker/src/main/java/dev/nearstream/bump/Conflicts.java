package dev.nearstream.bump;

import dev.nearstream.bump.FileMerge.Fate;
import java.util.ArrayList;
import java.util.List;

/** A conflict told: both sides, as a person needs them. */
final class Conflicts {
    private static final int PLACES = 3;
    private static final int LONGEST = 80;

    private Conflicts() {}

    static String why(PatchRebase rebase) {
        List<String> places = new ArrayList<>();
        rebase.with(Fate.IDLE)
                .forEach(file -> places.add(file.path() + ": the patch changes nothing there at the packaged version"));
        rebase.with(Fate.GONE).forEach(file -> places.add(file.path() + ": upstream has no such file any more"));
        for (FileMerge file : rebase.with(Fate.CONFLICT)) {
            if (file.conflicts().isEmpty()) {
                places.add(file.path() + ": both sides changed it, and it is not text or is there on one side alone");
            }
            file.conflicts()
                    .forEach(conflict -> places.add("%s:%d: the patch has %s, upstream has %s"
                            .formatted(
                                    file.path(), conflict.line(), shown(conflict.ours()), shown(conflict.theirs()))));
        }
        return some(places);
    }

    /** The first few, and how many more there are. */
    static String some(List<String> all) {
        String more = all.size() > PLACES ? "; and %,d more".formatted(all.size() - PLACES) : "";
        return String.join("; ", all.subList(0, Math.min(PLACES, all.size()))) + more;
    }

    private static String shown(String lines) {
        String line = lines.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
        return line.isEmpty()
                ? "nothing"
                : "'" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…") + "'";
    }
}
