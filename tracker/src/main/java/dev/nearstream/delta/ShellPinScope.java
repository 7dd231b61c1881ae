package dev.nearstream.delta;

import dev.nearstream.delta.DependencyPin.Ecosystem;
import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.delta.shell.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a shell command says of a pin that it sets. Empty where it says it in a way that is not plain. */
final class ShellPinScope {
    private static final Set<String> NODE_ELSEWHERE = Set.of("-g", "--global", "--location=global", "global");

    /** A further dot or slash leads to what one package alone asks for. */
    private static final Pattern SETTING = Pattern.compile("((?:pnpm\\.)?overrides|resolutions|\\w*[dD]ependencies)\\."
            + "((?:@[\\w-]+/)?[\\w@-]+)=[\"']?([^\"']*)[\"']?");

    private ShellPinScope() {}

    static Optional<DependencyPin> read(String tool, Invocation run, Pin pin) {
        List<String> words = run.arguments();
        Optional<DependencyPin> read = switch (tool) {
            case "go" -> go(words, pin.text());
            case "cargo" -> cargo(words, pin.text());
            case "npm", "yarn", "pnpm" -> node(words, pin.text());
            case "pip", "python" -> PinText.read(Ecosystem.PYTHON, Form.INSTALL, pin.text());
            case "uv" ->
                PinText.read(Ecosystem.PYTHON, words.get(0).equals("pip") ? Form.INSTALL : Form.ADD, pin.text());
            case "gem" -> gem(Form.INSTALL, pin.text());
            case "bundle" -> gem(Form.ADD, pin.text());
            default -> Optional.<DependencyPin>empty();
        };
        return read.map(
                found -> found.in(found.form() == Form.INSTALL ? List.of() : PinRoots.of(run.directory(), ".")));
    }

    private static Optional<DependencyPin> go(List<String> words, String text) {
        if (words.contains("-C") || words.stream().anyMatch(word -> word.endsWith("go.mod"))) {
            return Optional.empty();
        }
        if (words.get(0).equals("get")) {
            return PinText.read(Ecosystem.GO, Form.ADD, text);
        }
        int blank = text.indexOf(' ');
        String value = text.substring(blank + 1);
        return switch (blank < 0 ? "" : text.substring(0, blank)) {
            case "require" -> PinText.read(Ecosystem.GO, Form.ADD, value);
            case "replace" -> PinText.read(Ecosystem.GO, Form.REPLACE, value);
            default -> Optional.empty();
        };
    }

    private static Optional<DependencyPin> cargo(List<String> words, String text) {
        boolean elsewhere = words.stream().anyMatch(word -> word.startsWith("--manifest-path"));
        return elsewhere
                ? Optional.empty()
                : PinText.read(Ecosystem.RUST, words.get(0).equals("add") ? Form.ADD : Form.REQUIRE, text);
    }

    private static Optional<DependencyPin> node(List<String> words, String text) {
        boolean elsewhere = words.stream()
                .anyMatch(word -> NODE_ELSEWHERE.contains(word)
                        || word.startsWith("--prefix")
                        || word.startsWith("-prefix")
                        || word.equals("-C"));
        if (elsewhere) {
            return PinText.read(Ecosystem.NODE, Form.INSTALL, text);
        }
        boolean set = words.contains("pkg");
        int equals = text.indexOf('=');
        if (!set) {
            return equals < 0 ? PinText.read(Ecosystem.NODE, Form.ADD, text) : Optional.empty();
        }
        Matcher setting = SETTING.matcher(text);
        if (!setting.matches()) {
            return Optional.empty();
        }
        Form form = setting.group(1).endsWith("ependencies") ? Form.ADD : Form.REQUIRE;
        return PinText.read(Ecosystem.NODE, form, setting.group(2) + "=" + setting.group(3));
    }

    private static Optional<DependencyPin> gem(Form form, String text) {
        return PinText.read(Ecosystem.RUBY, form, text.indexOf('@') < 0 ? text.replaceFirst(":", "@") : text);
    }
}
