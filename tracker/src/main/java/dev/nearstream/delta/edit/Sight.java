package dev.nearstream.delta.edit;

import dev.nearstream.patch.TreeEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a command of the build meets at a path.
 *
 * @param entry upstream's, with the edits made to it that can be followed; null where upstream has none
 * @param doubt which earlier part of the build may have made, changed or removed it; null where none may
 */
record Sight(@Nullable TreeEntry entry, @Nullable String doubt) {}
