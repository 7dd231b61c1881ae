package dev.nearstream.tracker;

import dev.nearstream.decision.Decision;
import dev.nearstream.delta.CommitReason;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Reason;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.history.Touch;
import dev.nearstream.store.Background;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people say of a delta today, and what it is for by that: read anew each night, as it depends on no upstream. */
record Said(Purpose purpose, Background background) {

    /** @param advisories those that it is carried for */
    static Said of(Delta delta, RecipeDeltas deltas, Past past, List<String> advisories) {
        Delta.Facts facts = delta.facts();
        Optional<Decision> decision = deltas.decisions().about(facts.id());
        Reason stated = facts.reason();
        String reason = stated == null ? null : stated.text();
        String from = stated == null ? null : stated.from().name().toLowerCase(Locale.ROOT);
        Purpose purpose = facts.purpose();
        String family = null;
        Touch touch = null;
        if (delta instanceof Delta.PatchFile patch) {
            family = patch.family();
            touch = past.touchOf(patch.path()).orElse(null);
            Optional<Past.Addition> addition = reason == null ? past.addedBy(patch.path()) : Optional.empty();
            if (addition.isPresent()) {
                from = Background.from(addition.get().commit());
                reason = Optional.ofNullable(addition.get().subject())
                        .flatMap(subject ->
                                CommitReason.of(deltas.recipe().name().value(), subject))
                        .orElse(null);
                purpose = purpose == Purpose.UNKNOWN && reason != null ? CommitReason.purpose(reason) : purpose;
            }
        }
        return new Said(
                purpose,
                new Background(reason, from, decision.map(Decision::text).orElse(null), family, advisories, touch));
    }
}
