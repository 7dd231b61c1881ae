package dev.nearstream.report.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.nearstream.delta.Verdict;
import dev.nearstream.report.Behind;
import dev.nearstream.report.Night;
import dev.nearstream.report.Totals;
import dev.nearstream.report.VisibleText;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables as RFC 4180 has them, with a line of names, in UTF-8, lines ended by a newline. Numbers are plain, what is not
 * known is empty. Text that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvTables {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final int LONGEST = 2000;

    private final StringBuilder table = new StringBuilder();
    private final CsvMapper mapper = new CsvMapper();
    private final CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\n");

    private CsvTables() {}

    /** One row a package. */
    static String packages(Night night) {
        CsvTables csv = new CsvTables();
        csv.row(
                "package",
                "state",
                "version",
                "epoch",
                "newest",
                "releases_behind",
                "days_behind",
                "held",
                "deltas",
                "avoidable",
                "blocked",
                "necessary",
                "lag",
                "total",
                "why");
        for (Outcome outcome : night.outcomes()) {
            if (outcome instanceof Outcome.Tracked tracked) {
                csv.tracked(night, tracked);
            } else if (outcome instanceof Outcome.Skipped skipped) {
                csv.other(skipped.packageName(), "skipped", skipped.reason());
            } else if (outcome instanceof Outcome.Failed failed) {
                csv.other(failed.packageName(), "failed", failed.stage() + ": " + failed.message());
            }
        }
        return csv.table.toString();
    }

    private void tracked(Night night, Outcome.Tracked of) {
        boolean scored = of.score() != null;
        boolean known = of.lag().newestVersion() != null;
        row(
                of.packageName(),
                scored ? "assessed" : "not scored",
                of.version(),
                of.epoch(),
                of.lag().newestVersion(),
                known ? of.lag().releases() : null,
                Behind.days(of.lag(), night.run().started()),
                of.lag().stream(),
                of.deltas().size(),
                scored ? points(Totals.points(of, ScoreClass.AVOIDABLE)) : null,
                scored ? points(Totals.points(of, ScoreClass.BLOCKED)) : null,
                scored ? points(Totals.points(of, ScoreClass.NECESSARY)) : null,
                scored ? points(Totals.points(of, ScoreClass.LAG)) : null,
                of.score() == null ? null : points(of.score().total()),
                of.notScored());
    }

    private void other(String name, String state, String why) {
        row(name, state, null, null, null, null, null, null, null, null, null, null, null, null, why);
    }

    /** One row a delta of an assessed package. */
    static String deltas(Night night) {
        CsvTables csv = new CsvTables();
        csv.row(
                "package",
                "kind",
                "delta",
                "file",
                "line",
                "files",
                "added",
                "removed",
                "purpose",
                "declared",
                "carried_since",
                "now",
                "at_newest",
                "avoidable_since",
                "family",
                "decision",
                "why_no_verdict");
        night.deltas().forEach(carried -> {
            AssessedDelta delta = carried.delta();
            csv.row(
                    carried.of().packageName(),
                    delta.kind().label(),
                    delta.id(),
                    delta.where().file(),
                    delta.where().line(),
                    delta.files(),
                    delta.addedLines(),
                    delta.removedLines(),
                    delta.purpose().label(),
                    delta.declaredStatus(),
                    delta.carriedSince(),
                    label(delta.now()),
                    label(delta.atLatest()),
                    delta.avoidableSince(),
                    delta.family(),
                    delta.background().decision(),
                    delta.notAssessed());
        });
        return csv.table.toString();
    }

    private static @Nullable String label(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.label();
    }

    private static String points(double points) {
        return String.format(Locale.ROOT, "%.2f", points);
    }

    private void row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        Arrays.stream(cells)
                .forEach(cell -> row.add(cell == null ? "" : cell instanceof Number ? cell.toString() : text(cell)));
        try {
            table.append(mapper.writer(schema).writeValueAsString(row));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text in memory is always written", e);
        }
    }

    private static String text(Object cell) {
        String shown = VisibleText.of(cell.toString(), LONGEST);
        return FORMULA.matcher(shown).matches() ? "'" + shown : shown;
    }
}
