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
    /** What may decide instead, and is not read. */
    private static final List<String> OTHERS =
            List.of("Pipfile.lock", "Pipfile", "pylock.toml", "environment.yml", "environment.yaml", "conda-lock.yml");

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
        List<Requirement.File> files = new ArrayList<>();
        for (String child : project.children(root)) {
            requirements(child, Project.join(root, child), project).ifPresent(files::add);
        }
        return locks.isEmpty()
                ? manifests(pin, name, root, files, project)
                : locked(pin, name, files, Requests.of(SCHEME, pin, name, locks));
    }

    /** A lock counts for all that is built; but a list beside it that asks for less may be what is installed. */
    private static Standing locked(DependencyPin pin, String name, List<Requirement.File> files, Standing standing) {
        Comparison comparison = new Comparison(SCHEME, pin);
        boolean told = standing.state() == Standing.State.REACHED || standing.state() == Standing.State.ABSENT;
        return files.stream()
                .filter(file -> told)
                .flatMap(file -> file.all().stream())
                .filter(one -> one.name().equals(name))
                .map(one -> comparison.of(List.of(one.request(pin))))
                .filter(one -> one.state() == Standing.State.BELOW)
                .findFirst()
                .map(one -> Standing.untold(standing.reason() + "; but " + one.reason()))
                .orElse(standing);
    }

    private static Standing manifests(
            DependencyPin pin, String name, String root, List<Requirement.File> files, Project project) {
        List<Requirement> all = files.stream()
                .flatMap(file -> file.all().stream())
                .filter(one -> one.name().equals(name))
                .toList();
        if (all.isEmpty()) {
            return Standing.untold("no manifest in " + (root.isEmpty() ? "." : root) + " asks for " + pin.name()
                    + ", and no lock file lists what others ask for");
        }
        Standing standing = new Comparison(SCHEME, pin)
                .of(all.stream().map(one -> one.request(pin)).toList());
        return standing.state() == Standing.State.REACHED
                ? doubt(name, root, files, project)
                        .map(doubt -> Standing.untold(standing.reason() + "; but " + doubt))
                        .orElse(standing)
                : standing;
    }

    /** What may make another version be built although all that asks for it has reached the pin. */
    private static Optional<String> doubt(String name, String root, List<Requirement.File> files, Project project) {
        for (Requirement.File file : files) {
            if (file.isAtOdds(name)) {
                return Optional.of(file.file() + " asks for it in several ways, which may exclude each other");
            }
            if (file.decides() && !file.asksFor(name)) {
                return Optional.of(file.file() + " does not ask for it, and may get another version by others");
            }
        }
        String setup = Project.join(root, "setup.py");
        if (project.read(Program.class, setup, Program::parse)
                .filter(Program::requires)
                .isPresent()) {
            return Optional.of(setup + " is a program, which may ask for another");
        }
        return OTHERS.stream()
                .map(other -> Project.join(root, other))
                .filter(project::isFile)
                .findFirst()
                .map(other -> other + " lies there too, and is not read");
    }

    /** @param requires whether it says anything of requirements */
    private record Program(boolean requires) {
        static Program parse(String file, String text) {
            return new Program(text.contains("requires") || text.contains("requirements"));
        }
    }

    private static Optional<Requirement.File> requirements(String child, String file, Project project) {
        if (LIST.matcher(child).matches()) {
            return project.read(Requirement.File.class, file, RequirementList::parse);
        }
        return switch (child) {
            case "pyproject.toml" -> project.read(Requirement.File.class, file, PyProject::parse);
            case "setup.cfg" -> project.read(Requirement.File.class, file, SetupCfg::parse);
            default -> Optional.empty();
        };
    }

    /** A vendored tree's own list: every line is one package, and nothing else is there. */
    private static Standing vendored(DependencyPin pin, String name, String file, Project project) {
        Optional<Requirement.File> list = project.read(Requirement.File.class, file, RequirementList::parse);
        if (list.isEmpty()) {
            return Standing.untold("there is no " + file);
        }
        List<Request> all = list.get().all().stream()
                .filter(one -> one.name().equals(name))
                .map(one -> one.request(pin))
                .toList();
        return all.isEmpty() || pin.form() == Form.ADD || list.get().isAtOdds(name)
                ? Standing.untold(file + " does not name one " + pin.name())
                : new Comparison(SCHEME, pin).of(all);
    }

    private static Lock lock(String file, String text) {
        return TomlLockReader.python(file, text, PythonReader::normal);
    }

    /** PEP 503: case, and what kind of separator, make no difference. */
    static String normal(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}
