package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.delta.shell.ShellCommand.Redirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files of the package's directory that are copied, moved, installed or written over the source. */
final class Overlays implements ShellRule {
    private static final List<String> HINTS = List.of("cp ", "mv ", "install", "ln ", "cat ");
    private static final Set<String> COPYING = Set.of("cp", "mv", "install", "ln");

    @Override
    public List<String> hints() {
        return HINTS;
    }

    @Override
    public List<ShellFinding> find(Invocation run, ScriptContext context) {
        List<ShellFinding> found = new ArrayList<>();
        if (COPYING.contains(run.program())) {
            CopyArguments copy = CopyArguments.read(run.arguments());
            if (!copy.target().isEmpty()
                    && Place.of(run.directory(), copy.target()).isSource()) {
                for (String source : copy.sources()) {
                    overlay(run, source, context, found);
                }
            }
        } else if (run.program().equals("cat") && writesSource(run)) {
            for (String source : run.operands()) {
                overlay(run, source, context, found);
            }
        }
        return found;
    }

    private static boolean writesSource(Invocation run) {
        return run.redirections().stream()
                .filter(Redirection::writes)
                .anyMatch(one -> Place.of(run.directory(), one.target()).isSource());
    }

    private static void overlay(Invocation run, String source, ScriptContext context, List<ShellFinding> found) {
        Place place = Place.of(run.directory(), source);
        if (context.files().has(place)) {
            found.add(new ShellFinding(
                    DeltaKind.OVERLAY, place.path(), new Size(1, 0, 0), run.written(), Purpose.UNKNOWN));
        }
    }
}
