package dev.nearstream.archive;

import java.io.IOException;
import java.io.InputStream;

/** Takes the entries of an archive, in its order, by their names as written there. */
interface EntrySink {
    void directory(String name) throws IOException;

    /**
     * A file.
     *
     * @param size what {@code content} has; all of it is read
     */
    void file(String name, boolean executable, long size, InputStream content) throws IOException;

    void symbolicLink(String name, String target) throws IOException;

    /** Another name of an entry that came before. */
    void hardLink(String name, String target) throws IOException;
}
