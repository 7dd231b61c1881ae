package dev.nearstream.report.render;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Deed;
import dev.nearstream.report.NightReport;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is worth doing first, one line a deed. */
final class DeedSection {
    private static final int MOST = 12;
    private static final int NAMES = 4;
    private static final Pattern ADVISORY =
            Pattern.compile("CVE-\\d{4}-\\d{4,}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|GO-\\d{4}-\\d{4,}");

    private DeedSection() {}

    static void write(Page page, PageLinks links, NightReport report) {
        List<Deed> deeds = report.deeds();
        page.heading(2, "Worth doing first");
        if (deeds.isEmpty()) {
            page.paragraph("Nothing: upstream has none of what is carried, and no release waits.");
            return;
        }
        Table table = Table.of("#No", "Do", "Why", "#Points");
        int number = 0;
        for (Deed deed : deeds.stream().limit(MOST).toList()) {
            table.row(String.valueOf(++number), what(links, deed), why(deed), Numbers.points(deed.gain()));
        }
        page.table(table);
        if (deeds.size() > MOST) {
            page.paragraph(
                    "By points saved against effort; %s more below.".formatted(Numbers.count(deeds.size() - MOST)));
        }
    }

    private static String what(PageLinks links, Deed deed) {
        String packages = Listing.line(deed.packages(), NAMES, ", ", one -> links.packagePage(one.packageName()));
        return switch (deed.kind()) {
            case DROP -> "Drop " + deltas(links, deed.deltas()) + " in " + packages;
            case REFRESH -> "Refresh " + deltas(links, deed.deltas()) + " in " + packages;
            case BUMP ->
                "Bump " + packages + (deed.deltas().isEmpty() ? "" : ", and drop " + deltas(links, deed.deltas()));
        };
    }

    /** Copies of one patch are named once. */
    private static String deltas(PageLinks links, List<CarriedDelta> deltas) {
        List<CarriedDelta> distinct = deltas.stream()
                .collect(Collectors.toMap(
                        carried -> carried.delta().id(), carried -> carried, (one, copy) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return Listing.line(distinct, NAMES, ", ", links::delta);
    }

    private static String why(Deed deed) {
        return switch (deed.kind()) {
            case DROP -> has(deed.deltas().get(0), deed.deltas().get(0).delta().now()) + advisories(deed, false);
            case REFRESH -> breaks(deed.deltas().get(0));
            case BUMP -> bump(deed);
        };
    }

    private static String bump(Deed deed) {
        String going = deed.deltas().size() != 1
                ? advisories(deed, true)
                : "; " + has(deed.deltas().get(0), deed.deltas().get(0).delta().atLatest()) + advisories(deed, true);
        Outcome.Tracked of = deed.packages().get(0);
        return Code.of(of.version()) + " → " + Inline.newest(of) + ", "
                + Numbers.count(of.lag().releases(), "release") + " behind" + breaking(of) + going;
    }

    private static String breaking(Outcome.Tracked of) {
        long breaking = CarriedDelta.of(of).filter(CarriedDelta::breaksAtLatest).count();
        return breaking == 0
                ? ""
                : "; " + Numbers.count(breaking, "delta") + (breaking == 1 ? " breaks" : " break") + " there";
    }

    private static String has(CarriedDelta carried, @Nullable Verdict verdict) {
        if (verdict == null || verdict.evidence().isEmpty()) {
            return "nothing is left to do for it";
        }
        Optional<Evidence> commit =
                verdict.evidence().stream().filter(one -> one.commit() != null).findFirst();
        if (commit.isEmpty()) {
            return VerdictText.evidence(
                    carried.of().upstream(), verdict.evidence().get(0));
        }
        String release = commit.get().firstRelease() == null
                ? ""
                : " since " + Inline.tag(carried.of().upstream(), commit.get().firstRelease());
        return "upstream has it" + release + ", commit "
                + Inline.commit(carried.of().upstream(), commit.get().commit());
    }

    private static String breaks(CarriedDelta carried) {
        Verdict latest = carried.delta().atLatest();
        return "it breaks at " + Inline.newest(carried.of()) + ": "
                + VerdictText.summary(carried.delta().kind(), latest);
    }

    /** Of what was carried for the sake of security, with the release that fixes it. */
    private static String advisories(Deed deed, boolean atLatest) {
        Map<String, String> fixed = new TreeMap<>();
        for (CarriedDelta carried : deed.deltas()) {
            AssessedDelta delta = carried.delta();
            String reason = delta.background().reason();
            Matcher matcher = ADVISORY.matcher(delta.id() + " " + (reason == null ? "" : reason));
            while (matcher.find()) {
                fixed.putIfAbsent(matcher.group(), release(carried, atLatest));
            }
        }
        return fixed.entrySet().stream()
                .map(entry -> "; " + Code.of(entry.getKey()) + " fixed in " + entry.getValue())
                .collect(Collectors.joining());
    }

    private static String release(CarriedDelta carried, boolean atLatest) {
        Verdict verdict =
                atLatest ? carried.delta().atLatest() : carried.delta().now();
        Optional<String> first = verdict == null
                ? Optional.empty()
                : verdict.evidence().stream()
                        .map(Evidence::firstRelease)
                        .filter(Objects::nonNull)
                        .findFirst();
        return first.map(tag -> Inline.tag(carried.of().upstream(), tag))
                .orElseGet(() -> atLatest
                        ? Inline.newest(carried.of()) + " or before"
                        : Code.of(carried.of().version()) + " or before");
    }
}
