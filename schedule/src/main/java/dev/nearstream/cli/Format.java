package dev.nearstream.cli;

/** How results are printed. */
enum Format {
    text,
    json
}
