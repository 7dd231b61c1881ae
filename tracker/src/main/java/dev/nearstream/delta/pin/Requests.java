package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.List;

/** Decides by lock files, each of which lists all that is built. */
final class Requests {
    private Requests() {}

    /**
     * How a pin stands to locks.
     *
     * @param locks at least one
     */
    static Standing of(VersionScheme scheme, DependencyPin pin, String name, List<Lock> locks) {
        if (pin.selected() != null) {
            return Standing.untold("the pin is for " + pin.name() + " " + pin.selected() + " alone");
        }
        List<Request> all =
                locks.stream().flatMap(lock -> lock.requests(name).stream()).toList();
        if (!all.isEmpty()) {
            return new Comparison(scheme, pin).of(all);
        }
        if (!scheme.isVersion(pin.version())) {
            return Standing.untold(
                    "the pin " + pin.version() + " is no version that compares with those of a lock file");
        }
        List<String> files = locks.stream().map(Lock::file).toList();
        String none = String.join(" and ", files) + (files.size() == 1 ? " has no " : " have no ") + pin.name();
        return pin.form() == Form.ADD ? Standing.below(none + ": the pin adds it") : Standing.absent(none);
    }
}
