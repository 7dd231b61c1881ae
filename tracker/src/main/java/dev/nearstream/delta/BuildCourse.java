package dev.nearstream.delta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a build does before a certain point, in the recipe's order, checkouts apart. Immutable; a longer course shares
 * the shorter one. Two are equal only if they are the same.
 */
public final class BuildCourse {
    private final String packageDirectory;
    private final String version;
    private final @Nullable BuildCourse before;
    private final @Nullable BuildEvent last;
    private final int size;

    private BuildCourse(
            String packageDirectory,
            String version,
            @Nullable BuildCourse before,
            @Nullable BuildEvent last,
            int size) {
        this.packageDirectory = packageDirectory;
        this.version = version;
        this.before = before;
        this.last = last;
        this.size = size;
    }

    /**
     * A course in which nothing has happened yet.
     *
     * @param packageDirectory in the recipe tree; the build copies its files into the workspace
     * @param version the packaged one, whose text the recipe's commands contain
     */
    public static BuildCourse start(String packageDirectory, String version) {
        return new BuildCourse(packageDirectory, version, null, null, 0);
    }

    /** This course, and one event more. */
    public BuildCourse then(BuildEvent event) {
        return new BuildCourse(packageDirectory, version, this, event, size + 1);
    }

    public String packageDirectory() {
        return packageDirectory;
    }

    public String version() {
        return version;
    }

    /** The events, the first one first. */
    public List<BuildEvent> events() {
        List<BuildEvent> events = new ArrayList<>(size);
        for (BuildCourse one = this; one != null; one = one.before) {
            if (one.last != null) {
                events.add(one.last);
            }
        }
        Collections.reverse(events);
        return events;
    }
}
