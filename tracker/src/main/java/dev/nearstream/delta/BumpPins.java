package dev.nearstream.delta;

import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pins of a step that calls a bump pipeline: those of melange ({@code go/bump}, {@code maven/pombump},
 * {@code rust/cargobump}) and of the distribution ({@code bump}, {@code uv/bump}, {@code py/pip-vendor-bump}).
 */
final class BumpPins {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");
    private static final int MAX_FILE = 4 << 20;
    private static final Set<String> PIPELINES = Set.of(
            "bump",
            "go/bump",
            "gobump",
            "maven/pombump",
            "pombump",
            "rust/cargobump",
            "cargobump",
            "uv/bump",
            "py/pip-vendor-bump");
    private static final Set<String> INLINE = Set.of("deps", "packages", "replaces", "dependencies", "properties");
    private static final Set<String> FILES =
            Set.of("deps-file", "properties-file", "patch-file", "bump-file", "replaces-file");
    private static final List<String> PROPERTIES = List.of("pombump-properties.yaml", "properties.yaml");
    private static final Map<String, List<String>> BY_LANGUAGE = Map.of(
            "rust", List.of("cargobump-deps.yaml", "deps.yaml"),
            "go", List.of("gobump-deps.yaml", "deps.yaml"),
            "java", List.of("pombump-deps.yaml", "deps.yaml"),
            "auto", List.of("cargobump-deps.yaml", "gobump-deps.yaml", "deps.yaml", "pombump-deps.yaml"));

    private final PackageDirectory files;
    private final BlockLines lines;

    BumpPins(PackageDirectory files, BlockLines lines) {
        this.files = files;
        this.lines = lines;
    }

    static boolean isBump(PipelineStep step) {
        return step.uses() != null && PIPELINES.contains(step.uses().value());
    }

    List<DeclaredPin> find(PipelineStep step) {
        List<DeclaredPin> pins = new ArrayList<>();
        if (value(step, "analyze").equals("true") || value(step, "dry-run").equals("true")) {
            return pins;
        }
        if (step.calls("py/pip-vendor-bump")) {
            vendored(step, pins);
            return pins;
        }
        boolean given = false;
        for (Map.Entry<String, Text> input : step.with().entrySet()) {
            String text = input.getValue().value().strip();
            boolean file = FILES.contains(input.getKey());
            if (!text.isEmpty() && (file || INLINE.contains(input.getKey()))) {
                given = true;
                if (!addFile(step, text, pins) && !file && !isFileName(text)) {
                    inline(input.getKey(), input.getValue(), pins);
                }
            }
        }
        if (!given && !step.calls("uv/bump")) {
            defaults(step, pins);
        }
        return pins;
    }

    private void defaults(PipelineStep step, List<DeclaredPin> pins) {
        String language = value(step, "language").isEmpty() ? languageOf(step) : value(step, "language");
        List<String> names = BY_LANGUAGE.getOrDefault(language, List.of());
        for (String name : names) {
            if (addFile(step, name, pins)) {
                break;
            }
        }
        if (language.equals("java") || language.equals("auto")) {
            for (String name : PROPERTIES) {
                if (addFile(step, name, pins)) {
                    break;
                }
            }
        }
    }

    private static String languageOf(PipelineStep step) {
        String uses = step.uses() == null ? "" : step.uses().value();
        return uses.contains("pombump")
                ? "java"
                : uses.contains("cargobump") ? "rust" : uses.contains("go") ? "go" : "auto";
    }

    private void vendored(PipelineStep step, List<DeclaredPin> pins) {
        step.input("package")
                .ifPresent(name -> pins.add(new DeclaredPin(
                        new Pin(name.value(), name.value() + value(step, "version")),
                        name.at(),
                        lines.commentAt(step.at()),
                        Form.REQUIRE)));
    }

    private boolean addFile(PipelineStep step, String name, List<DeclaredPin> pins) {
        if (!isFileName(name)) {
            return false;
        }
        Place place = Place.of(step.workingDirectory(), name);
        if (!files.has(place)) {
            return false;
        }
        files.read(place.path(), MAX_FILE)
                .ifPresent(bytes ->
                        pins.addAll(PinFile.read(files.path(place.path()), new String(bytes, StandardCharsets.UTF_8))));
        return true;
    }

    private static boolean isFileName(String text) {
        return text.indexOf(' ') < 0 && text.indexOf('\n') < 0 && (text.endsWith(".yaml") || text.endsWith(".yml"));
    }

    private void inline(String input, Text text, List<DeclaredPin> pins) {
        Form form = input.equals("replaces") ? Form.REPLACE : input.equals("properties") ? Form.PROPERTY : Form.REQUIRE;
        int number = 0;
        String above = "";
        for (String line : text.value().split("\n", -1)) {
            number++;
            int hash = line.indexOf('#');
            String comment = hash < 0 ? "" : line.substring(hash + 1).strip();
            List<String> entries = SEPARATORS
                    .splitAsStream(hash < 0 ? line : line.substring(0, hash))
                    .filter(entry -> !entry.isEmpty())
                    .toList();
            for (String entry : entries) {
                pins.add(new DeclaredPin(Pin.of(entry), lines.line(text, number), above + "\n" + comment, form));
            }
            above = entries.isEmpty() ? comment : "";
        }
    }

    private static String value(PipelineStep step, String input) {
        return step.input(input).map(text -> text.value().strip()).orElse("");
    }
}
