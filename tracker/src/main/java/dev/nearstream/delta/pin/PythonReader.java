package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Python, by {@code uv.lock}, {@code poetry.lock} and {@code pdm.lock}; where there is none, by what
 * {@code pyproject.toml}, {@code setup.cfg} and {@code requirements*.txt} ask for, of which a range tells only where its
 * lower bound has reached the pin.
 */
final class PythonReader implements EcosystemReader {
    private static final VersionScheme SCHEME = VersionScheme.PEP440;
    private static final List<String> LOCKS = List.of("uv.lock", "poetry.lock", "pdm.lock");
    private static final List<String> PROJECTS = List.of("pyproject.toml", "setup.cfg", "setup.py", "requirements.txt");
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");
    private static final Pattern LIST = Pattern.compile("(requirements.*|.*requirements|constraints.*)\\.txt");

    @Override
    public boolean isProject(Project project, String root) {
        return PROJECTS.stream().anyMatch(name -> project.isFile(Project.join(root, name)));
    }

    @Override
    public Standing stand(DependencyPin pin, String root, Project project) {
        String name = normal(pin.name());
        if (root.endsWith(".txt")) {
            return vendored(pin, name, root, project);
        }
        List<Lock> locks = LOCKS.stream()
                .map(lock -> project.read(Lock.class, Project.join(root, lock), PythonReader::lock))
                .flatMap(Optional::stream)
                .toList();
        if (!locks.isEmpty()) {
            return Requests.of(SCHEME, pin, name, locks);
        }
        List<Requirement> asked = new ArrayList<>();
        for (String child : project.children(root)) {
            requirements(child, Project.join(root, child), project).forEach(asked::add);
        }
        List<Requirement> all =
                asked.stream().filter(one -> one.name().equals(name)).toList();
        if (all.isEmpty()) {
            return Standing.untold("no manifest in " + (root.isEmpty() ? "." : root) + " asks for " + pin.name()
                    + ", and no lock file lists what others ask for");
        }
        return new Comparison(SCHEME, pin)
                .of(all.stream().map(one -> one.request(pin)).toList());
    }

    private static List<Requirement> requirements(String child, String file, Project project) {
        if (LIST.matcher(child).matches()) {
            return project.read(Requirement.File.class, file, Requirement::list)
                    .orElseThrow()
                    .all();
        }
        return switch (child) {
            case "pyproject.toml" ->
                project.read(Requirement.File.class, file, PyProject::parse)
                        .orElseThrow()
                        .all();
            case "setup.cfg" ->
                project.read(Requirement.File.class, file, SetupCfg::parse)
                        .orElseThrow()
                        .all();
            default -> List.of();
        };
    }

    /** A vendored tree's own list: every line is one package, and nothing else is there. */
    private static Standing vendored(DependencyPin pin, String name, String file, Project project) {
        Optional<Requirement.File> list = project.read(Requirement.File.class, file, Requirement::list);
        if (list.isEmpty()) {
            return Standing.untold("there is no " + file);
        }
        List<Request> all = list.get().all().stream()
                .filter(one -> one.name().equals(name))
                .map(one -> one.request(pin))
                .toList();
        return all.isEmpty() || pin.form() == Form.ADD
                ? Standing.untold(file + " does not name " + pin.name())
                : new Comparison(SCHEME, pin).of(all);
    }

    private static Lock lock(String file, String text) {
        return new TomlLockReader(file, PythonReader::normal).read(text);
    }

    /** PEP 503: case, and what kind of separator, make no difference. */
    static String normal(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}
