package dev.nearstream.recipe;

/** A step that fills a directory of the workspace; what was there before stays where it has nothing of the name. */
public sealed interface Source permits Checkout, Fetch {

    PipelineStep step();

    /** Relative to {@code /home/build}, normalized; {@code "."} for the workspace itself. */
    String directory();
}
