package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gradle, as far as plain texts tell: version catalogues, {@code gradle.properties}, coordinates and variables of build
 * scripts. A build script is a program, and each project resolves for itself: a dependency counts as reached only in a
 * build of one project.
 */
final class GradleReader {
    private static final int DEEPEST = 6;
    private static final int MAX_FILES = 1000;

    /**
     * The files of one build.
     *
     * @param several whether it has more than one project
     */
    private record Build(List<GradleFile> files, boolean several) {

        boolean uses(String alias) {
            return !alias.isEmpty()
                    && files.stream().anyMatch(file -> file.uses().contains(alias));
        }
    }

    Standing stand(DependencyPin pin, String root, Project project) {
        Build build = project.remember(Build.class, root, () -> Optional.of(read(root, project)))
                .orElseThrow();
        List<GradleFile.Entry> entries =
                build.files().stream().flatMap(file -> file.entries().stream()).toList();
        boolean property = pin.name().indexOf(':') < 0;
        List<Request> all = new ArrayList<>();
        List<GradleFile.Entry> meant = entries.stream()
                .filter(entry -> entry.dependency() != property
                        && (property ? isNamed(entry, pin.name()) : entry.name().equals(pin.name())))
                .toList();
        meant.forEach(entry -> all.addAll(requests(entry, entries)));
        if (all.isEmpty()) {
            return Standing.untold("no plain text of the Gradle build in " + (root.isEmpty() ? "." : root) + " gives "
                    + pin.name() + " a version");
        }
        Standing standing = new Comparison(VersionScheme.MAVEN, pin).of(all);
        return standing.state() == Standing.State.REACHED
                ? doubt(meant, property, build)
                        .map(doubt -> Standing.untold(standing.reason() + "; but " + doubt))
                        .orElse(standing)
                : standing;
    }

    /** What may make another version be built although all that asks for it has reached the pin. */
    private static Optional<String> doubt(List<GradleFile.Entry> meant, boolean property, Build build) {
        Optional<GradleFile> steering =
                build.files().stream().filter(file -> file.steering() > 0).findFirst();
        if (steering.isPresent()) {
            return Optional.of(
                    steering.get().file() + ":" + steering.get().steering() + " changes which versions are taken");
        }
        if (property) {
            return Optional.empty();
        }
        if (meant.stream().noneMatch(entry -> entry.built() || build.uses(entry.alias()))) {
            return Optional.of("no plain text asks for it to be built with");
        }
        return build.several()
                ? Optional.of("each project of the build may get another version through its dependencies")
                : Optional.empty();
    }

    private static List<Request> requests(GradleFile.Entry entry, List<GradleFile.Entry> entries) {
        String version = entry.version();
        if (version == null) {
            return List.of(
                    Request.opaque(entry.file(), entry.line(), "leaves the version of " + entry.name() + " to others"));
        }
        if (version.indexOf('$') < 0) {
            return List.of(Request.of(entry.file(), entry.line(), version));
        }
        String variable = version.replaceFirst(
                        "^\\$\\{?(?:libs\\.versions\\.|project\\.|rootProject\\.|versions\\.)?", "")
                .replaceFirst("}$", "");
        List<Request> known = entries.stream()
                .filter(one -> !one.dependency() && isNamed(one, variable))
                .map(GradleReader::set)
                .toList();
        return known.isEmpty()
                ? List.of(Request.opaque(
                        entry.file(),
                        entry.line(),
                        "asks for " + entry.name() + " " + version + ", which no plain text sets"))
                : known;
    }

    private static Request set(GradleFile.Entry variable) {
        String version = variable.version();
        return version == null || version.indexOf('$') >= 0
                ? Request.opaque(variable.file(), variable.line(), "sets " + variable.name() + " to no plain text")
                : Request.of(variable.file(), variable.line(), version);
    }

    /** By its own name, or through what holds it: {@code ext.name}. */
    private static boolean isNamed(GradleFile.Entry variable, String name) {
        return variable.name().equals(name) || variable.name().endsWith("." + name);
    }

    private static Build read(String root, Project project) {
        List<GradleFile> files = new ArrayList<>();
        int scripts = collect(root, 0, project, files);
        return new Build(files, scripts > 1 || files.stream().anyMatch(GradleFile::includes));
    }

    /** How many build scripts there are. */
    private static int collect(String directory, int depth, Project project, List<GradleFile> files) {
        int scripts = 0;
        for (String child : project.children(directory)) {
            String path = Project.join(directory, child);
            Project.Parser<GradleFile> parser = parser(child);
            if (parser != null && project.isFile(path)) {
                project.read(GradleFile.class, path, parser).ifPresent(files::add);
                scripts += child.startsWith("build.gradle") ? 1 : 0;
            } else if (depth < DEEPEST && isSearched(child) && project.isDirectory(path)) {
                scripts += collect(path, depth + 1, project, files);
            }
            if (files.size() > MAX_FILES) {
                throw new ManifestException(path, 1, 1, "more than " + MAX_FILES + " files of Gradle's");
            }
        }
        return scripts;
    }

    private static Project.@Nullable Parser<GradleFile> parser(String name) {
        if (name.endsWith(".versions.toml")) {
            return GradleFile::catalogue;
        }
        if (name.equals("gradle.properties")) {
            return GradleFile::properties;
        }
        return name.endsWith(".gradle") || name.endsWith(".gradle.kts") ? GradleFile::script : null;
    }

    private static boolean isSearched(String name) {
        return !name.startsWith(".") && !name.equals("src") && !name.equals("node_modules");
    }
}
