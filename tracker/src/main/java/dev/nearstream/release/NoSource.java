package dev.nearstream.release;

import dev.nearstream.upstream.Mirror;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list whose server is not asked here. */
record NoSource(Listing.Kind kind, @Nullable Mirror mirror) implements ReleaseSource {

    @Override
    public Listing list() {
        return new Listing(kind, List.of(), mirror, List.of(), "the source " + kind.label() + " is not asked here");
    }
}
