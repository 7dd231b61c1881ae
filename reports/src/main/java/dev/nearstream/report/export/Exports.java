package dev.nearstream.report.export;

import dev.nearstream.report.NightReport;
import java.util.Map;
import java.util.TreeMap;

/** The files of a night that are for programs, by name. The same report gives the same bytes. */
public final class Exports {
    private Exports() {}

    /** Each whole, in UTF-8, ended by a newline. */
    public static Map<String, String> of(NightReport report) {
        Map<String, String> files = new TreeMap<>();
        files.put("packages.csv", CsvTables.packages(report.night()));
        files.put("deltas.csv", CsvTables.deltas(report.night()));
        files.put("night.json", NightJson.of(report));
        files.put("nearstream.sarif", SarifLog.of(report));
        files.put("findings.atom", AtomFeed.of(report));
        return files;
    }
}
