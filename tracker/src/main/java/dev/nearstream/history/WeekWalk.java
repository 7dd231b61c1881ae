package dev.nearstream.history;

import dev.nearstream.task.Task;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** One walk back over first parents. */
final class WeekWalk {
    private WeekWalk() {}

    /**
     * The last commit of each week that has one, oldest first. Clocks go wrong: of a commit that is dated into a week which
     * a later commit has left already, nothing is taken. What a shallow clone has not ends the walk.
     */
    static List<WeekCommit> from(Repository repository, ObjectId start) throws IOException {
        List<WeekCommit> weeks = new ArrayList<>();
        Set<IsoWeek> seen = new HashSet<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            RevCommit commit = walk.parseCommit(start);
            while (true) {
                Task.check();
                Instant committed = Instant.ofEpochSecond(commit.getCommitTime());
                IsoWeek week = IsoWeek.of(committed);
                if (seen.add(week)) {
                    weeks.add(new WeekCommit(week, commit.name(), committed));
                }
                if (commit.getParentCount() == 0) {
                    break;
                }
                commit = walk.parseCommit(commit.getParent(0));
            }
        } catch (MissingObjectException e) {
            if (weeks.isEmpty()) {
                throw e;
            }
        }
        weeks.sort(Comparator.comparing(WeekCommit::week));
        return Collections.unmodifiableList(weeks);
    }
}
