package dev.nearstream.bump;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What upstream did between the packaged version and the new one, as far as that is known. */
public interface UpstreamHistory {

    /**
     * A file as the commits between both left it that changed it, oldest first. Empty where there were none, and where
     * history is not known.
     */
    List<FileVersion> versions(String path);

    /**
     * The commit, where it is known that the new version contains it and the packaged one does not.
     *
     * @param hash at least seven digits of it
     */
    Optional<UpstreamCommit> between(String hash);

    /** The first release that contains a commit; null where that is not known. */
    @Nullable
    String firstRelease(String hash);

    /** One of which nothing is known. */
    static UpstreamHistory none() {
        return new UpstreamHistory() {
            @Override
            public List<FileVersion> versions(String path) {
                return List.of();
            }

            @Override
            public Optional<UpstreamCommit> between(String hash) {
                return Optional.empty();
            }

            @Override
            public @Nullable String firstRelease(String hash) {
                return null;
            }
        };
    }
}
