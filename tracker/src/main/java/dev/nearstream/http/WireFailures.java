package dev.nearstream.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What kind of failure the system met on the wire, by the exceptions' types and not by their words. */
public final class WireFailures {
    private WireFailures() {}

    public static boolean isUnknownHost(Throwable wire) {
        return find(wire, UnknownHostException.class).isPresent()
                || find(wire, UnresolvedAddressException.class).isPresent();
    }

    /** Whether no connection came to stand; a certificate that is not trusted counts. */
    public static boolean isConnecting(Throwable wire) {
        return find(wire, ConnectException.class).isPresent()
                || find(wire, HttpConnectTimeoutException.class).isPresent()
                || find(wire, NoRouteToHostException.class).isPresent()
                || find(wire, SocketTimeoutException.class).isPresent()
                || find(wire, SSLException.class).isPresent();
    }

    /** The innermost cause in the system's words, redacted. */
    public static String innermost(Throwable wire) {
        Throwable last = wire;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        if (last instanceof ClosedChannelException) {
            return "connection refused"; // the JDK's client gives no more than this
        }
        return Redaction.quoted(last);
    }

    /** The outermost cause of a type. */
    public static <T extends Throwable> Optional<T> find(Throwable from, Class<T> type) {
        @Nullable Throwable cause = from;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
