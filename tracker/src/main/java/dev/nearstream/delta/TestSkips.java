package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.delta.shell.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tests that the build would run and the recipe switches off. A build option of upstream's that says what is compiled
 * ({@code -DBUILD_TESTING=OFF}, {@code -Dtests=false}) changes nothing of upstream's and is none.
 */
final class TestSkips implements ShellRule {
    private static final List<String> HINTS =
            List.of("test", "Test", "deselect", "-k ", "exclude-regex", "-E ", "skip");
    private static final Pattern FLAG = Pattern.compile(
            "-DskipTests?(=true)?|-Dskip(Unit|Integration)?Tests?=true|-Dmaven\\.test\\.skip(\\.exec)?(=true)?"
                    + "|--(disable|without|skip|no)-(unit-?)?tests?|--deselect(=.*)?|--exclude-regex=.*");
    private static final Set<String> RUNNERS = Set.of("pytest", "py.test", "python3", "python", "tox", "nose2");

    @Override
    public List<String> hints() {
        return HINTS;
    }

    @Override
    public List<ShellFinding> find(Invocation run, ScriptContext context) {
        return flag(run)
                .map(flag -> List.of(
                        new ShellFinding(DeltaKind.TEST_SKIP, name(flag), Size.NONE, run.written(), Purpose.TEST)))
                .orElse(List.of());
    }

    private static Optional<String> flag(Invocation run) {
        List<String> arguments = run.arguments();
        for (int at = 0; at < arguments.size(); at++) {
            String word = arguments.get(at);
            String next = at + 1 < arguments.size() ? arguments.get(at + 1) : "";
            if (word.startsWith("-") && word.length() > 3 && FLAG.matcher(word).matches()) {
                return Optional.of(word);
            }
            boolean skips = switch (word) {
                case "-x" ->
                    run.program().startsWith("gradle")
                            && (next.endsWith("test") || next.endsWith("Test") || next.endsWith("tests"));
                case "-k" -> RUNNERS.contains(run.program()) && next.startsWith("not ");
                case "-E", "--exclude-regex" -> run.program().equals("ctest");
                case "--skip" -> run.program().equals("cargo") && arguments.contains("test");
                case "-skip" -> run.program().equals("go") && arguments.contains("test");
                default -> false;
            };
            if (skips) {
                return Optional.of(word + " " + next);
            }
        }
        return Optional.empty();
    }

    private static String name(String flag) {
        int equals = flag.indexOf('=');
        return equals < 0 ? flag : flag.substring(0, equals);
    }
}
