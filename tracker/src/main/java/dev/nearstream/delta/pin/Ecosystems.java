package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.DependencyPin.Ecosystem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Chooses the reader of a pin's ecosystem, as the bump does: by what the recipe says, else by the manifests there. */
final class Ecosystems {
    private final Map<Ecosystem, EcosystemReader> readers = new EnumMap<>(Ecosystem.class);

    Ecosystems() {
        readers.put(Ecosystem.GO, new GoReader());
        readers.put(Ecosystem.RUST, new RustReader());
        readers.put(Ecosystem.JAVA, new JavaReader());
        readers.put(Ecosystem.PYTHON, new PythonReader());
        readers.put(Ecosystem.NODE, new NodeReader());
        readers.put(Ecosystem.RUBY, new RubyReader());
    }

    /** How a pin stands in one project; what cannot be read is {@link Standing.State#UNTOLD}, with its place. */
    Standing stand(DependencyPin pin, String root, Project project) {
        try {
            if (pin.ecosystem() != Ecosystem.DETECTED) {
                return of(pin.ecosystem(), pin, root, project);
            }
            List<Ecosystem> there = new ArrayList<>();
            readers.forEach((ecosystem, reader) -> {
                if (reader.isProject(project, root)) {
                    there.add(ecosystem);
                }
            });
            String place = root.isEmpty() ? "." : root;
            return switch (there.size()) {
                case 0 -> Standing.untold("there is no manifest that is read in " + place);
                case 1 ->
                    there.get(0) == Ecosystem.NODE
                            ? Standing.untold("only packages of npm's are built in " + place
                                    + ", and the recipe does not say that " + pin.name() + " is one")
                            : of(there.get(0), pin, root, project);
                default ->
                    there.contains(Ecosystem.GO) && pin.version().startsWith("v")
                            ? of(Ecosystem.GO, pin, root, project)
                            : Standing.untold("whose dependency " + pin.name() + " is, the manifests in " + place
                                    + " do not tell: " + there);
            };
        } catch (ManifestException e) {
            return Standing.untold(String.valueOf(e.getMessage()));
        }
    }

    private Standing of(Ecosystem ecosystem, DependencyPin pin, String root, Project project) {
        EcosystemReader reader = readers.get(ecosystem);
        return reader == null
                ? Standing.untold("manifests of " + ecosystem + " are not read")
                : reader.stand(pin, root, project);
    }
}
