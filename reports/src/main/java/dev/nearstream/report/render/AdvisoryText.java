package dev.nearstream.report.render;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.FixedAdvisories;
import java.util.ArrayList;
import java.util.List;

/** The advisories of dropped deltas, with the release that fixes each. */
final class AdvisoryText {
    private static final int MOST = 5;

    private AdvisoryText() {}

    /**
     * Part of a line; empty where none of the deltas is carried for security.
     *
     * @param deltas of one family, or of one package; at least one
     * @param atLatest whether they go with the bump
     */
    static String of(List<CarriedDelta> deltas, boolean atLatest) {
        FixedAdvisories advisories = FixedAdvisories.of(deltas, atLatest);
        CarriedDelta first = deltas.get(0);
        String upstream = first.of().upstream();
        String latest =
                atLatest ? Inline.newest(first.of()) : Code.of(first.of().version());
        List<String> parts = new ArrayList<>();
        advisories
                .fixed()
                .forEach((id, release) -> parts.add(Inline.web(Code.of(id), FixedAdvisories.page(id)) + " "
                        + release.map(tag -> "fixed in " + Inline.tag(upstream, tag))
                                .orElseGet(() ->
                                        "fixed in " + latest + " or before: the first release with it is not known")));
        if (advisories.unnamed() > 0) {
            parts.add(Numbers.count(advisories.unnamed(), "security fix") + " without a known advisory");
        }
        return Listing.line(parts, MOST, "; ", part -> part);
    }
}
