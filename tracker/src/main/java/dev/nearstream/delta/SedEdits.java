package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.delta.shell.Invocation;
import java.util.ArrayList;
import java.util.List;

/** {@code sed -i} on upstream's files. */
final class SedEdits implements ShellRule {
    private static final List<String> HINTS = List.of("sed");

    @Override
    public List<String> hints() {
        return HINTS;
    }

    @Override
    public List<ShellFinding> find(Invocation run, ScriptContext context) {
        if (!run.program().equals("sed") && !run.program().equals("gsed")) {
            return List.of();
        }
        SedArguments sed = SedArguments.read(run.arguments());
        if (!sed.inPlace()) {
            return List.of();
        }
        List<String> files = sed.files().isEmpty() ? run.found() : sed.files();
        if (files.isEmpty()) {
            return Place.of(run.directory(), ".").isSource() ? List.of(finding("files", List.of(), run)) : List.of();
        }
        return files.stream()
                .filter(file -> context.isUpstreams(Place.of(run.directory(), file)))
                .findFirst()
                .map(first -> List.of(finding(first, files, run)))
                .orElse(List.of());
    }

    private static ShellFinding finding(String name, List<String> files, Invocation run) {
        boolean countable = files.stream().noneMatch(file -> file.matches(".*[*?\\[$`].*"));
        Size size = countable ? new Size(files.size(), 0, 0) : Size.NONE;
        return new ShellFinding(DeltaKind.INLINE_EDIT, name, size, run.written(), Purpose.UNKNOWN);
    }

    /** sed's options and operands, as GNU sed reads them. */
    private record SedArguments(boolean inPlace, List<String> files) {

        static SedArguments read(List<String> arguments) {
            boolean inPlace = false;
            boolean script = false;
            List<String> operands = new ArrayList<>();
            for (int at = 0; at < arguments.size(); at++) {
                String word = arguments.get(at);
                if (word.startsWith("--")) {
                    inPlace |= word.startsWith("--in-place");
                    script |= word.startsWith("--expression=") || word.startsWith("--file=");
                    if (word.equals("--expression") || word.equals("--file")) {
                        script = true;
                        at++;
                    }
                } else if (word.startsWith("-") && word.length() > 1) {
                    int letter = 1;
                    while (letter < word.length() && "nrEsuzb".indexOf(word.charAt(letter)) >= 0) {
                        letter++;
                    }
                    char stop = letter < word.length() ? word.charAt(letter) : ' ';
                    inPlace |= stop == 'i';
                    if (stop == 'e' || stop == 'f') {
                        script = true;
                        at += letter == word.length() - 1 ? 1 : 0;
                    }
                } else {
                    operands.add(word);
                }
            }
            return new SedArguments(
                    inPlace, script || operands.isEmpty() ? operands : operands.subList(1, operands.size()));
        }
    }
}
