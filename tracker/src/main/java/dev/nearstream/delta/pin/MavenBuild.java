package dev.nearstream.delta.pin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The POMs of one build: the root's, its modules' and those of their parents that lie in the tree, by path.
 *
 * @param parents the parent in the tree, by the child's path
 * @param options what {@code .mvn/maven.config} defines; it beats every POM
 */
record MavenBuild(Map<String, Pom> poms, Map<String, Pom> parents, MavenOptions options) {
    private static final int MAX_POMS = 3000;

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
        return poms.isEmpty()
                ? Optional.empty()
                : Optional.of(new MavenBuild(poms, parents, MavenOptions.of(Paths.parent(root), project)));
    }

    private static Optional<Pom> parent(Pom pom, Project project) {
        Pom.Parent parent = pom.parent();
        if (parent == null || parent.path().isEmpty()) {
            return Optional.empty();
        }
        return pomAt(Paths.parent(pom.file()), parent.path(), project)
                .flatMap(file -> project.read(Pom.class, file, Pom::parse))
                .filter(found -> found.artifact().equals(parent.artifact())
                        && found.effectiveGroup().equals(parent.group())
                        && found.effectiveVersion().equals(parent.version()));
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
}
