package dev.nearstream.trend;

import dev.nearstream.history.IsoWeek;
import java.util.List;

/** The past of recipe trees, week by week. What is written of a week is there whole or not at all. */
public interface TrendStore {

    /**
     * The weeks that are known, oldest first.
     *
     * @param recipes where the tree comes from, as runs call it
     */
    List<PastWeek> weeks(String recipes);

    /** What was carried in them. */
    List<Span> spans(String recipes);

    /** The packages that there were. */
    List<PackageSpan> packages(String recipes);

    /** Adds a week, which is later than all that are known. */
    void add(String recipes, PastWeek week, WeekChange change);

    /** The weeks that have been held against upstream, oldest first. */
    List<PastStanding> standings(String recipes);

    /** What upstream was found to have taken, by package, delta and content. */
    List<Taken> taken(String recipes);

    /**
     * Keeps what a week was found to be, in place of what was known of it.
     *
     * @param taken found on the way; one whose package, delta and content are known stays as it is, but for an earlier week
     */
    void judge(String recipes, PastStanding standing, List<Taken> taken);

    /** Takes back this week and all later ones, as if they had not been added. */
    void forgetFrom(String recipes, IsoWeek week);
}
