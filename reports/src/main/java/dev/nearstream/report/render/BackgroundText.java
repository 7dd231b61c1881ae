package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.report.Families;
import dev.nearstream.report.VisibleText;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Background;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people say of a delta, in lines of plain text, which quote from outside. */
final class BackgroundText {
    private static final int SHORT_HASH = 10;
    private static final int MOST_COPIES = 12;

    private BackgroundText() {}

    /** The decision to keep it; empty where nobody has decided. */
    static Optional<String> decision(AssessedDelta delta) {
        return Optional.ofNullable(delta.background().decision()).map(why -> "decided: " + why);
    }

    /**
     * The stated reason and where it stands; that there is none, of a patch that nobody can tell the purpose of; else
     * empty.
     */
    static Optional<String> reason(AssessedDelta delta) {
        Background said = delta.background();
        String commit = said.commit();
        if (said.reason() != null) {
            return Optional.of("“" + said.reason() + "” (" + place(said, commit) + ")");
        }
        if (delta.kind() != DeltaKind.PATCH || delta.purpose() != Purpose.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(
                commit == null
                        ? "no reason is stated in the patch or the recipe"
                        : "no reason is stated in the patch, the recipe or the commit that added it, " + cut(commit));
    }

    private static String place(Background said, @Nullable String commit) {
        if (commit != null) {
            return "the commit that added it, " + cut(commit);
        }
        return "recipe".equals(said.reasonFrom()) ? "the recipe" : "the patch";
    }

    private static String cut(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }

    /** {@code one of 6 copies: llvm-16, llvm-17 …}; empty where it has none. */
    static Optional<String> copies(Families families, AssessedDelta delta) {
        List<String> copies = families.copies(delta);
        return copies.isEmpty()
                ? Optional.empty()
                : Optional.of("one of " + Numbers.count(copies.size()) + " copies: "
                        + Listing.line(copies, MOST_COPIES, ", ", name -> name));
    }

    /** Who changed it last in the recipes, when, and in which commit; for a page. */
    static Optional<String> touched(PageLinks links, AssessedDelta delta) {
        return Optional.ofNullable(delta.background().touch())
                .map(touch -> OutsideText.rest(VisibleText.of(touch.by())) + " on " + touch.day() + ", "
                        + links.commit(touch.commit()));
    }
}
