package dev.nearstream.cli;

import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A recipe's file that the command line names.
 *
 * @param given as named
 * @param real without links
 */
record RecipeFile(Path given, Path real) {

    /**
     * @throws ConfigurationException where it is not there, or no {@code *.yaml} file
     */
    static RecipeFile of(Path given) throws IOException {
        if (!String.valueOf(given.getFileName()).endsWith(".yaml")) {
            throw new ConfigurationException(given + ": a recipe is a file named *.yaml");
        }
        if (!Files.exists(given)) {
            throw new ConfigurationException(given + ": no such file; name a recipe");
        }
        if (!Files.isRegularFile(given)) {
            throw new ConfigurationException(given + ": not a file; name one recipe");
        }
        return new RecipeFile(given, given.toRealPath());
    }

    /** The directory in which it is named, for the distribution's own pipelines. */
    Path directory() {
        Path parent = given.toAbsolutePath().getParent();
        return parent == null ? given.toAbsolutePath() : parent;
    }

    String name() {
        return String.valueOf(given.getFileName());
    }

    byte[] read() throws IOException {
        try (InputStream in = Files.newInputStream(real)) {
            return in.readNBytes(YamlReader.MAX_BYTES + 1);
        }
    }

    /**
     * Puts a new text in its place, whole or not at all; its mode stays, and a link to it.
     *
     * @throws ConfigurationException where it is a link that leads out of its directory
     */
    void replace(byte[] text) throws IOException {
        Path home = directory().toRealPath();
        if (!real.startsWith(home)) {
            throw new ConfigurationException(
                    "%s: a link that leads to %s, out of its directory; name that file".formatted(given, real));
        }
        Path beside = Files.createTempFile(real.resolveSibling("").toAbsolutePath(), "." + name(), ".new");
        try {
            Files.write(beside, text);
            if (Files.getFileAttributeView(beside, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(real));
            }
            Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
