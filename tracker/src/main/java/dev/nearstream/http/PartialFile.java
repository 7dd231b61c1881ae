package dev.nearstream.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a download so far. Where the connection broke, the rest is asked for, but only of a server that
 * names the content by a strong ETag; else the whole is asked for again.
 */
final class PartialFile {
    private final Path file;
    private @Nullable URI from;
    private @Nullable String etag;
    private long length;

    PartialFile(Path file) {
        this.file = file;
    }

    long length() {
        return length;
    }

    /** Adds the headers that ask for the rest, where that is of use. The place for other conditions. */
    void conditions(URI url, HttpRequest.Builder request) {
        if (length > 0 && etag != null && url.equals(from)) {
            request.header("Range", "bytes=" + length + "-").header("If-Range", etag);
        }
    }

    /** Before the body of an answer is taken; a 206 goes on where the file ends, any other begins it anew. */
    void begin(URI url, HttpResponse<?> answer) throws IOException {
        boolean rest = answer.statusCode() == 206
                && answer.headers()
                        .firstValue("Content-Range")
                        .filter(range -> range.startsWith("bytes " + length + "-"))
                        .isPresent();
        if (!rest) {
            if (answer.statusCode() == 206) {
                restart();
                throw new IOException("the server sends another part than was asked for");
            }
            restart();
            from = url;
            etag = answer.headers()
                    .firstValue("ETag")
                    .filter(value -> value.startsWith("\""))
                    .orElse(null);
        }
    }

    /** Forgets what has come. */
    void restart() throws IOException {
        Files.deleteIfExists(file);
        length = 0;
        etag = null;
    }

    /** Takes the rest of the body. What fails here is the wire's; the disk's failures are {@link DiskException}s. */
    void take(InputStream body) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = open()) {
            int count = body.read(buffer);
            while (count >= 0) {
                write(out, buffer, count);
                length += count;
                count = body.read(buffer);
            }
        }
    }

    private OutputStream open() throws DiskException {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) throws DiskException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    /** The disk's failure, which another attempt would not mend. */
    static final class DiskException extends IOException {
        private static final long serialVersionUID = 1L;

        DiskException(IOException cause) {
            super(Redaction.quoted(cause), cause);
        }
    }
}
