package dev.nearstream.delta.pin;

import org.jspecify.annotations.Nullable;

/**
 * What one line of upstream's tree asks for.
 *
 * @param version as written; null where it is none that can be compared
 * @param obstacle why it cannot be compared: {@code "is replaced by github.com/a/fork"}; empty where it can
 */
record Request(String file, int line, @Nullable String version, String obstacle) {

    static Request of(String file, int line, String version) {
        return new Request(file, line, version, "");
    }

    static Request opaque(String file, int line, String obstacle) {
        return new Request(file, line, null, obstacle);
    }

    String place() {
        return file + ":" + line;
    }
}
