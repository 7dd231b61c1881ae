package dev.nearstream.delta;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What holding a patch against one upstream tree has shown. Forward comes first: where GNU patch applies it, it is
 * {@link Applies}, even if its text already stands there.
 */
public sealed interface Verdict {

    /** How closely hunks matched; the worst of a patch's hunks counts. */
    enum How {
        EXACT,
        OFFSET,
        FUZZ;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of one hunk. */
    enum HunkResult {
        APPLIED,
        UPSTREAM,
        FAILED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One hunk.
     *
     * @param line the old line number that its header names
     * @param result {@code UPSTREAM} is a hunk that fails forward and stands there in reverse
     * @param offset in lines, signed; 0 unless applied
     * @param fuzz in lines; 0 unless applied
     * @param detail for a failed hunk, which line was looked for and what stands there; else empty
     */
    record Hunk(int line, HunkResult result, int offset, int fuzz, String detail) {}

    /** One file of the patch; hunks in order. */
    record FileResult(String path, List<Hunk> hunks) {
        public FileResult {
            hunks = List.copyOf(hunks);
        }
    }

    /** Files in the patch's order. */
    List<FileResult> files();

    List<Evidence> evidence();

    /** As contract.md spells it. */
    String label();

    /**
     * GNU patch applies it; a delta of another kind still does something.
     *
     * @param finding of a delta that is no patch, why it is needed, for a person; else empty
     */
    record Applies(How how, List<FileResult> files, List<Evidence> evidence, String finding) implements Verdict {
        public Applies {
            files = List.copyOf(files);
            evidence = List.copyOf(evidence);
        }

        /** Of a patch. */
        public Applies(How how, List<FileResult> files, List<Evidence> evidence) {
            this(how, files, evidence, "");
        }

        @Override
        public String label() {
            return "applies";
        }
    }

    /** All of it is upstream: the whole patch applies in reverse. */
    record Upstream(List<FileResult> files, List<Evidence> evidence) implements Verdict {
        public Upstream {
            files = List.copyOf(files);
            evidence = List.copyOf(evidence);
        }

        @Override
        public String label() {
            return "upstream";
        }
    }

    /** Some of its hunks are upstream; the others fail. */
    record PartlyUpstream(List<FileResult> files, List<Evidence> evidence) implements Verdict {
        public PartlyUpstream {
            files = List.copyOf(files);
            evidence = List.copyOf(evidence);
        }

        @Override
        public String label() {
            return "partly-upstream";
        }
    }

    /** At least one hunk fails and none is upstream. */
    record Conflicts(List<FileResult> files, List<Evidence> evidence) implements Verdict {
        public Conflicts {
            files = List.copyOf(files);
            evidence = List.copyOf(evidence);
        }

        @Override
        public String label() {
            return "conflicts";
        }
    }

    /** GNU patch finds no valid patch in it, or an object is missing. */
    record Unreadable(String problem) implements Verdict {
        @Override
        public List<FileResult> files() {
            return List.of();
        }

        @Override
        public List<Evidence> evidence() {
            return List.of();
        }

        @Override
        public String label() {
            return "unreadable";
        }
    }

    /** {@code how}, where it applies; else null. */
    default @Nullable How how() {
        return this instanceof Applies applies ? applies.how() : null;
    }

    /** The problem of what is unreadable; else null. */
    default @Nullable String problem() {
        return this instanceof Unreadable unreadable ? unreadable.problem() : null;
    }

    /** Why a delta that is no patch is needed; else empty. */
    default String finding() {
        return "";
    }

    /** Whether it is of a patch's hunks: another kind's has no files, or one without a name that says what is wrong. */
    default boolean isOfHunks() {
        return files().stream().noneMatch(file -> file.path().isEmpty());
    }

    default int hunks() {
        return files().stream().mapToInt(file -> file.hunks().size()).sum();
    }

    /** Hunks that fail forward, as GNU patch counts them, those that are upstream included. */
    default int failedHunks() {
        return count(HunkResult.FAILED) + count(HunkResult.UPSTREAM);
    }

    default int upstreamHunks() {
        return count(HunkResult.UPSTREAM);
    }

    private int count(HunkResult result) {
        return (int) files().stream()
                .flatMap(file -> file.hunks().stream())
                .filter(hunk -> hunk.result() == result)
                .count();
    }
}
