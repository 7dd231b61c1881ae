package dev.nearstream.score;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** One line for a person on why deltas weigh what they weigh. Only what is avoidable is ever called so. */
final class DeltaReasons {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private DeltaReasons() {}

    /** @param deltas of one class, the heaviest first; at least one */
    static String of(List<DeltaFacts> deltas) {
        // Names and reasons come from outside, and may have line ends and other controls in them.
        return CONTROLS.matcher(text(deltas)).replaceAll(" ");
    }

    private static String text(List<DeltaFacts> deltas) {
        DeltaFacts first = deltas.get(0);
        if (deltas.size() == 1) {
            boolean blocked = first.state().scoreClass() == ScoreClass.BLOCKED;
            return first.name() + ": " + what(first)
                    + (blocked && first.decision() != null ? "; to be kept, decided: " + first.decision() : "");
        }
        boolean alike = deltas.stream().allMatch(delta -> delta.kind() == first.kind());
        long longest = deltas.stream()
                .map(DeltaFacts::avoidableDays)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(0L);
        String most =
                longest > 0 && first.state().scoreClass() == ScoreClass.AVOIDABLE ? ", for up to " + days(longest) : "";
        String counted = deltas.size() + " " + (alike ? plural(first.kind().label()) : "deltas");
        if (deltas.stream().allMatch(delta -> delta.state() == DeltaState.UNKNOWN)) {
            return counted + ": none of them is assessed"
                    + (first.notAssessed() == null ? "" : ": " + first.notAssessed());
        }
        return counted + ", weighed as one family; the heaviest, " + first.name() + ", is " + inBrief(first) + most;
    }

    private static String plural(String kind) {
        return kind + (kind.endsWith("ch") ? "es" : "s");
    }

    private static String what(DeltaFacts delta) {
        return switch (delta.state()) {
            case NECESSARY -> needed(delta);
            case FUZZ -> "goes in only with fuzz" + where(delta) + "; refresh it before it breaks";
            case CONFLICT -> "does not apply" + where(delta);
            case PARTLY -> "upstream has a part of it, and the rest does not apply" + where(delta);
            case UPSTREAM ->
                "upstream" + (delta.firstRelease() == null ? "" : " since " + delta.firstRelease()) + avoidable(delta);
            case DEAD -> "changes nothing any more" + avoidable(delta);
            case UNUSED -> "used by no step" + avoidable(delta);
            case UNKNOWN -> "not assessed, no points" + (delta.notAssessed() == null ? "" : ": " + delta.notAssessed());
        };
    }

    private static String inBrief(DeltaFacts delta) {
        return switch (delta.state()) {
            case NECESSARY -> "needed";
            case FUZZ -> "applied only with fuzz";
            case CONFLICT -> "in conflict";
            case PARTLY -> "upstream in part";
            case UPSTREAM -> "upstream";
            case DEAD -> "without effect";
            case UNUSED -> "used by no step";
            case UNKNOWN -> "not assessed";
        };
    }

    private static String where(DeltaFacts delta) {
        return delta.atLatest() == delta.state() ? " at the newest release" : " at the packaged version";
    }

    private static String avoidable(DeltaFacts delta) {
        Long since = delta.avoidableDays();
        return since == null || since <= 0 ? ", avoidable" : ", avoidable for " + days(since);
    }

    private static String needed(DeltaFacts delta) {
        String sent = delta.forwarding() == Forwarding.NOT_SENT ? ", never sent upstream" : "";
        String carried = delta.ageDays() == null ? "" : ", carried for " + days(delta.ageDays());
        if (delta.decision() != null) {
            return "kept, decided: " + delta.decision() + carried;
        }
        return (switch (delta.purpose()) {
                    case UNKNOWN ->
                        delta.reason() == null ? "still needed, no stated reason" : "still needed, of no known kind";
                    default -> "still needed, for " + delta.purpose().label();
                })
                + sent
                + carried;
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : "%,d days".formatted(days);
    }
}
