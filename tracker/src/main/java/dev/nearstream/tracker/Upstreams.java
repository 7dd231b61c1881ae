package dev.nearstream.tracker;

import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.UpstreamException;

/** Where upstream repositories come from. Safe for several threads. */
@FunctionalInterface
public interface Upstreams {

    /**
     * The repository of a URL that a recipe declares; the same one for all who ask in a run. The caller does not close it.
     *
     * @throws UpstreamException where the URL is of a kind that is never read
     */
    Mirror open(String declaredUrl) throws UpstreamException;
}
