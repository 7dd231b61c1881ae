package dev.nearstream.upstream;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Begins an answer that looks well, and then sends one byte after another, for ever, none of them too late. */
final class TricklingServer implements AutoCloseable {
    private static final String BEGINNING = """
            HTTP/1.1 200 OK\r
            Content-Type: application/x-git-upload-pack-advertisement\r
            Connection: close\r
            \r
            ffff# service=""";

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Duration pause;

    TricklingServer(Duration pause) throws IOException {
        this.pause = pause;
        Thread thread = new Thread(this::serve, "trickling");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://localhost:" + socket.getLocalPort() + "/project.git";
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    OutputStream out = client.getOutputStream()) {
                out.write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
                while (!socket.isClosed()) {
                    out.write('x');
                    out.flush();
                    LockSupport.parkNanos(pause.toNanos());
                }
            } catch (IOException e) {
                // The client has had enough.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
