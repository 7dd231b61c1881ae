package dev.nearstream.tracker;

import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Text;
import dev.nearstream.release.Release;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.Tag;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which commit a checkout means: at the packaged version, and at a release. */
final class Revisions {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");

    private Revisions() {}

    /** The commit that the recipe builds; empty where upstream's refs do not have what it names. */
    static Optional<Revision> packaged(Checkout checkout, Refs refs) {
        Text tag = checkout.tag();
        if (tag != null) {
            Optional<Revision> named = refs.tag(tag.value()).map(Revisions::of);
            return named.isPresent() ? named : expected(checkout);
        }
        Optional<Revision> expected = expected(checkout);
        if (expected.isPresent()) {
            return expected;
        }
        Text branch = checkout.branch();
        String head = branch != null ? branch.value() : refs.defaultBranch();
        String commit = head == null ? null : refs.heads().get(head);
        return commit == null ? Optional.empty() : Optional.of(new Revision("refs/heads/" + head, commit));
    }

    /** The head of the default branch; empty where upstream names none. */
    static Optional<Revision> head(Refs refs) {
        String branch = refs.defaultBranch();
        String commit = branch == null ? null : refs.heads().get(branch);
        return commit == null ? Optional.empty() : Optional.of(new Revision("refs/heads/" + branch, commit));
    }

    /** What is wrong with the tag that the checkout names, or empty. */
    static Optional<String> moved(Checkout checkout, Refs refs) {
        Text name = checkout.tag();
        if (name == null) {
            return Optional.empty();
        }
        Optional<Tag> tag = refs.tag(name.value());
        if (tag.isEmpty()) {
            return Optional.of("upstream has no tag " + name.value());
        }
        String expected =
                expected(checkout).map(Revision::commit).orElse(tag.get().commit());
        boolean same =
                expected.equals(tag.get().commit()) || expected.equals(tag.get().object());
        return same
                ? Optional.empty()
                : Optional.of("the tag %s is at %s now; the recipe expects %s"
                        .formatted(name.value(), tag.get().commit(), expected));
    }

    /** Whether the checkout follows the package's version: the only one does, of several those that name it. */
    static boolean followsVersion(Recipe recipe, Checkout checkout) {
        Text tag = checkout.tag();
        long main = recipe.checkouts().stream()
                .map(of -> of.repository().value())
                .distinct()
                .count();
        return main == 1 || tag == null || tag.source().contains("${{");
    }

    /**
     * The commit that the checkout would mean at a release: the release's own tag where that is of the same repository;
     * its commit where it is a branch's head, and the checkout names no tag; else the tag whose name is made of the release's version as the recipe makes it.
     */
    static Optional<Revision> atRelease(
            Recipe recipe, Checkout checkout, Refs refs, Release release, boolean sameRepository) {
        Text tag = checkout.tag();
        Tag released = release.tag();
        if (sameRepository && released != null && refs.tag(released.name()).isPresent()) {
            return refs.tag(released.name()).map(Revisions::of);
        }
        if (tag == null) {
            String commit = release.commit();
            return sameRepository && released == null && commit != null
                    ? Optional.of(new Revision(commit, commit))
                    : Optional.empty();
        }
        String name = recipe.variablesAt(release.version().text()).substitute(tag.source());
        return refs.tag(name).map(Revisions::of);
    }

    private static Optional<Revision> expected(Checkout checkout) {
        return Optional.ofNullable(checkout.expectedCommit())
                .map(Text::value)
                .filter(value -> HASH.matcher(value).matches())
                .map(value -> new Revision(value, value));
    }

    private static Revision of(Tag tag) {
        return new Revision("refs/tags/" + tag.name(), tag.commit());
    }
}
