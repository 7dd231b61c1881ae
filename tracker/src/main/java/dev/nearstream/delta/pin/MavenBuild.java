package dev.nearstream.delta.pin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The POMs of one build: the root's, its modules' and those of their parents that lie in the tree, by path.
 *
 * @param parents the parent in the tree, by the child's path
 */
record MavenBuild(Map<String, Pom> poms, Map<String, Pom> parents) {
    private static final int MAX_POMS = 3000;
    private static final int MAX_VALUES = 64;
    private static final int LONGEST = 256;
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]+)}");

    /**
     * The build of a POM; empty where there is none.
     *
     * @throws ManifestException where a POM of it cannot be read
     */
    static Optional<MavenBuild> of(String root, Project project) {
        return project.remember(MavenBuild.class, root, () -> read(root, project));
    }

    private static Optional<MavenBuild> read(String root, Project project) {
        Map<String, Pom> poms = new LinkedHashMap<>();
        Map<String, Pom> parents = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            String file = open.removeFirst();
            Optional<Pom> read = poms.containsKey(file) ? Optional.empty() : project.read(Pom.class, file, Pom::parse);
            if (read.isEmpty()) {
                continue;
            }
            Pom pom = read.get();
            poms.put(file, pom);
            if (poms.size() > MAX_POMS) {
                throw new ManifestException(root, 1, 1, "a build of more than " + MAX_POMS + " POMs");
            }
            for (String module : pom.modules()) {
                open.add(pomAt(Paths.parent(file), module, project)
                        .orElseThrow(
                                () -> new ManifestException(file, 1, 1, "its module " + module + " is not there")));
            }
            parent(pom, project).ifPresent(parent -> {
                parents.put(file, parent);
                open.add(parent.file());
            });
        }
        return poms.isEmpty() ? Optional.empty() : Optional.of(new MavenBuild(poms, parents));
    }

    private static Optional<Pom> parent(Pom pom, Project project) {
        Pom.Parent parent = pom.parent();
        if (parent == null || parent.path().isEmpty()) {
            return Optional.empty();
        }
        return pomAt(Paths.parent(pom.file()), parent.path(), project)
                .flatMap(file -> project.read(Pom.class, file, Pom::parse))
                .filter(found -> found.artifact().equals(parent.artifact()));
    }

    private static Optional<String> pomAt(String directory, String path, Project project) {
        return Paths.resolve(directory, path)
                .map(place -> project.isDirectory(place) ? Project.join(place, "pom.xml") : place)
                .filter(project::isFile);
    }

    /** A POM and those it inherits from in the tree. */
    List<Pom> chain(Pom pom) {
        List<Pom> chain = new ArrayList<>();
        Set<String> files = new HashSet<>();
        Pom at = pom;
        while (at != null && files.add(at.file())) {
            chain.add(at);
            at = parents.get(at.file());
        }
        return chain;
    }

    /** Whether all that a POM inherits from lies in the tree. */
    boolean isWhole(Pom pom) {
        List<Pom> chain = chain(pom);
        return chain.get(chain.size() - 1).parent() == null;
    }

    /** Every definition of a property in any POM, with its place. */
    List<Request> definitions(String property) {
        List<Request> all = new ArrayList<>();
        for (Pom pom : poms.values()) {
            for (Pom.Value value : pom.properties().getOrDefault(property, List.of())) {
                all.addAll(requests(pom, value.text(), value.line(), property));
            }
        }
        return all;
    }

    /** What a version as written may be: each of its properties may have any value that a POM of the tree gives it. */
    List<Request> requests(Pom pom, String version, int line, String name) {
        return new LinkedHashSet<>(values(pom, version))
                .stream()
                        .map(value -> value.contains("${")
                                ? Request.opaque(
                                        pom.file(),
                                        line,
                                        "asks for " + name + " " + value + ", which no POM of the tree sets")
                                : Request.of(pom.file(), line, value))
                        .toList();
    }

    /** Properties that go in circles, or have too many values, leave the text as it is written. */
    private List<String> values(Pom pom, String text) {
        List<String> values = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(text));
        int steps = 0;
        while (!open.isEmpty()) {
            String value = open.removeFirst();
            Matcher property = PROPERTY.matcher(value);
            List<String> known = property.find() ? known(pom, property.group(1)) : List.of();
            if (known.isEmpty()) {
                values.add(value);
            } else if (++steps > MAX_VALUES || value.length() > LONGEST) {
                values.add(text);
            } else {
                known.forEach(one -> open.add(value.replace(property.group(), one)));
            }
        }
        return values;
    }

    private List<String> known(Pom pom, String property) {
        Pom.Parent parent = pom.parent();
        if (parent != null && property.equals("project.parent.version")) {
            return List.of(parent.version());
        }
        return poms.values().stream()
                .flatMap(one -> one.properties().getOrDefault(property, List.of()).stream())
                .map(Pom.Value::text)
                .distinct()
                .toList();
    }
}
