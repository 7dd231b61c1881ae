package dev.nearstream.delta.pin;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Delta.DependencyBump;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.WorkspaceFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which pins upstream has reached or passed: {@link Assessment.State#DROPPABLE} where every project that the step
 * names asks for the pinned version or a later one of its maintenance line, {@link Assessment.State#NEEDED} where one
 * asks for less, else {@link Assessment.State#UNKNOWN}. What a workspace's manifests say is kept as long as the
 * workspace itself. Safe for several threads.
 */
public final class PinAssessor implements Assessor {
    private final Map<WorkspaceFiles, Project.Memory> memories = Collections.synchronizedMap(new WeakHashMap<>());
    private final Ecosystems ecosystems = new Ecosystems();

    @Override
    public boolean takes(Delta delta) {
        DeltaKind kind = delta.facts().kind();
        return kind == DeltaKind.DEPENDENCY_BUMP || kind == DeltaKind.SHELL_PIN;
    }

    @Override
    public Assessment assess(Delta delta, WorkspaceFiles workspace) {
        if (!(delta instanceof DependencyBump bump)) {
            String text = delta instanceof Delta.Declared declared
                    ? declared.text()
                    : delta.facts().id();
            return Assessment.unknown("no single version is told by '" + text + "'");
        }
        DependencyPin pin = bump.pin();
        if (pin.form() == Form.INSTALL) {
            return Assessment.unknown(
                    "it is set where no file of upstream's says what is there: in an environment, or after an update of all");
        }
        if (pin.roots().isEmpty()) {
            return Assessment.unknown("it is set outside of the source, or where the recipe's text does not tell");
        }
        Project project = memories.computeIfAbsent(workspace, files -> new Project.Memory())
                .of(workspace);
        List<Standing> standings = new ArrayList<>();
        for (String root : pin.roots()) {
            Standing standing = ecosystems.stand(pin, root, project);
            standings.add(standing.state() == Standing.State.ABSENT ? absent(bump, root, project, standing) : standing);
        }
        return together(pin, standings);
    }

    /** A dependency that upstream does not know may come by another pin or a patch; then nothing is told. */
    private Standing absent(DependencyBump bump, String root, Project project, Standing standing) {
        if (bump.around().otherwiseChanged()) {
            return Standing.untold(standing.reason() + "; another change of the recipe may bring it in");
        }
        for (DependencyPin other : bump.around().pins()) {
            if (other.equals(bump.pin())
                    || other.form() == Form.INSTALL
                    || !(other.roots().isEmpty() || other.roots().contains(root))) {
                continue;
            }
            Standing.State state = ecosystems.stand(other, root, project).state();
            if (state != Standing.State.REACHED && state != Standing.State.ABSENT) {
                return Standing.untold(standing.reason() + "; the pin of " + other.name() + " may bring it in");
            }
        }
        return standing;
    }

    /** Every place that decides is told, of whatever directory; of doubts the first. */
    private static Assessment together(DependencyPin pin, List<Standing> standings) {
        List<Standing> below = with(Standing.State.BELOW, standings);
        if (!below.isEmpty()) {
            return Assessment.needed(reason(below, asked -> Comparison.below(pin, asked)));
        }
        List<Standing> untold = with(Standing.State.UNTOLD, standings);
        if (!untold.isEmpty()) {
            int more = untold.size() - 1;
            String others = more == 0
                    ? ""
                    : more == 1
                            ? "; one more directory is in doubt"
                            : "; %,d more directories are in doubt".formatted(more);
            return Assessment.unknown(untold.get(0).reason() + others);
        }
        List<Standing> reached = with(Standing.State.REACHED, standings);
        String reason = reason(reached.isEmpty() ? standings : reached, asked -> Comparison.reached(pin, asked));
        String detail = reason(standings, asked -> Asked.all(pin.name(), asked)) + "; the pin is " + pin.version();
        return Assessment.droppable(reason, new Evidence(Evidence.Kind.SUPERSEDED, null, null, null, null, detail));
    }

    private static List<Standing> with(Standing.State state, List<Standing> standings) {
        return standings.stream().filter(one -> one.state() == state).toList();
    }

    /** What is asked for in all of them at once, and the words of those in which nothing is. */
    private static String reason(List<Standing> standings, Function<List<Asked>, String> told) {
        List<Asked> asked =
                standings.stream().flatMap(one -> one.asked().stream()).toList();
        Stream<String> first = asked.isEmpty() ? Stream.of() : Stream.of(told.apply(asked));
        Stream<String> others =
                standings.stream().filter(one -> one.asked().isEmpty()).map(Standing::reason);
        return Stream.concat(first, others).distinct().collect(Collectors.joining("; "));
    }
}
