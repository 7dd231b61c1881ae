package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.delta.shell.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Versions of dependencies that shell commands set by hand, one finding a dependency. */
final class ShellPins implements ShellRule {
    private static final List<String> HINTS =
            List.of("go get", "go mod", "cargo", "npm", "yarn", "pip", "uv", "gem", "bundle");

    @Override
    public List<String> hints() {
        return HINTS;
    }

    @Override
    public List<ShellFinding> find(Invocation run, ScriptContext context) {
        List<String> words = run.arguments();
        String tool = tool(run);
        List<Pin> pins = switch (tool) {
            case "go" -> GoPins.read(words);
            case "cargo" -> CargoPins.read(words);
            case "npm", "yarn", "pnpm" -> NodePins.read(run.program(), words);
            case "pip" -> PythonPins.pip(words);
            case "uv" -> PythonPins.uv(words);
            case "python" -> PythonPins.module(words);
            case "gem" -> RubyPins.gem(words);
            case "bundle" -> RubyPins.bundle(words);
            default -> List.<Pin>of();
        };
        List<ShellFinding> found = new ArrayList<>();
        for (Pin pin : pins) {
            boolean itself = pin.name().equals(context.packageName())
                    || pin.text().endsWith("@" + context.version())
                    || pin.text().endsWith("@v" + context.version());
            if (!itself) {
                found.add(new ShellFinding(
                        DeltaKind.SHELL_PIN,
                        pin.name(),
                        Size.NONE,
                        pin.text(),
                        Purpose.DEPENDENCY,
                        ShellPinScope.read(tool, run, pin).orElse(null)));
            }
        }
        return found;
    }

    /** The tool, without the version that its program's name may carry: {@code pip3.13}. */
    private static String tool(Invocation run) {
        String program = run.program();
        for (String versioned : List.of("pip", "python", "gem")) {
            boolean same = program.startsWith(versioned)
                    && (program.length() == versioned.length()
                            || "0123456789$".indexOf(program.charAt(versioned.length())) >= 0);
            if (same) {
                return versioned;
            }
        }
        return program;
    }
}
