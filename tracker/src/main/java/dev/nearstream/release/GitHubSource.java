package dev.nearstream.release;

import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.List;

/**
 * The releases of a GitHub repository: drafts are none, and prereleases only where the rules allow them. Where they cannot
 * be had, and where there are none, tags stand in.
 */
record GitHubSource(String identifier, Mirror mirror, GitHubReleases releases) implements ReleaseSource {

    @Override
    public Listing list() throws UpstreamException {
        Listing tags = new TagSource(mirror).list();
        GitHubReleases.Answer answer = releases.of(identifier);
        List<Candidate> listed = answer.releases();
        if (listed == null) {
            return tags.with(tags.candidates(), answer.findings());
        }
        List<String> findings = new ArrayList<>(answer.findings());
        if (listed.isEmpty()) {
            if (!tags.candidates().isEmpty()) {
                findings.add("upstream has no releases on GitHub, and tags stand in; use-tag: true would say so");
            }
            return tags.with(tags.candidates(), findings);
        }
        Refs refs = mirror.refs();
        return Listing.of(Listing.Kind.RELEASES, List.of(), mirror)
                .with(listed.stream().map(of -> tagged(of, refs)).toList(), findings);
    }

    private static Candidate tagged(Candidate release, Refs refs) {
        return release.flaw() != null
                ? release
                : refs.tag(release.name()).map(release::at).orElseGet(() -> release.flawed("upstream has no such tag"));
    }
}
