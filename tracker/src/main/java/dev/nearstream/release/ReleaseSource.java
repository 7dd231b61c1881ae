package dev.nearstream.release;

import dev.nearstream.upstream.UpstreamException;

/** Where one upstream's releases are listed. */
sealed interface ReleaseSource permits TagSource, GitHubSource, MonitorSource, BranchSource, OciSource, NoSource {

    /**
     * What it lists now. What a list's server does wrong is the listing's failure or finding, and no exception.
     *
     * @throws UpstreamException where the repository's refs cannot be had, and nothing can be listed without
     */
    Listing list() throws UpstreamException;
}
