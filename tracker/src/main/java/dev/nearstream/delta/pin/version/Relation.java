package dev.nearstream.delta.pin.version;

/** How a version stands to the one that is pinned. */
public enum Relation {
    EQUAL,
    /** Above, on the same maintenance line: it has what the pinned one has. */
    ABOVE,
    /** A later line; whether it has what the pinned one has, its number does not tell. */
    ABOVE_ON_ANOTHER_LINE,
    BELOW,
    BELOW_ON_ANOTHER_LINE,
    /** One of the two is no version, or they are other builds of one release. */
    UNTOLD;

    /** At or above, on the same line. */
    public boolean reaches() {
        return this == EQUAL || this == ABOVE;
    }

    /** Below, on whatever line. */
    public boolean isBelow() {
        return this == BELOW || this == BELOW_ON_ANOTHER_LINE;
    }

    public boolean isSameLine() {
        return reaches() || this == BELOW;
    }
}
