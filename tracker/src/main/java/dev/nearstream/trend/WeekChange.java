package dev.nearstream.trend;

import dev.nearstream.trend.WeekState.CarriedPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became otherwise from one week to the next.
 *
 * @param begun deltas that are there now, and were not, or were others
 * @param ended deltas that were there, and are not any more, or are others now
 * @param newPackages by name
 * @param gonePackages by name
 * @param bumped how many packages have another version
 */
public record WeekChange(
        List<Of> begun, List<Of> ended, List<String> newPackages, List<String> gonePackages, int bumped) {

    public WeekChange {
        begun = List.copyOf(begun);
        ended = List.copyOf(ended);
        newPackages = List.copyOf(newPackages);
        gonePackages = List.copyOf(gonePackages);
    }

    /** A package's delta. */
    public record Of(String packageName, CarriedDelta delta) {}

    static WeekChange between(Map<String, CarriedPackage> before, Map<String, CarriedPackage> now) {
        List<Of> begun = new ArrayList<>();
        List<Of> ended = new ArrayList<>();
        List<String> newPackages = new ArrayList<>();
        int bumped = 0;
        for (Map.Entry<String, CarriedPackage> entry : now.entrySet()) {
            String name = entry.getKey();
            CarriedPackage was = before.get(name);
            if (was == null) {
                newPackages.add(name);
            } else if (was.equals(entry.getValue())) {
                continue;
            } else if (!was.version().equals(entry.getValue().version())) {
                bumped++;
            }
            compare(
                    name,
                    was == null ? List.of() : was.deltas(),
                    entry.getValue().deltas(),
                    begun,
                    ended);
        }
        List<String> gonePackages = new ArrayList<>();
        before.forEach((name, was) -> {
            if (!now.containsKey(name)) {
                gonePackages.add(name);
                compare(name, was.deltas(), List.of(), begun, ended);
            }
        });
        return new WeekChange(begun, ended, newPackages, gonePackages, bumped);
    }

    private static void compare(
            String name, List<CarriedDelta> before, List<CarriedDelta> now, List<Of> begun, List<Of> ended) {
        Map<String, CarriedDelta> left = new HashMap<>();
        before.forEach(delta -> left.put(delta.id(), delta));
        for (CarriedDelta delta : now) {
            CarriedDelta was = left.remove(delta.id());
            if (!delta.equals(was)) {
                begun.add(new Of(name, delta));
                if (was != null) {
                    ended.add(new Of(name, was));
                }
            }
        }
        before.stream().filter(delta -> left.containsKey(delta.id())).forEach(delta -> ended.add(new Of(name, delta)));
    }
}
