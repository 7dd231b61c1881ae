package dev.nearstream.pull;

import dev.nearstream.delta.Evidence;
import dev.nearstream.report.BumpReport;
import dev.nearstream.report.render.BumpPage;
import java.util.List;
import java.util.Set;

/** The part of a package whose bump has been planned. */
record PlannedPart(BumpReport report) implements Prepared.Part {

    @Override
    public List<Evidence> evidence(String patch) {
        return report.plan().patches().stream()
                .filter(one -> one.patch().equals(patch))
                .flatMap(one -> one.evidence().stream())
                .toList();
    }

    @Override
    public String of(Set<String> shown) {
        return BumpPage.part(report, shown);
    }
}
