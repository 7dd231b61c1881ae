package dev.nearstream.pull.verify;

import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.report.VerifyResult;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** Has bumps looked at before they are proposed. */
public interface Verification {
    /** Nobody looks. */
    Verification NONE = new Verification() {
        @Override
        public Optional<VerifyResult> of(Recipe recipe, String version, Collection<FileChange> changes) {
            return Optional.empty();
        }

        @Override
        public Optional<VerifyResult> leftOut(String why) {
            return Optional.empty();
        }

        @Override
        public boolean isRefused(VerifyResult result) {
            return false;
        }

        @Override
        public String settings() {
            return "";
        }
    };

    /**
     * What is said of a package as the changes leave it; empty where nobody is asked.
     *
     * @throws IOException where it could not be asked
     */
    Optional<VerifyResult> of(Recipe recipe, String version, Collection<FileChange> changes) throws IOException;

    /** Says that one was not asked about, where others are. */
    Optional<VerifyResult> leftOut(String why);

    /** Whether a bump with this result is not to be proposed. */
    boolean isRefused(VerifyResult result);

    /** All that the answers depend on beside the files. */
    String settings();
}
