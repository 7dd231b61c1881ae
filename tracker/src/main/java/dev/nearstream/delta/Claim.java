package dev.nearstream.delta;

import dev.nearstream.recipe.Version;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a patch's header claims about upstream: OpenEmbedded's {@code Upstream-Status}, or a field of DEP-3.
 *
 * @param text as it is shown: {@code Submitted}, {@code Forwarded: no}
 * @param version the release of {@code Applied-Upstream}, or null
 */
public record Claim(Kind kind, String text, @Nullable String version) {
    private static final Pattern FIELD =
            Pattern.compile("(Forwarded|Applied-Upstream|Origin):\\s*(.*)", Pattern.DOTALL);
    private static final Pattern RELEASE = Pattern.compile("v?(\\d+(?:\\.\\d+)*[a-z]?)\\b.*", Pattern.DOTALL);
    private static final int LONGEST = 80;

    /** What is claimed. */
    public enum Kind {
        /** upstream has it */
        TAKEN,
        /** it was sent, and waits */
        SENT,
        /** it was sent, and upstream does not want it */
        DENIED,
        /** it was not sent, or need not be */
        NOT_SENT
    }

    /**
     * Reads a declared status: OpenEmbedded's as it is, DEP-3's behind the field's name.
     *
     * @return empty where nothing is declared, or in words that no rule knows
     */
    public static Optional<Claim> of(@Nullable String declaredStatus) {
        String declared = declaredStatus == null
                ? ""
                : declaredStatus.replaceAll("\\s+", " ").strip();
        Matcher field = FIELD.matcher(declared);
        if (field.matches()) {
            return ofField(field.group(1), field.group(2).strip(), declared);
        }
        String word = first(declared);
        Kind kind = switch (word) {
            case "backport", "accepted" -> Kind.TAKEN;
            case "submitted" -> Kind.SENT;
            case "denied" -> Kind.DENIED;
            case "pending", "inappropriate", "inactive-upstream", "no" -> Kind.NOT_SENT;
            default -> word.startsWith("cherry") ? Kind.TAKEN : null;
        };
        return kind == null ? Optional.empty() : Optional.of(new Claim(kind, shown(declared), null));
    }

    private static Optional<Claim> ofField(String name, String value, String declared) {
        String word = first(value);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (name) {
            case "Forwarded" ->
                Optional.of(new Claim(
                        word.equals("no") || word.startsWith("not") ? Kind.NOT_SENT : Kind.SENT,
                        shown(declared),
                        null));
            case "Origin" ->
                // An address alone may be a fork's or another distribution's.
                word.startsWith("upstream") || word.startsWith("backport")
                        ? Optional.of(new Claim(Kind.TAKEN, shown(declared), null))
                        : Optional.empty();
            default -> {
                Matcher release = RELEASE.matcher(value);
                boolean none = word.equals("no") || word.startsWith("not");
                yield none
                        ? Optional.empty()
                        : Optional.of(
                                new Claim(Kind.TAKEN, shown(declared), release.matches() ? release.group(1) : null));
            }
        };
    }

    private static String first(String text) {
        return text.replaceFirst("[\\s\\[(,;].*", "").toLowerCase(Locale.ROOT);
    }

    private static String shown(String declared) {
        return declared.length() <= LONGEST ? declared : declared.substring(0, LONGEST) + "…";
    }

    /**
     * Holds the claim against what was found.
     *
     * @param now at the packaged version, or null where not assessed
     * @param atLatest at the newest release, or null where not assessed
     * @param packaged the packaged version
     * @param newest the newest release's version, or null where it is not known
     * @return one line where claim and truth differ; empty where they agree, or where the truth is not known
     */
    public Optional<String> against(
            @Nullable Verdict now, @Nullable Verdict atLatest, String packaged, @Nullable String newest) {
        boolean taken = now instanceof Verdict.Upstream || atLatest instanceof Verdict.Upstream;
        if (kind != Kind.TAKEN) {
            return taken ? Optional.of("says " + text + ", " + since(now, atLatest, newest)) : Optional.empty();
        }
        // What still goes in is lacking, unless something shows that it is there all the same.
        boolean lacking = now instanceof Verdict.Applies
                && atLatest instanceof Verdict.Applies
                && atLatest.evidence().isEmpty();
        // A backport to the newest release comes from behind it, where nobody has looked.
        boolean newer = newest != null && !newest.equals(packaged);
        return lacking && newer && !isLater(Objects.requireNonNull(newest))
                ? Optional.of("says " + text + ", upstream does not have it at " + newest)
                : Optional.empty();
    }

    private static String since(@Nullable Verdict now, @Nullable Verdict atLatest, @Nullable String newest) {
        Verdict found = now instanceof Verdict.Upstream ? now : Objects.requireNonNull(atLatest);
        Optional<String> release = found.evidence().stream()
                .map(Evidence::firstRelease)
                .filter(Objects::nonNull)
                .findFirst();
        if (release.isPresent()) {
            return "has been upstream since " + release.get();
        }
        return now instanceof Verdict.Upstream
                ? "is upstream at the packaged version"
                : "is upstream at " + (newest == null ? "the newest release" : newest);
    }

    /** Whether the claim is about a release behind this one, or about one that cannot be compared. */
    private boolean isLater(String newest) {
        if (version == null) {
            return false;
        }
        Optional<Version> claimed = Version.parse(version);
        Optional<Version> there = Version.parse(newest);
        return claimed.isEmpty() || there.isEmpty() || claimed.get().compareTo(there.get()) > 0;
    }
}
