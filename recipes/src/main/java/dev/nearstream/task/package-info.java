/**
 * Work that can be called off from another thread. Cooperative: what may take long asks whether its task was cancelled,
 * and no thread is ever interrupted while it may be reading or writing a file, as that would close the file for all.
 */
@NullMarked
package dev.nearstream.task;

import org.jspecify.annotations.NullMarked;
