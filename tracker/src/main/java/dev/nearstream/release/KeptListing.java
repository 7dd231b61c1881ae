package dev.nearstream.release;

import dev.nearstream.upstream.Mirror;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server's list, and where the server does not answer, what it listed last.
 *
 * @param name the source's, in all runs alike
 */
record KeptListing(Listing.Kind kind, @Nullable Mirror mirror, KeptLists lists, String name) {

    /** Asks the server. */
    @FunctionalInterface
    interface Question {
        List<Candidate> ask() throws ListException;
    }

    Listing of(Question question) {
        try {
            List<Candidate> candidates = question.ask();
            lists.keep(name, candidates);
            return Listing.of(kind, candidates, mirror);
        } catch (ListException e) {
            Optional<KeptLists.Kept> last = e.kind() == ListException.Kind.GONE ? Optional.empty() : lists.find(name);
            if (last.isEmpty()) {
                return Listing.failed(kind, mirror, e.words() + (e.kind() == ListException.Kind.GONE ? gone() : ""));
            }
            return Listing.of(kind, last.get().candidates(), mirror)
                    .with(last.get().candidates(), List.of(e.words() + standsIn(last.get())));
        }
    }

    static String standsIn(KeptLists.Kept last) {
        return "; what it listed on " + LocalDate.ofInstant(last.on(), ZoneOffset.UTC) + " stands in";
    }

    private String gone() {
        return "; correct the identifier of update." + kind.label();
    }
}
