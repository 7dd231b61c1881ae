package dev.nearstream.report.export;

import dev.nearstream.upstream.Hashes;

/** Names for things that stay the same from night to night. */
final class Hash {
    private Hash() {}

    /** 32 hexadecimal digits of the texts, in their order. */
    static String of(String... texts) {
        return Hashes.of(String.join("\0", texts)).substring(0, 32);
    }
}
