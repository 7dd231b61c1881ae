package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.delta.shell.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Flags for compilers and linkers that the recipe sets or changes. */
final class BuildFlags implements ShellRule {
    private static final List<String> HINTS = List.of("FLAGS");
    private static final Pattern NAME =
            Pattern.compile("(-D)?[A-Z0-9_]*(C|CXX|CPP|LD|F|FC|RUST|GO|CC|AS|OBJC)FLAGS(_[A-Z0-9_]+)?"
                    + "|(-D)?CMAKE_(C|CXX|ASM|Fortran)_FLAGS(_[A-Z]+)?"
                    + "|(-D)?CMAKE_(EXE|SHARED|MODULE)_LINKER_FLAGS(_[A-Z]+)?");

    /** What these are given, they print or search for. */
    private static final Set<String> PRINTING = Set.of("echo", "printf", "sed", "grep", "awk", "git", "tee");

    @Override
    public List<String> hints() {
        return HINTS;
    }

    @Override
    public List<ShellFinding> find(Invocation run, ScriptContext context) {
        List<ShellFinding> found = new ArrayList<>();
        run.assignments().forEach(one -> add(one.name(), one.value(), found));
        if (PRINTING.contains(run.program())) {
            return found;
        }
        boolean unset = run.program().equals("unset");
        for (String word : run.arguments()) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                String name = word.substring(0, equals);
                add(name.endsWith("+") ? name.substring(0, equals - 1) : name, word.substring(equals + 1), found);
            } else if (unset && NAME.matcher(word).matches()) {
                add(word, "", found);
            }
        }
        return found;
    }

    /** True where {@code name} is a variable of flags. */
    static boolean isFlags(String name) {
        return name.contains("FLAGS")
                && NAME.matcher(name.endsWith(":STRING") ? name.substring(0, name.length() - 7) : name)
                        .matches();
    }

    private static void add(String name, String value, List<ShellFinding> found) {
        if (isFlags(name) && !handsOn(name, value)) {
            String plain = name.startsWith("-D") ? name.substring(2) : name;
            found.add(finding(plain, value));
        }
    }

    static ShellFinding finding(String name, String value) {
        boolean hardens = value.contains("FORTIFY") || value.contains("stack-protector") || value.contains("-z,relro");
        return new ShellFinding(
                DeltaKind.BUILD_FLAG, name, Size.NONE, name + "=" + value, hardens ? Purpose.HARDENING : Purpose.BUILD);
    }

    /** True where the value only hands on what the variable holds already. */
    private static boolean handsOn(String name, String value) {
        String stripped = value.strip();
        return stripped.equals("$" + name) || stripped.equals("${" + name + "}");
    }
}
