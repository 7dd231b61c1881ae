package dev.nearstream.release;

import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Text;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.SourceCommit;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of the branch that a snapshot is taken of: its version is the packaged one's base, {@code _git}, and the day
 * of the head's commit (UTC).
 *
 * @param base of the version, before {@code _git}
 * @param mirror of the checkout's repository
 */
record BranchSource(Recipe recipe, String base, Checkout checkout, Mirror mirror) implements ReleaseSource {
    private static final Pattern SNAPSHOT = Pattern.compile("(.+)_git([0-9]{8})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /**
     * What is packaged as a snapshot: a schedule, no tag, and a version that names a day.
     *
     * @param checkout the recipe's first
     */
    static Optional<String> base(Recipe recipe, Checkout checkout) {
        UpdateRules update = recipe.update();
        boolean tracked = update.source() instanceof UpdateRules.Git || update.source() instanceof UpdateRules.GitHub;
        Matcher snapshot = SNAPSHOT.matcher(recipe.version().value());
        return tracked && update.schedule() != null && checkout.tag() == null && snapshot.matches()
                ? Optional.of(snapshot.group(1))
                : Optional.empty();
    }

    @Override
    public Listing list() throws UpstreamException {
        Refs refs = mirror.refs();
        Text named = checkout.branch();
        String branch = named == null ? refs.defaultBranch() : named.value();
        String head = branch == null ? null : refs.heads().get(branch);
        if (branch == null || head == null) {
            return Listing.failed(
                    Listing.Kind.BRANCH,
                    mirror,
                    mirror.url() + (branch == null ? " names no default branch" : " has no branch " + branch));
        }
        List<Candidate> candidates = new ArrayList<>();
        Text expected = checkout.expectedCommit();
        String version = recipe.version().value();
        boolean isHead = expected != null && expected.value().equals(head);
        if (expected != null && !isHead) {
            candidates.add(new Candidate(version, null, expected.value(), day(version), false, null));
        }
        Instant date = date(branch, head);
        String name = isHead ? version : base + "_git" + DAY.format(LocalDate.ofInstant(date, ZoneOffset.UTC));
        candidates.add(new Candidate(name, null, head, date, false, null));
        return Listing.of(Listing.Kind.BRANCH, candidates, mirror);
    }

    private Instant date(String branch, String head) throws UpstreamException {
        Tag of = new Tag("refs/heads/" + branch, head, head);
        Instant date = mirror.dates(List.of(of)).get(of.name());
        if (date != null) {
            return date;
        }
        // A server that gives no commits without their trees.
        try (SourceCommit commit = mirror.commit(head, branch)) {
            return commit.change().committed();
        }
    }

    /** Of the packaged snapshot; null where its digits are no day. */
    private static @Nullable Instant day(String version) {
        Matcher snapshot = SNAPSHOT.matcher(version);
        try {
            return snapshot.matches()
                    ? LocalDate.parse(snapshot.group(2), DAY).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
