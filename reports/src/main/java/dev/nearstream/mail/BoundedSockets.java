package dev.nearstream.mail;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Connections on which an answer has an end: SMTP asks and waits in turns, so that what comes after one question must come
 * within a time, however slowly it trickles, and within a length. All of an outbox's connections together have a time too.
 */
final class BoundedSockets extends SocketFactory {
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Duration answer;
    private final long end;

    /**
     * @param answer in which an answer must be there, whole
     * @param all in which all must be done, from now on
     */
    BoundedSockets(Duration answer, Duration all) {
        this.answer = answer;
        this.end = System.nanoTime() + all.toNanos();
    }

    @Override
    public Socket createSocket() {
        return new Bounded();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("sockets are made first and connected then");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }

    /** An answer without an end, or none of SMTP. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        private TooLongException() {
            super("its answer is longer than 64 KiB");
        }
    }

    private final class Bounded extends Socket {
        private long asked = System.nanoTime();
        private int read;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    int count = read(one, 0, 1);
                    return count < 0 ? count : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    setSoTimeout(left(Math.min(asked + answer.toNanos(), end)));
                    int count = in.read(bytes, offset, length);
                    read += Math.max(0, count);
                    if (read > LONGEST_ANSWER) {
                        throw new TooLongException();
                    }
                    return count;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            asked = System.nanoTime();
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    left(end); // how long nothing was asked is no matter
                    out.write(bytes, offset, length);
                    asked = System.nanoTime();
                    read = 0;
                }
            };
        }

        /** Milliseconds until then. */
        private int left(long then) throws SocketTimeoutException {
            long left = then - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("its time is over");
            }
            return (int) Math.min(Integer.MAX_VALUE, 1 + left / 1_000_000);
        }
    }
}
