package dev.nearstream.upstream;

import dev.nearstream.http.Traffic;
import java.net.Proxy;
import java.net.URL;
import java.net.http.HttpClient;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The connections of one operation. */
record GitHttpConnections(HttpClient client, HttpTrace trace, Traffic traffic) implements HttpConnectionFactory {

    @Override
    public HttpConnection create(URL url) {
        return new GitHttpConnection(client, trace, traffic, url);
    }

    /** The JDK's client asks the system's proxy selector itself. */
    @Override
    public HttpConnection create(URL url, @Nullable Proxy proxy) {
        return create(url);
    }
}
