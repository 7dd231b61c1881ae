package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.pin.version.Relation;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;

/** Holds a pin against all that one project asks for; the strictest of them decides. */
final class Comparison {
    private final VersionScheme scheme;
    private final DependencyPin pin;

    Comparison(VersionScheme scheme, DependencyPin pin) {
        this.scheme = scheme;
        this.pin = pin;
    }

    /**
     * How the pin stands to them.
     *
     * @param requests every one there is, in a project that is read completely; at least one
     */
    Standing of(List<Request> requests) {
        Standing worst = null;
        List<String> places = new ArrayList<>();
        for (Request request : requests) {
            String version = request.version();
            if (version == null) {
                worst = worst == null ? Standing.untold(request.place() + " " + request.obstacle()) : worst;
                continue;
            }
            Relation relation = scheme.relate(version, pin.version());
            if (relation.isBelow()) {
                return Standing.below(asks(request, version) + ", below the pin " + pin.version());
            }
            if (!relation.reaches() && worst == null) {
                worst = Standing.untold(doubt(request, version, relation));
            }
            places.add(asks(request, version));
        }
        return worst != null ? worst : new Standing(Standing.State.REACHED, reached(places), places);
    }

    private String doubt(Request request, String version, Relation relation) {
        if (relation == Relation.UNTOLD) {
            String what = scheme.isVersion(pin.version()) ? version : pin.version();
            return asks(request, version) + ", the pin is " + pin.version() + ": " + what + " cannot be compared";
        }
        return asks(request, version) + ", past the pin " + pin.version() + " but on another maintenance line ("
                + scheme.line(version) + ", not " + scheme.line(pin.version()) + ")";
    }

    private String reached(List<String> places) {
        String more = places.size() == 1
                ? ""
                : places.size() == 2 ? " (and one more place)" : " (and " + (places.size() - 1) + " more places)";
        return places.get(0) + more + ", the pin is " + pin.version();
    }

    private String asks(Request request, String version) {
        return request.place() + " asks for " + pin.name() + " " + version;
    }
}
