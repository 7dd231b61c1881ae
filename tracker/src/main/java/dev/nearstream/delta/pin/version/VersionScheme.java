package dev.nearstream.delta.pin.version;

import java.util.Optional;

/** How an ecosystem reads and orders versions. */
public enum VersionScheme {
    /** Go modules; the line is the major version, as one module path never holds two of them side by side. */
    GO {
        @Override
        Optional<? extends LinedVersion> parse(String text) {
            return text.startsWith("v")
                    ? SemanticVersion.parse(text.substring(1), SemanticVersion.Line.MAJOR)
                    : Optional.empty();
        }
    },
    /** Cargo; the line is what a caret requirement admits: 1.x, 0.8.x, 0.0.3. */
    CARGO {
        @Override
        Optional<? extends LinedVersion> parse(String text) {
            return SemanticVersion.parse(text, SemanticVersion.Line.CARET);
        }
    },
    /** npm; the line is major.minor. */
    NPM {
        @Override
        Optional<? extends LinedVersion> parse(String text) {
            return SemanticVersion.parse(text, SemanticVersion.Line.MINOR);
        }
    },
    /** Maven and Gradle; the line is major.minor. */
    MAVEN {
        @Override
        Optional<? extends LinedVersion> parse(String text) {
            return MavenVersion.parse(text);
        }
    },
    /** Python's PEP 440; the line is epoch and major.minor. */
    PEP440 {
        @Override
        Optional<? extends LinedVersion> parse(String text) {
            return PythonVersion.parse(text);
        }
    },
    /** RubyGems; the line is major.minor. */
    GEM {
        @Override
        Optional<? extends LinedVersion> parse(String text) {
            return GemVersion.parse(text);
        }
    };

    /** The longest version that is read; the longest in use have some 50 characters. */
    static final int LONGEST = 256;

    abstract Optional<? extends LinedVersion> parse(String text);

    private Optional<? extends LinedVersion> bounded(String text) {
        return text.length() > LONGEST ? Optional.empty() : parse(text);
    }

    /** How {@code found} stands to {@code pinned}; {@link Relation#UNTOLD} where one of them is no version. */
    public Relation relate(String found, String pinned) {
        Optional<? extends LinedVersion> there = bounded(found);
        Optional<? extends LinedVersion> wanted = bounded(pinned);
        if (there.isEmpty() || wanted.isEmpty()) {
            return Relation.UNTOLD;
        }
        int order = there.get().compare(wanted.get());
        boolean same = there.get().line().equals(wanted.get().line());
        if (order < 0) {
            return same ? Relation.BELOW : Relation.BELOW_ON_ANOTHER_LINE;
        }
        if (!there.get().tells(wanted.get())) {
            return Relation.UNTOLD;
        }
        return !same ? Relation.ABOVE_ON_ANOTHER_LINE : order == 0 ? Relation.EQUAL : Relation.ABOVE;
    }

    /** Whether it is a version of this ecosystem. */
    public boolean isVersion(String text) {
        return bounded(text).isPresent();
    }

    /** The maintenance line of a version, for a reader: {@code 2.18}; the text itself where it is no version. */
    public String line(String text) {
        return bounded(text).map(LinedVersion::line).orElse(text);
    }
}
