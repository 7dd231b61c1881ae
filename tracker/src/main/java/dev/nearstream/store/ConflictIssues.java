package dev.nearstream.store;

import java.util.List;

/**
 * The issues of all nights that may be open: one a package. What is written is on the disk before the method returns.
 * Reading needs no lock; writing needs the writer's. Every method throws {@link StoreException} where the database fails.
 */
public interface ConflictIssues {

    /** All, sorted by package. */
    List<ConflictIssue> open();

    /** Writes it, or overwrites the package's: before the forge is asked, and with its answer. */
    void write(ConflictIssue issue);

    /** Forgets the package's, after the forge has closed it; does nothing where there is none. */
    void closed(String packageName);
}
