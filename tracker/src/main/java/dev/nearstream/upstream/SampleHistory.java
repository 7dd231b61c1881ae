package dev.nearstream.upstream;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code history.yaml} of one sample upstream.
 *
 * @param commits oldest first; at least one
 */
record SampleHistory(@JsonProperty(required = true) List<Commit> commits) {
    static final String FILE = "history.yaml";
    /** The default branch. */
    static final String MAIN = "main";

    SampleHistory {
        commits = List.copyOf(commits);
    }

    /**
     * One commit.
     *
     * @param files the directory beside the history that holds the files it adds or changes, whole; it names the commit
     * @param remove paths that it deletes
     * @param author {@code Name <mail>}; the committer too
     * @param date in UTC, {@code 2025-03-01T10:00:00Z}
     * @param branch {@code main} where not given; its last commit becomes this one
     * @param from the commit that a new branch starts at, by its directory
     * @param tag a lightweight tag on it
     * @param release an annotated tag on it, of the same author and date
     */
    record Commit(
            @JsonProperty(required = true) String files,
            @Nullable List<String> remove,
            @JsonProperty(required = true) String message,
            @JsonProperty(required = true) String author,
            @JsonProperty(required = true) String date,
            @Nullable String branch,
            @Nullable String from,
            @Nullable String tag,
            @Nullable String release) {

        String branchName() {
            return branch == null ? MAIN : branch;
        }
    }
}
