package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.delta.shell.ShellCommand.Redirection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code patch}, and git's commands that change the source by a patch or a commit. */
final class ShellPatches implements ShellRule {
    private static final List<String> HINTS = List.of("patch", "git", "quilt");
    private static final Set<String> GIT = Set.of("am", "apply", "revert", "cherry-pick");

    @Override
    public List<String> hints() {
        return HINTS;
    }

    @Override
    public List<ShellFinding> find(Invocation run, ScriptContext context) {
        return name(run)
                .filter(name -> Place.of(run.directory(), ".").isSource())
                .map(name -> List.of(finding(run, context, name)))
                .orElse(List.of());
    }

    /** What is applied; empty where the program applies nothing. */
    private static Optional<String> name(Invocation run) {
        return switch (run.program()) {
            case "patch" -> Optional.of(patchName(run));
            case "git" -> gitName(run, GitArguments.read(run.arguments()));
            case "quilt" -> run.arguments().contains("push") ? Optional.of("quilt") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String patchName(Invocation run) {
        for (int at = 0; at < run.arguments().size(); at++) {
            String word = run.arguments().get(at);
            if (word.startsWith("--input=")) {
                return word.substring("--input=".length());
            }
            if ((word.equals("-i") || word.equals("--input"))
                    && at + 1 < run.arguments().size()) {
                return run.arguments().get(at + 1);
            }
        }
        List<String> operands = run.operands();
        return input(run).orElse(operands.isEmpty() ? "patch" : operands.get(operands.size() - 1));
    }

    private static Optional<String> gitName(Invocation run, GitArguments git) {
        if (!GIT.contains(git.command())
                || git.rest().contains("--abort")
                || git.rest().contains("--continue")) {
            return Optional.empty();
        }
        List<String> operands = git.operandsOf(git.command());
        String name = operands.isEmpty() ? input(run).orElse("git " + git.command()) : operands.get(0);
        return Optional.of(name.matches("[0-9a-f]{12,64}") ? name.substring(0, 12) : name);
    }

    private static Optional<String> input(Invocation run) {
        return run.redirections().stream()
                .filter(one -> one.operator().equals("<"))
                .map(Redirection::target)
                .findFirst();
    }

    private static ShellFinding finding(Invocation run, ScriptContext context, String file) {
        Place place = Place.of(run.directory(), file);
        Size size = Size.NONE;
        String subject = "";
        if (context.files().has(place)) {
            try {
                Optional<PatchFacts> facts =
                        context.patches().find(context.files().path(place.path()));
                size = facts.map(PatchFacts::size).orElse(size);
                subject = facts.map(known -> known.header().subject()).orElse("");
            } catch (IOException e) {
                subject = ""; // its sizes stay unknown; a step that cannot read it fails in the build
            }
        }
        Purpose purpose = Purposes.of(Purpose.UNKNOWN, file, subject);
        return new ShellFinding(DeltaKind.SHELL_PATCH, shortName(file, place), size, run.written(), purpose);
    }

    /** A file's name alone says enough; that of many does not. */
    private static String shortName(String file, Place place) {
        return file.contains("*") ? place.path() : file.substring(file.lastIndexOf('/') + 1);
    }
}
