package dev.nearstream.bump.branch;

import java.util.Collection;
import java.util.List;

/** What a commit brings, and its message. */
public record CommitContent(Collection<FileChange> changes, CommitMessage message) {
    public CommitContent {
        changes = List.copyOf(changes);
    }
}
