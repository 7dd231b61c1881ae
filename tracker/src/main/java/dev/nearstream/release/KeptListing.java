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
            return e.kind() == ListException.Kind.GONE
                    ? Listing.failed(kind, mirror, e.words() + "; correct the identifier of update." + kind.label())
                    : lastOr(e);
        }
    }

    /** Offline, what was not asked for is nobody's fault and no finding. */
    private Listing lastOr(ListException e) {
        Optional<KeptLists.Kept> last = lists.find(name);
        List<Candidate> candidates = last.map(KeptLists.Kept::candidates).orElse(List.of());
        String failure = last.isPresent() ? null : e.words();
        String finding = e.words() + last.map(KeptListing::standsIn).orElse("");
        boolean offline = e.kind() == ListException.Kind.OFFLINE;
        return new Listing(kind, candidates, mirror, offline ? List.of() : List.of(finding), failure);
    }

    static String standsIn(KeptLists.Kept last) {
        return "; what it listed on " + LocalDate.ofInstant(last.on(), ZoneOffset.UTC) + " stands in";
    }
}
