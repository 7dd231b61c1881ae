package dev.nearstream.report;

import dev.nearstream.delta.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request for several packages has to say.
 *
 * @param key finds the pull request again; stands invisibly in its text
 * @param patch the file name of the patch that all of them drop, or null where they are an owner's
 * @param owner whose packages they are, or null
 * @param parts in the order of the commits
 * @param apart those that belong to them and are not part of it
 */
public record GroupReport(
        String key, @Nullable String patch, @Nullable String owner, List<Part> parts, List<Apart> apart) {

    /**
     * One package.
     *
     * @param title its commit's
     * @param upstream the URL of the repository whose releases were read, or null
     * @param copies of the patch that all of them drop
     * @param text of a pull request of its own, in markdown
     */
    public record Part(
            String packageName,
            String from,
            String to,
            String title,
            @Nullable String upstream,
            List<Copy> copies,
            String text) {
        public Part {
            copies = List.copyOf(copies);
        }
    }

    /** A copy of the patch, and what says that upstream has it at the packaged version. */
    public record Copy(String path, List<Evidence> evidence) {
        public Copy {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * One that is not part of it.
     *
     * @param why one line
     */
    public record Apart(String packageName, String to, String why) {}

    public GroupReport {
        parts = List.copyOf(parts);
        apart = List.copyOf(apart);
    }
}
