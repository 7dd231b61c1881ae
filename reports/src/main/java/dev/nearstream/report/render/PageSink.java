package dev.nearstream.report.render;

import java.io.IOException;
import java.util.Set;

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

    /**
     * Takes away the pages of a directory but those of these names, as they were put.
     *
     * @param directory below the out directory
     */
    default void keepOnly(String directory, Set<String> names) throws IOException {}
}
