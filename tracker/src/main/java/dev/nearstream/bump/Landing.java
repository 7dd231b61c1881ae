package dev.nearstream.bump;

import dev.nearstream.patch.TreeEntry;
import dev.nearstream.patch.UnreadableFileException;
import dev.nearstream.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.jspecify.annotations.Nullable;

/**
 * Where upstream's history took a patch's changes to one file: commit by commit between the packaged version and the new
 * one, the first whose file has each change. A change that was made and rewritten since is upstream's; one that was
 * undone is not.
 *
 * @param changes one element for each change of the patch to the file, in order
 * @param commits all that changed the file
 */
record Landing(String path, List<Change> changes, List<UpstreamCommit> commits) {

    Landing {
        changes = List.copyOf(changes);
        commits = List.copyOf(commits);
    }

    /**
     * One change.
     *
     * @param now what became of it in the new tree
     * @param taken the commit that made it, or null
     * @param rewritten the commits that changed its place without making it, oldest first
     * @param onlyRemoves whether the change adds no line
     * @param lost whether it only adds, and nothing of what it adds is at its place
     */
    record Change(
            RegionFate.Kind now,
            @Nullable UpstreamCommit taken,
            List<UpstreamCommit> rewritten,
            boolean onlyRemoves,
            boolean lost) {
        Change {
            rewritten = List.copyOf(rewritten);
        }

        /** Whether upstream has made it, whatever it made of it since. */
        boolean isUpstream() {
            return now == RegionFate.Kind.STANDS || now == RegionFate.Kind.SUPERSEDED || taken != null;
        }
    }

    /** How many of the changes are upstream's. */
    int upstream() {
        return (int) changes.stream().filter(Change::isUpstream).count();
    }

    /** Which of them upstream made and has rewritten since. */
    BitSet takenBefore() {
        BitSet taken = new BitSet();
        for (int i = 0; i < changes.size(); i++) {
            taken.set(i, changes.get(i).taken() != null);
        }
        return taken;
    }

    /** Empty where one of the three is no text, or the patch changes nothing. */
    static Optional<Landing> of(
            String path,
            Optional<TreeEntry> base,
            Optional<TreeEntry> ours,
            Optional<TreeEntry> theirs,
            UpstreamHistory history) {
        if (FileMerge.isSame(base, ours)
                || !isText(base)
                || !isText(ours)
                || !isText(theirs)
                || !Words.areComparable(content(base), content(ours), content(theirs))) {
            return Optional.empty();
        }
        byte[] old = content(base);
        byte[] patched = content(ours);
        List<RegionFate> now =
                EditMerge.exact(path, old, patched, content(theirs)).fates();
        @Nullable UpstreamCommit[] taken = new UpstreamCommit[now.size()];
        List<List<UpstreamCommit>> rewritten = now.stream()
                .map(fate -> (List<UpstreamCommit>) new ArrayList<UpstreamCommit>())
                .toList();
        List<RegionFate> last = List.of();
        List<FileVersion> versions = history.versions(path);
        for (FileVersion version : versions) {
            Task.check();
            forget(version.commit(), taken);
            List<RegionFate> fates = fates(path, old, patched, version);
            for (int i = 0; i < fates.size(); i++) {
                RegionFate.Kind kind = fates.get(i).kind();
                boolean same = i < last.size() && last.get(i).equals(fates.get(i));
                if (kind == RegionFate.Kind.STANDS && taken[i] == null) {
                    taken[i] = version.commit();
                } else if (kind == RegionFate.Kind.CONFLICT && taken[i] == null && !same) {
                    rewritten.get(i).add(version.commit());
                } else if (kind == RegionFate.Kind.OPEN) {
                    taken[i] = null; // undone, if it ever was made
                    rewritten.get(i).clear();
                }
            }
            last = fates;
        }
        List<Edit> edits = Words.diff(ThreeTexts.lines(old), ThreeTexts.lines(patched));
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            RegionFate fate = now.get(i);
            boolean undone = fate.kind() == RegionFate.Kind.OPEN || fate.undone();
            changes.add(new Change(
                    fate.kind(),
                    undone ? null : taken[i],
                    rewritten.get(i),
                    edits.get(i).getLengthB() == 0,
                    edits.get(i).getLengthA() == 0 && fate.undone()));
        }
        return Optional.of(new Landing(
                path, changes, versions.stream().map(FileVersion::commit).toList()));
    }

    /** Forgets what a commit says that it takes back. */
    private static void forget(UpstreamCommit commit, @Nullable UpstreamCommit[] taken) {
        String message = commit.message().toLowerCase(Locale.ROOT);
        if (message.contains("revert") || message.contains("back out")) {
            Arrays.setAll(taken, i -> {
                UpstreamCommit made = taken[i];
                return made != null
                                && (message.contains(made.hash().substring(0, 7))
                                        || message.contains(made.subject().toLowerCase(Locale.ROOT)))
                        ? null
                        : made;
            });
        }
    }

    private static List<RegionFate> fates(String path, byte[] base, byte[] ours, FileVersion version) {
        try {
            Optional<byte[]> content = version.content().get();
            return content.isPresent() && !RawText.isBinary(content.get())
                    ? EditMerge.exact(path, base, ours, content.get()).fates()
                    : List.of();
        } catch (UnreadableFileException e) {
            return List.of();
        }
    }

    private static boolean isText(Optional<TreeEntry> entry) {
        return entry.isEmpty()
                || (entry.get().kind().isFile() && !RawText.isBinary(entry.get().content()));
    }

    private static byte[] content(Optional<TreeEntry> entry) {
        return entry.map(TreeEntry::content).orElse(new byte[0]);
    }
}
