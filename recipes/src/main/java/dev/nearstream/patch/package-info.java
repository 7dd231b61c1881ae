/**
 * Patches as they are really written, and GNU patch's semantics on lines in memory.
 *
 * <p>{@link dev.nearstream.patch.PatchParser} reads a patch file's bytes into a {@link dev.nearstream.patch.Patch}
 * ({@link dev.nearstream.patch.PatchHeader}, {@link dev.nearstream.patch.FilePatch}, {@link dev.nearstream.patch.Hunk})
 * and never throws; {@link dev.nearstream.patch.PatchOrigin} tells from its header which commit of upstream it claims to
 * be; {@link dev.nearstream.patch.PatchSeries} reads a series file; {@link
 * dev.nearstream.patch.PatchEngine} holds patches against a {@link dev.nearstream.patch.PatchTree} and answers with a
 * {@link dev.nearstream.patch.PatchResult}, as {@code patch -pN --fuzz=N --force} of GNU patch 2.7.6 would: same file
 * chosen, same hunks applied at the same lines with the same offset and fuzz, same bytes in the end. {@link
 * dev.nearstream.patch.PatchedTree} lays the changes of one patch over the tree, so that a series can follow. Nothing
 * here reads a file or starts a process.
 */
@NullMarked
package dev.nearstream.patch;

import org.jspecify.annotations.NullMarked;
