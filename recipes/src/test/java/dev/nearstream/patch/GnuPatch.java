package dev.nearstream.patch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The real {@code patch} program, run on real directories. */
final class GnuPatch {
    private GnuPatch() {}

    /** Whether the machine has GNU patch 2.7. */
    static boolean isPresent() {
        try {
            Process process = new ProcessBuilder("patch", "--version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 && version.startsWith("GNU patch 2.7");
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs the program for each case, all from one shell, which costs half of what a process of our own costs. */
    static List<GnuPatchRun> run(Path directory, List<Comparison> cases) {
        try {
            clear(directory);
            StringBuilder script = new StringBuilder("ulimit -t 10\n");
            for (int i = 0; i < cases.size(); i++) {
                Path place = directory.resolve(Integer.toString(i));
                Path root = Files.createDirectories(place.resolve("tree"));
                Comparison comparison = cases.get(i);
                for (Map.Entry<String, TreeEntry> entry :
                        comparison.tree().entries().entrySet()) {
                    write(root.resolve(entry.getKey()), entry.getValue());
                }
                Files.write(place.resolve("patch"), comparison.patchBytes());
                script.append("cd ../../%d/tree; patch -p%d --fuzz=%d%s --force --verbose --no-backup-if-mismatch -r -"
                        .formatted(
                                i,
                                comparison.options().strip(),
                                comparison.options().fuzz(),
                                comparison.reverse() ? " -R" : ""));
                script.append(" < ../patch > ../output 2>&1; echo $? > ../exit\n");
            }
            shell(directory, script.toString());
            List<GnuPatchRun> runs = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                Path place = directory.resolve(Integer.toString(i));
                runs.add(new GnuPatchRun(
                        Integer.parseInt(Files.readString(place.resolve("exit")).strip()),
                        Files.readString(place.resolve("output"), StandardCharsets.ISO_8859_1),
                        files(place.resolve("tree"))));
            }
            clear(directory);
            return runs;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void shell(Path directory, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("run"), script);
        ProcessBuilder builder = new ProcessBuilder("sh", file.toString())
                .directory(directory.resolve("0/tree").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TZ", "UTC");
        builder.environment().put("LC_ALL", "C");
        builder.start().waitFor();
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = root.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    files.put(name, "link " + Files.readSymbolicLink(path));
                } else if (Files.isRegularFile(path)) {
                    files.put(
                            name,
                            (Files.isExecutable(path) ? "executable " : "file ")
                                    + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    private static void write(Path path, TreeEntry entry) throws IOException {
        Files.createDirectories(path.getParent());
        switch (entry.kind()) {
            case SYMLINK ->
                Files.createSymbolicLink(path, Path.of(new String(entry.content(), StandardCharsets.UTF_8)));
            case DIRECTORY, SUBMODULE -> Files.createDirectories(path);
            default -> {
                Files.write(path, entry.content());
                if (entry.kind() == TreeEntry.Kind.EXECUTABLE && !path.toFile().setExecutable(true)) {
                    throw new IOException("cannot make " + path + " executable");
                }
            }
        }
    }

    /** Deletes a directory and all in it. */
    static void clear(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
