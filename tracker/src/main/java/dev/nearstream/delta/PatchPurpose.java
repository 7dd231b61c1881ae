package dev.nearstream.delta;

import dev.nearstream.patch.PatchHeader;
import dev.nearstream.patch.PatchOrigin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a patch is for, by what was written about it, from what is closest to it to what is farthest: its name and
 * subject, the comments beside it, the kind of files it changes. Nothing is taken from words about another change.
 *
 * @param reason as it is stated, or null
 */
record PatchPurpose(Purpose purpose, @Nullable Reason reason) {
    private static final int LONGEST_PATH = 1000;
    private static final Pattern BUILD_FILE =
            Pattern.compile("(?:.*/)?(?:cmakelists\\.txt|.*\\.cmake(?:\\.in)?|(?:gnu)?makefile(?:[.-].*)?"
                    + "|.*\\.(?:mk|mak|m4|am|ac|gemspec|gradle|gradle\\.kts|bazel|bzl)|configure(?:\\.in)?|meson\\.build|meson_options\\.txt"
                    + "|build\\.rs|setup\\.(?:py|cfg)|pyproject\\.toml|pom\\.xml|build\\.xml|build\\.sbt|build|workspace|sconstruct|wscript"
                    + "|rakefile|extconf\\.rb|module\\.bazel)");
    private static final Pattern TEST_FILE = Pattern.compile(
            "(?:.*/)?(?:tests?|testsuite|spec|__tests__|testdata)/.*|.*_test\\.go|(?:.*/)?test_[^/]*\\.py");
    private static final Pattern PINS = Pattern.compile(
            "(?:.*/)?(?:go\\.(?:mod|sum)|cargo\\.(?:toml|lock)|package(?:-lock)?\\.json"
                    + "|yarn\\.lock|pnpm-lock\\.yaml|requirements[^/]*\\.txt|poetry\\.lock|uv\\.lock|gemfile(?:\\.lock)?|\\.gitmodules)");

    /**
     * @param fileName of the patch
     * @param beside the comments that are about this patch
     * @param around those that are about it and others, or may be
     */
    static PatchPurpose of(PatchFacts facts, String fileName, String beside, String around) {
        PatchHeader header = facts.header();
        PatchOrigin origin = PatchOrigin.of(header);
        String subject = Optional.ofNullable(origin.subject()).orElse("");
        // A revert's title names what was undone.
        String told = origin.revert() ? subject.replaceAll("\"[^\"]*\"?", " ") : subject;
        Purpose purpose = Purposes.of(Purpose.UNKNOWN, fileName, String.join(" ", origin.advisories()), told);
        if (purpose == Purpose.UNKNOWN) {
            purpose = Purposes.ofProse(beside);
        }
        if (purpose == Purpose.UNKNOWN) {
            purpose = byFiles(facts.paths());
        }
        return new PatchPurpose(purpose, reason(header, fileName, beside, around));
    }

    private static @Nullable Reason reason(PatchHeader header, String fileName, String beside, String around) {
        Optional<String> stated = HeaderReason.of(header, fileName);
        if (stated.isPresent()) {
            return new Reason(stated.get(), Reason.Source.PATCH);
        }
        String comment = beside.isBlank() ? around : beside;
        return comment.isBlank() ? null : new Reason(HeaderReason.shortened(comment), Reason.Source.RECIPE);
    }

    /** A patch that changes how upstream is built, and nothing else, is for the build. */
    private static Purpose byFiles(List<String> paths) {
        if (all(paths, PINS)) {
            return Purpose.DEPENDENCY;
        }
        if (all(paths, BUILD_FILE)) {
            return Purpose.BUILD;
        }
        return all(paths, TEST_FILE) ? Purpose.TEST : Purpose.UNKNOWN;
    }

    private static boolean all(List<String> paths, Pattern kind) {
        return !paths.isEmpty()
                && paths.stream()
                        .map(path -> path.toLowerCase(Locale.ROOT))
                        .map(path -> path.endsWith(".orig") ? path.substring(0, path.length() - 5) : path)
                        .allMatch(path -> path.length() <= LONGEST_PATH
                                && kind.matcher(path).matches());
    }
}
