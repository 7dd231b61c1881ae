package dev.nearstream.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Deletes archives and their trees. */
record ArchivePruning(ArchiveFiles files, Instant now) {
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** Those of other sums, save those noted of late; how many archives were deleted. */
    int keepOnly(Set<String> sums) throws IOException {
        files.clear(now);
        Set<String> wanted = new HashSet<>(sums);
        for (Path note : ArchiveFiles.list(files.urls())) {
            if (ArchiveFiles.isPart(note)) {
                continue;
            }
            if (Files.getLastModifiedTime(note).toInstant().isBefore(now.minus(REMEMBERED))) {
                ArchiveFiles.delete(note);
            } else {
                wanted.add(Files.readString(note, StandardCharsets.UTF_8).strip());
            }
        }
        for (Path tree : ArchiveFiles.list(files.trees())) {
            String name = tree.getFileName().toString();
            if (!ArchiveFiles.isPart(tree) && !wanted.contains(name.replaceFirst("-[0-9]+$", ""))) {
                files.remove(tree);
            }
        }
        int deleted = 0;
        for (Path archive : ArchiveFiles.list(files.directory())) {
            boolean file = Files.isRegularFile(archive, LinkOption.NOFOLLOW_LINKS) && !ArchiveFiles.isPart(archive);
            if (file && !wanted.contains(archive.getFileName().toString())) {
                ArchiveFiles.delete(archive);
                deleted++;
            }
        }
        return deleted;
    }
}
