package dev.nearstream.delta.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a script's commands so far leave settled: variables with one certain value, and the directory. */
final class ExactState {
    private static final int MAX_VARIABLES = 64;
    private static final int MAX_VALUE = 1024;
    private static final Set<String> DECLARING = Set.of("export", "local", "declare", "readonly", "typeset", "unset");
    private static final Set<String> ASSIGNING = Set.of("read", "for", "select", "getopts", "mapfile", "printf");
    private static final Set<String> RUNNING = Set.of("eval", ".", "source");
    private static final Set<String> MOVING = Set.of("cd", "pushd", "popd");

    private final boolean nested;
    private Map<String, String> variables = Map.of();
    private boolean directoryKnown = true;
    private boolean exits = true;

    /**
     * @param nested for the text of another command ({@code sh -c}): nothing of it is certain
     */
    ExactState(boolean nested) {
        this.nested = nested;
    }

    ExactCommand of(ShellCommand command) {
        Flow flow = nested
                ? Flow.UNCERTAIN
                : exits ? command.flow() : command.flow().unchecked();
        return new ExactCommand(command.source().words(), variables, flow, directoryKnown && !nested);
    }

    void after(ShellCommand command) {
        boolean certain = command.flow().certain() && command.scope() == 0;
        List<String> words = command.words();
        if (words.isEmpty()) {
            command.source().assignments().forEach(one -> assign(one, certain));
            return;
        }
        String program = words.get(0);
        if (MOVING.contains(program)) {
            boolean settled = command.flow().certain()
                    && command.source().words().stream()
                            .map(word -> ExactWords.read(word, variables))
                            .allMatch(word -> word.isKnown() && !word.isGlob());
            directoryKnown &= settled;
        } else if (RUNNING.contains(program)) {
            variables = Map.of();
        } else if (ASSIGNING.contains(program)) {
            words.forEach(this::forget);
        } else if (DECLARING.contains(program)) {
            command.source().words().stream().skip(1).forEach(one -> assign(one, certain));
        } else if (program.equals("set")) {
            exits &= words.stream().noneMatch(word -> word.startsWith("+") && word.contains("e"));
        }
    }

    private void assign(String source, boolean certain) {
        int equals = source.indexOf('=');
        String name = source.substring(0, equals < 0 ? source.length() : equals);
        ShellWord value = equals < 0 || !certain
                ? ShellWord.unknown(source)
                : ExactWords.read(source.substring(equals + 1), variables);
        if (value.isKnown()
                && value.text().length() <= MAX_VALUE
                && (variables.size() < MAX_VARIABLES || variables.containsKey(name))) {
            Map<String, String> more = new HashMap<>(variables);
            more.put(name, value.text());
            variables = Map.copyOf(more);
        } else {
            forget(name.endsWith("+") ? name.substring(0, name.length() - 1) : name);
        }
    }

    private void forget(String name) {
        if (variables.containsKey(name)) {
            Map<String, String> fewer = new HashMap<>(variables);
            fewer.remove(name);
            variables = Map.copyOf(fewer);
        }
    }
}
