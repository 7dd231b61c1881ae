package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Finds the lock files that may be meant for a Cargo package: Cargo uses that of the workspace a package belongs to, and
 * overlooks one beside the package itself.
 */
final class CargoWorkspace {

    /**
     * What a {@code Cargo.toml} says of workspaces.
     *
     * @param root whether it is one's root
     * @param pointed where its package says that the workspace is; empty where it does not
     */
    private record Manifest(boolean root, List<String> excluded, String pointed) {
        static Manifest parse(String file, String text) {
            TomlParseResult toml = TomlFile.parse(file, text);
            TomlTable workspace = toml.get(List.of("workspace")) instanceof TomlTable table ? table : null;
            TomlTable own = toml.get(List.of("package")) instanceof TomlTable table ? table : null;
            Object pointed = own == null ? null : own.get(List.of("workspace"));
            Object excluded = workspace == null ? null : workspace.get(List.of("exclude"));
            return new Manifest(
                    workspace != null,
                    excluded instanceof TomlArray array
                            ? array.toList().stream().map(String::valueOf).toList()
                            : List.of(),
                    pointed instanceof String text2 ? text2 : "");
        }
    }

    private final Project project;

    CargoWorkspace(Project project) {
        this.project = project;
    }

    /**
     * Its own, and that of the workspace around it.
     *
     * @throws ManifestException where a manifest that decides cannot be read, or points elsewhere
     */
    List<Lock> locks(String root) {
        List<Lock> locks = new ArrayList<>();
        lock(root).ifPresent(locks::add);
        Optional<Manifest> own = manifest(root);
        if (own.isPresent() && !own.get().pointed().isEmpty()) {
            throw new ManifestException(
                    file(root),
                    1,
                    1,
                    "its workspace is said to be in " + own.get().pointed() + ", which is not read");
        }
        if (root.isEmpty() || own.filter(Manifest::root).isPresent()) {
            return locks;
        }
        for (String directory : Paths.upwards(Paths.parent(root))) {
            Optional<Manifest> above = manifest(directory).filter(Manifest::root);
            if (above.isPresent()) {
                if (above.get().excluded().stream().anyMatch(excluded -> holds(directory, excluded, root))) {
                    return locks;
                }
                Lock lock = lock(directory)
                        .orElseThrow(() -> new ManifestException(
                                file(directory), 1, 1, "there is no Cargo.lock of the workspace for " + root));
                locks.add(lock);
                return locks;
            }
        }
        return locks;
    }

    private static boolean holds(String directory, String excluded, String root) {
        return Paths.resolve(directory, excluded)
                .filter(place -> root.equals(place) || root.startsWith(place + "/"))
                .isPresent();
    }

    private Optional<Manifest> manifest(String directory) {
        return project.read(Manifest.class, file(directory), Manifest::parse);
    }

    private Optional<Lock> lock(String directory) {
        return project.read(Lock.class, Project.join(directory, "Cargo.lock"), TomlLockReader::cargo);
    }

    private static String file(String directory) {
        return Project.join(directory, "Cargo.toml");
    }
}
