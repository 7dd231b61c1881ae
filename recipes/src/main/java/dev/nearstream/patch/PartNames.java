package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names that a file's part gives under a strip count, and what it says of the file before and after.
 *
 * <p>GNU patch's rules: stripping takes away up to the N-th slash, a run of slashes counting as one; a name with fewer
 * is passed over together with its time stamp, and the name read before it stands. A hunk that begins at line 0 says
 * that the file is empty, and with a time stamp of the epoch (or {@code /dev/null}) that it does not exist.
 */
final class PartNames {
    private final int strip;
    private @Nullable String oldName;
    private @Nullable String newName;
    private @Nullable String indexName;
    private NameLine.Stamp oldStamp = NameLine.Stamp.NONE;
    private NameLine.Stamp newStamp = NameLine.Stamp.NONE;
    private final FileState oldState;
    private final FileState newState;

    PartNames(FilePatch file, int strip) {
        this.strip = strip;
        // GNU patch's three names: "+++" and "***" go to the old one, "---" to the new one ...
        file.nameLines().forEach(this::read);
        Optional<Hunk> first = file.hunks().stream().findFirst();
        if (file.format() == FilePatch.Format.UNIFIED && first.isPresent()) {
            // ... as a context diff has them; a unified diff has them the other way round.
            swap();
        }
        FileState old = file.git().oldState();
        FileState fresh = file.git().newState();
        if (first.isPresent()) {
            old = first.get().saysNone(false) ? none(oldStamp) : old;
            fresh = first.get().saysNone(true) ? none(newStamp) : fresh;
        }
        oldState = old;
        newState = fresh;
    }

    /** The names to choose from, in order: the old one, the new one, and where there is neither that of {@code Index:}. */
    List<String> candidates() {
        List<String> candidates = new ArrayList<>();
        if (oldName != null) {
            candidates.add(oldName);
        }
        if (newName != null) {
            candidates.add(newName);
        }
        if (candidates.isEmpty() && indexName != null) {
            candidates.add(indexName);
        }
        return candidates;
    }

    @Nullable
    String name(boolean isNew) {
        return isNew ? newName : oldName;
    }

    FileState state(boolean isNew) {
        return isNew ? newState : oldState;
    }

    private void read(NameLine line) {
        String name = line.name() == null ? null : strip(line.name());
        switch (line.kind()) {
            case GIT -> {
                String second = line.second() == null ? null : strip(line.second());
                boolean both = name != null && second != null;
                oldName = both ? name : null;
                newName = both ? second : null;
            }
            case MINUS -> {
                if (name != null) {
                    newName = name;
                }
                if ((name != null || line.name() == null) && line.stamp() != NameLine.Stamp.NONE) {
                    newStamp = line.stamp();
                }
            }
            case PLUS, STARS -> {
                if (name != null) {
                    oldName = name;
                }
                if (name != null || line.name() == null) {
                    oldStamp = line.stamp();
                }
            }
            case INDEX -> indexName = name != null ? name : indexName;
        }
    }

    private void swap() {
        String name = oldName;
        oldName = newName;
        newName = name;
        NameLine.Stamp stamp = oldStamp;
        oldStamp = newStamp;
        newStamp = stamp;
    }

    private @Nullable String strip(String name) {
        int left = strip;
        int start = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '/') {
                while (i + 1 < name.length() && name.charAt(i + 1) == '/') {
                    i++;
                }
                if (--left >= 0) {
                    start = i + 1;
                }
            }
        }
        return left <= 0 && start < name.length() ? name.substring(start) : null;
    }

    private static FileState none(NameLine.Stamp stamp) {
        return stamp == NameLine.Stamp.EPOCH ? FileState.ABSENT : FileState.EMPTY;
    }
}
