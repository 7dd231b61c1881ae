package dev.nearstream.recipe;

import org.jspecify.annotations.Nullable;

/**
 * A {@code uses: fetch} step (melange's {@code pipelines/fetch.yaml}).
 *
 * @param uri substituted; nobody has judged it yet
 * @param directory where it is unpacked, relative to {@code /home/build}, normalized
 * @param extract false where the step says {@code extract: false}
 */
public record Fetch(
        PipelineStep step,
        Text uri,
        @Nullable Text sha256,
        @Nullable Text sha512,
        int stripComponents,
        String directory,
        boolean extract)
        implements Source {}
