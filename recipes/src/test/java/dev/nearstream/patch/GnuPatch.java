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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real {@code patch} program, run on a real directory. */
final class GnuPatch {
    private static final Pattern SUCCEEDED = Pattern.compile(
            "Hunk #(\\d+) succeeded at (\\d+)(?: with fuzz (\\d+))?(?: \\(offset (-?\\d+) lines?\\))?\\.");
    private static final Pattern FAILED = Pattern.compile("(\\d+) out of (\\d+) hunks? (?:FAILED|ignored)");

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

    /** What the program did. */
    record Run(int exit, String output, List<String> hunks, int failedHunks, Map<String, String> files) {}

    static Run run(Path directory, MemoryTree tree, byte[] patch, PatchOptions options, boolean reverse) {
        try {
            clear(directory);
            Path root = Files.createDirectories(directory.resolve("tree"));
            for (Map.Entry<String, TreeEntry> entry : tree.entries().entrySet()) {
                write(root.resolve(entry.getKey()), entry.getValue());
            }
            Path patchFile = Files.write(directory.resolve("x.patch"), patch);
            List<String> command = new ArrayList<>(List.of(
                    "patch",
                    "-p" + options.strip(),
                    "--fuzz=" + options.fuzz(),
                    "--force",
                    "-i",
                    patchFile.toString()));
            if (reverse) {
                command.add("-R");
            }
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
            builder.environment().put("TZ", "UTC");
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return read(process.waitFor(), output, root);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Run read(int exit, String output, Path root) throws IOException {
        List<String> hunks = new ArrayList<>();
        Matcher succeeded = SUCCEEDED.matcher(output);
        while (succeeded.find()) {
            hunks.add("#" + succeeded.group(1) + " at " + succeeded.group(2) + " fuzz "
                    + (succeeded.group(3) == null ? "0" : succeeded.group(3)) + " offset "
                    + (succeeded.group(4) == null ? "0" : succeeded.group(4)));
        }
        int failed = 0;
        Matcher failures = FAILED.matcher(output);
        while (failures.find()) {
            failed += Integer.parseInt(failures.group(1));
        }
        return new Run(exit, output, hunks, failed, files(root));
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = root.relativize(path).toString();
                if (name.endsWith(".orig") || name.endsWith(".rej")) {
                    continue;
                }
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
