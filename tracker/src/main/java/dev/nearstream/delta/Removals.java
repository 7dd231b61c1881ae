package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.delta.shell.FindCommand;
import dev.nearstream.delta.shell.Invocation;
import java.util.List;
import java.util.regex.Pattern;

/** {@code rm}, {@code git rm} and {@code find -delete} on upstream's files; what a build leaves behind is none. */
final class Removals implements ShellRule {
    private static final List<String> HINTS = List.of("rm ", "unlink", "-delete");
    /** As the kernel's. */
    private static final int LONGEST_PATH = 4096;

    private static final Pattern LEFTOVER = Pattern.compile(
            "(^|.*/)(dist|build|_build|out|target|output|tmp|\\.git|\\.venv|venv|node_modules|__pycache__|\\.cache|"
                    + "\\.lock|\\.npm|\\.m2|autom4te\\.cache|config\\.(cache|log|status)|\\$f|\\$file"
                    + "|[^/]*\\.(o|a|la|lo|so|pyc|pyo|whl|gem|egg-info|log|tmp|orig|bak|rej|tar|tgz|gz|xz|zip|class))(/.*)?$");

    @Override
    public List<String> hints() {
        return HINTS;
    }

    @Override
    public List<ShellFinding> find(Invocation run, ScriptContext context) {
        List<String> paths = switch (run.program()) {
            case "rm", "unlink" -> run.operands().isEmpty() ? run.found() : run.operands();
            case "git" -> GitArguments.read(run.arguments()).operandsOf("rm");
            case "find" -> {
                FindCommand find = FindCommand.read(run.arguments());
                yield find.deletes() ? find.names() : List.<String>of();
            }
            default -> List.of();
        };
        List<String> upstreams = paths.stream()
                .filter(path -> isUpstreams(Place.of(run.directory(), path), context))
                .toList();
        if (upstreams.isEmpty()) {
            return List.of();
        }
        return List.of(
                new ShellFinding(DeltaKind.REMOVAL, upstreams.get(0), Size.NONE, run.written(), Purpose.UNKNOWN));
    }

    private static boolean isUpstreams(Place place, ScriptContext context) {
        return context.isUpstreams(place)
                && !context.isWithinCreated(place)
                && !place.path().startsWith("$")
                && place.path().length() <= LONGEST_PATH
                && !LEFTOVER.matcher(place.path()).matches();
    }
}
