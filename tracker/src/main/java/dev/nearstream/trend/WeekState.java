package dev.nearstream.trend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a distribution carries at one moment.
 *
 * @param recipes how many files there are, those that are no recipe included
 * @param packages by name
 * @param read how many recipes had to be read for it
 */
public record WeekState(int recipes, Map<String, CarriedPackage> packages, int read) {
    public WeekState {
        packages = Collections.unmodifiableMap(new LinkedHashMap<>(packages));
    }

    /** A package, and what it carries. */
    public record CarriedPackage(String version, List<CarriedDelta> deltas) {
        public CarriedPackage {
            deltas = List.copyOf(deltas);
        }
    }

    static WeekState of(List<PackageReading> readings, int read) {
        Map<String, CarriedPackage> packages = new LinkedHashMap<>();
        for (PackageReading reading : readings) {
            if (reading.name() != null) {
                packages.putIfAbsent(reading.name(), new CarriedPackage(reading.version(), reading.deltas()));
            }
        }
        return new WeekState(readings.size(), packages, read);
    }
}
