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
        List<Asked> reached = new ArrayList<>();
        List<Asked> below = new ArrayList<>();
        for (Request request : requests) {
            String version = request.version();
            if (version == null) {
                worst = worst == null ? Standing.untold(request.place() + " " + request.obstacle()) : worst;
                continue;
            }
            Relation relation = scheme.relate(version, pin.version());
            if (!relation.isBelow() && !relation.reaches() && worst == null) {
                worst = Standing.untold(doubt(request, version, relation));
            }
            (relation.isBelow() ? below : reached).add(new Asked(request.place(), version));
        }
        if (!below.isEmpty()) {
            return new Standing(Standing.State.BELOW, below(pin, below), below);
        }
        return worst != null ? worst : new Standing(Standing.State.REACHED, reached(pin, reached), reached);
    }

    static String below(DependencyPin pin, List<Asked> asked) {
        return Asked.all(pin.name(), asked) + ", below the pin " + pin.version();
    }

    static String reached(DependencyPin pin, List<Asked> asked) {
        return Asked.all(pin.name(), asked) + ", the pin is " + pin.version();
    }

    private String doubt(Request request, String version, Relation relation) {
        if (relation == Relation.UNTOLD) {
            String what = scheme.isVersion(pin.version()) ? version : pin.version();
            return asks(request, version) + ", the pin is " + pin.version() + ": " + what + " cannot be compared";
        }
        return asks(request, version) + ", past the pin " + pin.version() + " but on another maintenance line ("
                + scheme.line(version) + ", not " + scheme.line(pin.version()) + ")";
    }

    private String asks(Request request, String version) {
        return request.place() + " asks for " + pin.name() + " " + version;
    }
}
