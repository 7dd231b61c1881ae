package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;

/**
 * The options that Maven takes from {@code .mvn/maven.config} beside a build or above it, as if they were typed.
 *
 * @param file empty where there is none
 * @param definitions {@code -Dname=value}
 */
record MavenOptions(String file, List<Definition> definitions) {

    record Definition(String name, String value, int line) {}

    MavenOptions {
        definitions = List.copyOf(definitions);
    }

    /**
     * Those of the nearest {@code .mvn}, from a directory upwards.
     *
     * @throws ManifestException where they cannot be read
     */
    static MavenOptions of(String directory, Project project) {
        for (String at : Paths.upwards(directory)) {
            if (project.isDirectory(Project.join(at, ".mvn"))) {
                return project.read(MavenOptions.class, Project.join(at, ".mvn/maven.config"), MavenOptions::parse)
                        .orElse(new MavenOptions("", List.of()));
            }
        }
        return new MavenOptions("", List.of());
    }

    private static MavenOptions parse(String file, String text) {
        List<Definition> definitions = new ArrayList<>();
        boolean defines = false;
        int number = 0;
        for (String line : Lines.written(file, text)) {
            number++;
            for (String word : line.strip().split("\\s+", -1)) {
                String definition = defines ? word : word.replaceFirst("^(?:-D|--define=)", "");
                if (defines || !definition.equals(word)) {
                    int equals = definition.indexOf('=');
                    if (equals > 0) {
                        definitions.add(new Definition(
                                definition.substring(0, equals), definition.substring(equals + 1), number));
                    }
                }
                defines = word.equals("-D") || word.equals("--define");
            }
        }
        return new MavenOptions(file, definitions);
    }
}
