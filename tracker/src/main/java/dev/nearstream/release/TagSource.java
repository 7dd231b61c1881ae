package dev.nearstream.release;

import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.UpstreamException;

/** All tags of a repository. */
record TagSource(Mirror mirror) implements ReleaseSource {

    @Override
    public Listing list() throws UpstreamException {
        return Listing.of(
                Listing.Kind.TAGS,
                mirror.refs().tags().values().stream().map(Candidate::of).toList(),
                mirror);
    }
}
