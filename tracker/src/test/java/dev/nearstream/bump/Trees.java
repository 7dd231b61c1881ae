package dev.nearstream.bump;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trees of text files in memory, and patches. */
final class Trees {
    private Trees() {}

    /** Path, text, path, text … */
    static WorkspaceFiles of(String... files) {
        Map<String, TreeEntry> entries = new TreeMap<>();
        for (int i = 0; i < files.length; i += 2) {
            entries.put(files[i], TreeEntry.of(TreeEntry.Kind.FILE, files[i + 1].getBytes(UTF_8)));
        }
        return new InMemory(entries);
    }

    private record InMemory(Map<String, TreeEntry> entries) implements WorkspaceFiles {
        @Override
        public Optional<TreeEntry> find(String path) {
            TreeEntry entry = entries.get(path);
            boolean above = entries.keySet().stream().anyMatch(name -> path.isEmpty() || name.startsWith(path + "/"));
            return entry == null && above
                    ? Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0]))
                    : Optional.ofNullable(entry);
        }

        @Override
        public List<String> children(String directory) {
            String prefix = directory.isEmpty() ? "" : directory + "/";
            return entries.keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()).split("/", 2)[0])
                    .distinct()
                    .toList();
        }
    }

    /** What upstream's commits between two trees made of one file, oldest first. */
    static UpstreamHistory history(String path, Commit... commits) {
        return new UpstreamHistory() {
            @Override
            public List<FileVersion> versions(String asked) {
                return asked.equals(path)
                        ? Stream.of(commits).map(Commit::version).toList()
                        : List.of();
            }

            @Override
            public Optional<UpstreamCommit> between(String hash) {
                return Stream.of(commits)
                        .map(commit -> commit.version().commit())
                        .filter(commit -> commit.hash().startsWith(hash))
                        .findFirst();
            }

            @Override
            public String firstRelease(String hash) {
                return "v2.0";
            }
        };
    }

    /**
     * One of them.
     *
     * @param hash its first digit is repeated
     */
    record Commit(String hash, String message, String text) {
        FileVersion version() {
            String subject = message.lines().findFirst().orElse("");
            UpstreamCommit commit = new UpstreamCommit(hash.repeat(40), subject, message, LocalDate.of(2026, 1, 31));
            return new FileVersion(commit, () -> Optional.of(text.getBytes(UTF_8)));
        }
    }

    static SeriesPatch patch(String name, String text) {
        return new SeriesPatch(name, text.getBytes(UTF_8), 1, 2);
    }
}
