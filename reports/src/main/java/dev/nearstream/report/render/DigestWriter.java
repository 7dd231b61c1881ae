package dev.nearstream.report.render;

import dev.nearstream.report.OwnerDigest;
import dev.nearstream.report.OwnerDigests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes the owners' digests, {@code digests/<owner>.md} and {@code digests/index.md}. Those of owners that are gone are
 * removed, by a run over all packages; where nobody owns anything, nothing is written.
 */
public final class DigestWriter {
    private static final String DIRECTORY = "digests";

    private final Path out;
    private final PageSink also;

    /**
     * Writes below a directory.
     *
     * @param also takes each page too, whether or not its file would change
     */
    public DigestWriter(Path out, PageSink also) {
        this.out = out;
        this.also = also;
    }

    /**
     * Writes them all.
     *
     * @throws IOException where the directory cannot be written; pages that are already in place stay
     */
    public void write(OwnerDigests digests) throws IOException {
        boolean whole = digests.run().selection().isEmpty();
        if (digests.digests().isEmpty()) {
            if (whole && Files.exists(out.resolve(DIRECTORY))) {
                remove(Set.of());
                also.put(DIRECTORY + "/" + DigestFiles.INDEX, DigestIndexPage.NONE);
            }
            return;
        }
        OutFiles.own(out, DIRECTORY);
        Map<String, String> files = DigestFiles.of(
                digests.digests().stream().map(OwnerDigest::owner).toList());
        try {
            digests.digests().parallelStream()
                    .forEach(digest -> putUnchecked(String.valueOf(files.get(digest.owner())), DigestPage.of(digest)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        put(DigestFiles.INDEX, DigestIndexPage.of(digests, files));
        if (whole) {
            Set<String> kept = new HashSet<>(files.values());
            kept.add(DigestFiles.INDEX);
            remove(kept);
        }
    }

    private void remove(Set<String> kept) throws IOException {
        OutFiles.removeOthers(OutFiles.own(out, DIRECTORY), ".md", kept);
        also.keepOnly(DIRECTORY, kept);
    }

    private void putUnchecked(String file, String text) {
        try {
            put(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String file, String text) throws IOException {
        OutFiles.put(out.resolve(DIRECTORY).resolve(file), text);
        also.put(DIRECTORY + "/" + file, text);
    }
}
