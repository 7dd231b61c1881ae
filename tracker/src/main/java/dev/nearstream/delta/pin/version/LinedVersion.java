package dev.nearstream.delta.pin.version;

/** A version of one scheme. */
interface LinedVersion {

    /** The maintenance line: equal for versions of which a later one has all fixes of an earlier. */
    String line();

    /**
     * Its order to another of the same scheme: negative, zero or positive.
     *
     * @throws ClassCastException for one of another scheme
     */
    int compare(LinedVersion other);

    /** Whether, where it is not below another, its number says that it has what the other has. */
    default boolean tells(LinedVersion other) {
        return true;
    }
}
