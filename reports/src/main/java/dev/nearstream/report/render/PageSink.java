package dev.nearstream.report.render;

import java.io.IOException;

/** Takes every page as it is written, beside the markdown files. */
@FunctionalInterface
public interface PageSink {
    /** Takes nothing. */
    PageSink NONE = (path, text) -> {};

    /**
     * Takes a page or a picture; may be called by several threads at once.
     *
     * @param path below the out directory, with slashes; what ends with {@code .md} is markdown
     */
    void put(String path, String text) throws IOException;
}
