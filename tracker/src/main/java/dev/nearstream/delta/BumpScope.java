package dev.nearstream.delta;

import dev.nearstream.delta.DependencyPin.Ecosystem;
import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a bump step says of all its pins: whose dependencies they are, and the projects in which it sets them. */
final class BumpScope {
    private static final Map<String, Ecosystem> LANGUAGES = Map.of(
            "go", Ecosystem.GO,
            "rust", Ecosystem.RUST,
            "java", Ecosystem.JAVA,
            "python", Ecosystem.PYTHON,
            "ruby", Ecosystem.RUBY,
            "js", Ecosystem.NODE,
            "javascript", Ecosystem.NODE);

    private final Ecosystem ecosystem;
    private final boolean installs;
    private final List<String> roots;

    private BumpScope(Ecosystem ecosystem, boolean installs, List<String> roots) {
        this.ecosystem = ecosystem;
        this.installs = installs;
        this.roots = roots;
    }

    static BumpScope of(PipelineStep step) {
        String pipeline = step.uses() == null ? "" : step.uses().value();
        String directory = step.workingDirectory();
        if (pipeline.equals("py/pip-vendor-bump")) {
            return new BumpScope(
                    Ecosystem.PYTHON, false, PinRoots.of(directory, input(step, "vendor-path") + "/vendor.txt"));
        }
        boolean installs = pipeline.equals("uv/bump")
                || !input(step, "venv").isEmpty()
                || !input(step, "gem-dir").isEmpty()
                || input(step, "update").equals("true"); // all is updated first: upstream's locks do not say to what
        String manifest = input(step, "manifest");
        return new BumpScope(
                ecosystem(pipeline, input(step, "language")),
                installs,
                PinRoots.of(directory, manifest.isEmpty() ? input(step, "modroot") : manifest));
    }

    private static Ecosystem ecosystem(String pipeline, String language) {
        if (pipeline.contains("pombump")) {
            return Ecosystem.JAVA;
        }
        if (pipeline.contains("cargobump")) {
            return Ecosystem.RUST;
        }
        if (pipeline.equals("go/bump") || pipeline.equals("gobump")) {
            return Ecosystem.GO;
        }
        return pipeline.equals("uv/bump") ? Ecosystem.PYTHON : LANGUAGES.getOrDefault(language, Ecosystem.DETECTED);
    }

    /** The pin as the step sets it; empty where its text does not tell a version. */
    Optional<DependencyPin> read(DeclaredPin declared) {
        Form form = installs && declared.form() == Form.REQUIRE ? Form.INSTALL : declared.form();
        return PinText.read(ecosystem, form, declared.pin().text()).map(pin -> pin.in(installs ? List.of() : roots));
    }

    private static String input(PipelineStep step, String name) {
        return step.input(name).map(Text::value).orElse("").strip();
    }
}
