package dev.nearstream.cli;

import picocli.CommandLine.Option;

/** {@code --format}. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "How the result is printed; default ${DEFAULT-VALUE}.")
    Format format = Format.text;

    boolean json() {
        return format == Format.json;
    }
}
