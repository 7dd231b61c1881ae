package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import java.util.List;

/** Java: Maven where there is a POM, else Gradle. */
final class JavaReader implements EcosystemReader {
    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    private final MavenReader maven = new MavenReader();
    private final GradleReader gradle = new GradleReader();

    @Override
    public boolean isProject(Project project, String root) {
        return project.isFile(Project.join(root, "pom.xml")) || isGradle(project, root);
    }

    private static boolean isGradle(Project project, String root) {
        return GRADLE.stream().anyMatch(name -> project.isFile(Project.join(root, name)));
    }

    @Override
    public Standing stand(DependencyPin pin, String root, Project project) {
        if (!root.isEmpty() && project.isFile(root)) {
            return maven.stand(pin, root, project);
        }
        String pom = Project.join(root, "pom.xml");
        boolean hasPom = project.isFile(pom);
        boolean hasGradle = isGradle(project, root);
        if (hasPom && hasGradle) {
            return Standing.untold("both Maven and Gradle build " + (root.isEmpty() ? "." : root)
                    + "; which of them is used, the tree does not tell");
        }
        return hasGradle ? gradle.stand(pin, root, project) : maven.stand(pin, pom, project);
    }
}
