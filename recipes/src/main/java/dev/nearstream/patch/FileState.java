package dev.nearstream.patch;

/** What a patch says about a file on one side of the change; ordered, as GNU patch compares it. */
public enum FileState {
    /** It has content, or nothing is said. */
    PRESENT,
    /** It is empty (or may be absent: the header does not tell). */
    EMPTY,
    /** It does not exist. */
    ABSENT
}
