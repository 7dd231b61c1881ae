package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.delta.pin.version.Relation;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Go modules. Go builds, of each module, the highest version that anything requires (minimal version selection), and a
 * module path stands for one major version: where {@code go.mod} asks for the pinned version or a later one of the same
 * major version, the pin changes nothing. A {@code replace} takes the requirement's place; that of a workspace
 * ({@code go.work}, and the modules it uses) counts too,
 * as do their requirements: the bump sets a pin in all of them.
 */
final class GoReader implements EcosystemReader {
    private static final int MAX_MODULES = 500;

    @Override
    public boolean isProject(Project project, String root) {
        return project.isFile(Project.join(root, "go.mod"));
    }

    @Override
    public Standing stand(DependencyPin pin, String root, Project project) {
        String file = Project.join(root, "go.mod");
        Optional<GoMod> read = project.read(GoMod.class, file, GoMod::parse);
        if (read.isEmpty()) {
            return Standing.untold("there is no " + file);
        }
        GoMod mod = read.get();
        if (mod.module().equals(pin.name())) {
            return Standing.untold(file + " is the module " + pin.name() + " itself");
        }
        if (pin.replacement() != null) {
            return Standing.untold(
                    pin.name() + " is replaced by " + pin.replacement() + ", which no number of upstream's overtakes");
        }
        List<GoMod> others = workspace(root, project);
        List<GoMod> modules = new ArrayList<>(List.of(mod));
        modules.addAll(others);
        List<Request> requests = requests(pin, modules);
        boolean named = !mod.required(pin.name()).isEmpty() || mod.isReplaced(pin.name());
        if (requests.isEmpty() || !named) {
            Standing missing = missing(pin, root, file, project);
            Standing elsewhere = requests.isEmpty() ? missing : new Comparison(VersionScheme.GO, pin).of(requests);
            return elsewhere.state() == Standing.State.REACHED ? missing : elsewhere;
        }
        requests.addAll(vendored(pin, root, project));
        Standing standing = new Comparison(VersionScheme.GO, pin).of(requests);
        return pin.form() == Form.REPLACE ? notHeldBack(pin, modules, standing) : standing;
    }

    /**
     * What the modules ask for. A replace for all versions takes the place of the requirements of its own file alone: a
     * module of a workspace may be built without it.
     */
    private static List<Request> requests(DependencyPin pin, List<GoMod> modules) {
        List<Request> requests = new ArrayList<>();
        for (GoMod module : modules) {
            module.replaced(pin.name()).forEach(replace -> requests.add(request(pin, replace)));
        }
        for (GoMod module : modules) {
            if (!module.isReplaced(pin.name())) {
                module.required(pin.name()).forEach(require -> requests.add(request(pin, modules, require)));
            }
        }
        return requests;
    }

    /** A replace to a version below the required one may hold the module there on purpose. */
    private static Standing notHeldBack(DependencyPin pin, List<GoMod> modules, Standing standing) {
        boolean replaced = modules.stream().anyMatch(module -> module.isReplaced(pin.name()));
        return replaced
                ? standing
                : modules.stream()
                        .flatMap(module -> module.required(pin.name()).stream())
                        .filter(require -> VersionScheme.GO.relate(require.version(), pin.version()) == Relation.ABOVE)
                        .findFirst()
                        .map(require ->
                                Standing.untold(require.file() + ":" + require.line() + " asks for " + pin.name()
                                        + " " + require.version() + ", and the pin replaces it with " + pin.version()
                                        + ": it may hold it back on purpose"))
                        .orElse(standing);
    }

    private static Request request(DependencyPin pin, GoMod.Replacement replace) {
        return replace.path().equals(pin.name()) && replace.version() != null
                ? Request.of(replace.file(), replace.line(), replace.version())
                : Request.opaque(replace.file(), replace.line(), "replaces " + pin.name() + " with " + replace.path());
    }

    private static Request request(DependencyPin pin, List<GoMod> modules, GoMod.Requirement require) {
        String excluded = pin.name() + "@" + require.version();
        return modules.stream().anyMatch(module -> module.excludes().contains(excluded))
                ? Request.opaque(
                        require.file(),
                        require.line(),
                        "asks for " + pin.name() + " " + require.version() + ", which is excluded")
                : Request.of(require.file(), require.line(), require.version());
    }

    /** What the vendored copies are of, of the module and of the workspace: Go builds with them where they are. */
    private static List<Request> vendored(DependencyPin pin, String root, Project project) {
        List<String> directories = new ArrayList<>(List.of(root));
        workspaceOf(root, project).filter(work -> !work.equals(root)).ifPresent(directories::add);
        return directories.stream()
                .map(directory -> Project.join(directory, "vendor/modules.txt"))
                .map(file -> project.read(GoVendor.class, file, GoVendor::parse))
                .flatMap(Optional::stream)
                .flatMap(vendor -> vendor.requests(pin.name()).stream())
                .toList();
    }

    private static Standing missing(DependencyPin pin, String root, String file, Project project) {
        String sums = Project.join(root, "go.sum");
        Optional<GoSum> sum = project.read(GoSum.class, sums, GoSum::parse);
        if (sum.isEmpty()) {
            return Standing.untold(file + " does not ask for " + pin.name() + ", and there is no " + sums);
        }
        Integer line = sum.get().lines().get(pin.name());
        if (line != null) {
            return Standing.untold(
                    sums + ":" + line + " knows " + pin.name() + ", which " + file + " does not ask for");
        }
        if (!VersionScheme.GO.isVersion(pin.version())) {
            return Standing.untold(file + " does not ask for " + pin.name() + ", and " + pin.version()
                    + " is no version of a Go module");
        }
        return pin.form() == Form.ADD
                ? Standing.below(file + " does not ask for " + pin.name() + ": the pin adds it")
                : Standing.absent("neither " + file + " nor " + sums + " names " + pin.name()
                        + ": the pin adds a dependency that nothing asks for");
    }

    /** The workspace that a module belongs to, and the other modules in it. */
    private static List<GoMod> workspace(String root, Project project) {
        Optional<String> directory = workspaceOf(root, project);
        if (directory.isEmpty()) {
            return List.of();
        }
        String file = Project.join(directory.get(), "go.work");
        GoMod work = project.read(GoMod.class, file, GoMod::parse).orElseThrow();
        if (work.uses().size() > MAX_MODULES) {
            throw new ManifestException(file, 1, 1, "more than " + MAX_MODULES + " modules");
        }
        List<GoMod> modules = new ArrayList<>(List.of(work));
        for (String use : work.uses()) {
            String place = Paths.resolve(directory.get(), use).orElse(use);
            if (!place.equals(root)) {
                modules.add(project.read(GoMod.class, Project.join(place, "go.mod"), GoMod::parse)
                        .orElseThrow(() -> new ManifestException(file, 1, 1, "its module " + use + " is not there")));
            }
        }
        return modules;
    }

    private static Optional<String> workspaceOf(String root, Project project) {
        for (String directory : Paths.upwards(root)) {
            if (project.isFile(Project.join(directory, "go.work"))) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }
}
