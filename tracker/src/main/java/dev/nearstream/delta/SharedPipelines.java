package dev.nearstream.delta;

import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Text;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shell texts of the distribution's own pipelines. One that changes nothing of upstream's, whatever its inputs, is
 * looked at once and not again for each of the recipes that call it. Safe for several threads.
 */
final class SharedPipelines {
    private final Map<Position, Boolean> silent = new ConcurrentHashMap<>();

    /** Whether {@code script} changes nothing, as its own text says, inputs not put in. */
    boolean isSilent(Text script, List<ShellRule> rules, ScriptContext context) {
        return silent.computeIfAbsent(
                script.at(),
                unseen -> Invocation.of(script.source(), ".").stream()
                        .allMatch(run -> rules.stream()
                                .allMatch(rule -> rule.find(run, context).isEmpty())));
    }
}
