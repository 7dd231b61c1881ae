package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;

/** Tells how a pin stands in one project of an ecosystem. */
interface EcosystemReader {

    /** Whether a directory holds a project of this ecosystem. */
    boolean isProject(Project project, String root);

    /**
     * How the pin stands there.
     *
     * @param root the project's directory, or its manifest
     * @throws ManifestException where a file that decides cannot be read
     */
    Standing stand(DependencyPin pin, String root, Project project);
}
