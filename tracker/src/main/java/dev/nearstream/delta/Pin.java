package dev.nearstream.delta;

/**
 * A dependency held at a version.
 *
 * @param name without the version
 * @param text as written
 */
record Pin(String name, String text) {

    /**
     * Reads one entry of a list of pins: {@code module@v}, {@code group@artifact@v[@scope[@type]]}, {@code name==v},
     * {@code crate@old=new}, {@code module=replacement@v}.
     */
    static Pin of(String entry) {
        int same = entry.indexOf("==");
        if (same > 0) {
            return new Pin(entry.substring(0, same), entry);
        }
        int equals = entry.indexOf('=');
        if (equals > 0) {
            return new Pin(entry.substring(0, equals), entry);
        }
        int at = entry.indexOf('@', 1);
        if (at < 0) {
            return new Pin(entry, entry);
        }
        boolean scoped = entry.startsWith("@");
        int second = scoped ? -1 : entry.indexOf('@', at + 1);
        return new Pin(entry.substring(0, second > 0 ? second : at), entry);
    }
}
