package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Deed;
import dev.nearstream.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why something is worth doing: what speaks for it, in part of a line. */
final class DeedReason {
    private DeedReason() {}

    static String of(Deed deed) {
        return switch (deed.kind()) {
            case DROP -> has(deed, false) + advisories(deed, false);
            case DELETE -> "no step uses " + (deed.files().size() == 1 ? "it" : "them");
            case REFRESH -> breaks(deed.deltas().get(0));
            case BUMP -> bump(deed);
        };
    }

    private static String bump(Deed deed) {
        List<String> parts = new ArrayList<>();
        if (!deed.deltas().isEmpty()) {
            parts.add(has(deed, true) + advisories(deed, true));
        }
        if (deed.packages().size() == 1) {
            Outcome.Tracked of = deed.packages().get(0);
            parts.add(Numbers.count(of.lag().releases(), "release") + " behind");
        }
        long breaking = deed.packages().stream()
                .flatMap(CarriedDelta::of)
                .filter(CarriedDelta::breaksAtLatest)
                .count();
        if (breaking > 0) {
            parts.add(Numbers.count(breaking, "delta") + (breaking == 1 ? " breaks" : " break") + " there");
        }
        return String.join("; ", parts);
    }

    /** Of the first delta; of others there is more on the package's page. */
    private static String has(Deed deed, boolean atLatest) {
        CarriedDelta carried = deed.deltas().get(0);
        Verdict verdict =
                atLatest ? carried.delta().atLatest() : carried.delta().now();
        if (verdict == null || verdict.evidence().isEmpty()) {
            return "nothing is left to do for it";
        }
        Optional<Evidence> commit =
                verdict.evidence().stream().filter(one -> one.commit() != null).findFirst();
        if (commit.isEmpty()) {
            String said = VerdictText.evidence(
                    carried.of().upstream(), verdict.evidence().get(0));
            return carried.delta().kind() == DeltaKind.PATCH ? "upstream has it: " + said : said;
        }
        String release = commit.get().firstRelease() == null
                ? ""
                : " since " + Inline.tag(carried.of().upstream(), commit.get().firstRelease());
        return "upstream has it" + release + ", commit "
                + Inline.commit(carried.of().upstream(), commit.get().commit());
    }

    private static String breaks(CarriedDelta carried) {
        Verdict latest = carried.delta().atLatest();
        return "it breaks at " + Inline.newest(carried.of()) + ", "
                + VerdictText.summary(carried.delta().kind(), latest);
    }

    private static String advisories(Deed deed, boolean atLatest) {
        String text = AdvisoryText.of(deed.deltas(), atLatest);
        return text.isEmpty() ? "" : "; " + text;
    }
}
