package dev.nearstream.delta.pin;

import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What became of the dependencies that a project itself asks for, between two trees: what it is built with and runs
 * with, by its manifests, not by its lock files. What tests and developers need is left out where a manifest tells it
 * apart.
 *
 * @param changes by manifest and name
 * @param problems the manifests that cannot be read, one line each with its place
 */
public record DependencyChanges(List<Change> changes, List<String> problems) {
    /** So many files of a directory are looked at. */
    private static final int MOST_FILES = 20;

    private static final Pattern GEMSPEC = Pattern.compile("[\\w.-]+\\.gemspec");

    /**
     * One dependency.
     *
     * @param manifest its path
     * @param before what was asked for, as written; empty for any version, null where it was not asked for
     * @param after the same in the new tree
     */
    public record Change(
            String manifest,
            String name,
            @Nullable String before,
            @Nullable String after) {}

    public DependencyChanges {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /**
     * Between two trees.
     *
     * @param root the project's directory in both, {@code ""} for their root
     */
    public static DependencyChanges between(WorkspaceFiles before, WorkspaceFiles after, String root) {
        TreeSet<String> files = new TreeSet<>();
        for (WorkspaceFiles tree : List.of(before, after)) {
            tree.children(root).stream()
                    .filter(name -> parser(name) != null)
                    .limit(MOST_FILES)
                    .forEach(name -> files.add(Project.join(root, name)));
        }
        Project old = new Project.Memory().of(before);
        Project now = new Project.Memory().of(after);
        List<Change> changes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String file : files) {
            Optional<Map<String, String>> was = read(old, file, problems);
            Optional<Map<String, String>> is = read(now, file, problems);
            if (was.isPresent() && is.isPresent()) {
                compare(file, was.get(), is.get(), changes);
            }
        }
        return new DependencyChanges(changes, problems.stream().distinct().toList());
    }

    private static void compare(
            String file, Map<String, String> before, Map<String, String> after, List<Change> changes) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String was = before.get(name);
            String is = after.get(name);
            if (was == null || !was.equals(is)) {
                changes.add(new Change(file, name, was, is));
            }
        }
    }

    /** What it asks for; nothing where it is not there, empty where it cannot be read. */
    private static Optional<Map<String, String>> read(Project project, String file, List<String> problems) {
        Project.Parser<AskedFor> parser = parser(file.substring(file.lastIndexOf('/') + 1));
        try {
            return parser == null
                    ? Optional.empty()
                    : Optional.of(project.read(AskedFor.class, file, parser)
                            .map(AskedFor::versions)
                            .orElse(new TreeMap<>()));
        } catch (ManifestException | UnreadableFileException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Project.@Nullable Parser<AskedFor> parser(String name) {
        return switch (name) {
            case "go.mod" -> AskedFor::go;
            case "Cargo.toml" -> CargoManifest::parse;
            case "package.json" -> NodeManifest::parse;
            case "pyproject.toml" -> (file, text) -> AskedFor.python(PyProject.parse(file, text));
            case "setup.cfg" -> (file, text) -> AskedFor.python(SetupCfg.parse(file, text));
            case "requirements.txt" -> (file, text) -> AskedFor.python(RequirementList.parse(file, text));
            case "Gemfile" -> AskedFor::ruby;
            case "pom.xml" -> AskedFor::maven;
            default -> GEMSPEC.matcher(name).matches() ? AskedFor::ruby : null;
        };
    }
}
