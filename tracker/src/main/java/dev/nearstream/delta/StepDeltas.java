package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Text;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the steps of one recipe's pipelines change, patch steps and cherry-picks apart. */
final class StepDeltas {
    private static final List<ShellRule> RULES = List.of(
            new SedEdits(),
            new Overlays(),
            new ShellPatches(),
            new ShellPins(),
            new Removals(),
            new TestSkips(),
            new BuildFlags());

    private static final int LONGEST_NAME = 160;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Recipe recipe;
    private final SharedPipelines shared;
    private final BlockLines lines;
    private final BumpPins bumps;
    private final DeltaList deltas;
    private final CreatedPlaces created = new CreatedPlaces();
    private final ScriptContext context;
    private BuildCourse course;
    private final Set<Object> seen = new HashSet<>();
    private boolean concerned;

    StepDeltas(
            Recipe recipe,
            PackageDirectory files,
            PatchFiles patches,
            SharedPipelines shared,
            BlockLines lines,
            DeltaList deltas) {
        this.recipe = recipe;
        this.shared = shared;
        this.lines = lines;
        this.deltas = deltas;
        this.course = BuildCourse.start(recipe.directory(), recipe.version().value());
        this.bumps = new BumpPins(files, lines);
        this.context = new ScriptContext(
                files,
                patches,
                created.paths(),
                recipe.name().value(),
                recipe.version().value());
    }

    void find() {
        environment(recipe.environment());
        concerned = mayConcern(recipe.pipeline()) || mayConcern(recipe.subpackages());
        recipe.pipeline().forEach(step -> step(step, step.at()));
        recipe.subpackages().forEach(step -> step(step, step.at()));
    }

    /**
     * @param anchor where the recipe names it: its own place, or that of the step whose pipeline it belongs to
     */
    private void step(PipelineStep step, Position anchor) {
        environment(step.environment());
        if (BumpPins.isBump(step)) {
            BumpScope scope = BumpScope.of(step);
            bumps.find(step).forEach(pin -> pin(anchor, pin, scope));
            called(step);
            return;
        }
        if (step.calls("sed")) {
            sed(step);
            called(step);
            return;
        }
        if (step.steps().isEmpty()) {
            called(step);
        }
        if (step.runs() != null && seen.add(List.of(anchor, step.at()))) {
            script(step, step.runs(), anchor);
        }
        for (PipelineStep nested : step.steps()) {
            boolean local = !nested.at().file().equals(recipe.file());
            step(nested, local ? anchor : nested.at());
        }
    }

    private void called(PipelineStep step) {
        if (step.calls("patch") || step.calls("git-am")) {
            List<Delta.PatchFile> patches = deltas.patchesOf(step);
            patches.forEach(patch -> course = course.then(new BuildEvent.Patched(patch)));
            if (!patches.isEmpty()) {
                return;
            }
        }
        if (step.uses() != null) {
            course = course.then(new BuildEvent.Called(step, step.uses().value()));
        }
    }

    /** Whether any rule may find something in the recipe's own scripts: all are read then, or none. */
    private boolean mayConcern(List<PipelineStep> steps) {
        for (PipelineStep step : steps) {
            Text script = step.runs();
            if (script != null && script.at().file().equals(recipe.file()) && mayConcern(script.value())) {
                return true;
            }
            if (mayConcern(step.steps())) {
                return true;
            }
        }
        return false;
    }

    private boolean mayConcern(String script) {
        for (ShellRule rule : RULES) {
            if (rule instanceof Overlays && context.files().isEmpty()) {
                continue;
            }
            for (String hint : rule.hints()) {
                if (script.contains(hint)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void environment(Map<String, Text> environment) {
        environment.forEach((name, value) -> {
            if (BuildFlags.isFlags(name) && seen.add(value.at())) {
                ShellFinding flag = BuildFlags.finding(name, value.value());
                deltas.declare(
                        value.at().line(),
                        flag.kind(),
                        name(flag.name()),
                        value.at(),
                        flag.size(),
                        Purposes.of(flag.fallback(), lines.commentAt(value.at()), flag.name()),
                        flag.text());
            }
        });
    }

    private void pin(Position anchor, DeclaredPin pin, BumpScope scope) {
        if (seen.add(List.of(pin.at(), pin.pin()))) {
            Purpose purpose = Purposes.of(Purpose.DEPENDENCY, pin.comment());
            deltas.pin(
                    anchor.line(),
                    DeltaKind.DEPENDENCY_BUMP,
                    pin.pin().name(),
                    pin.at(),
                    purpose,
                    pin.pin().text(),
                    scope.read(pin).orElse(null),
                    pin.comment());
        }
    }

    private void sed(PipelineStep step) {
        String path = step.input("path").map(Text::value).orElse("");
        List<String> words =
                BLANKS.splitAsStream(path).filter(word -> !word.isEmpty()).toList();
        boolean source = words.stream()
                .anyMatch(word -> Place.of(step.workingDirectory(), word).isSource());
        if (source && seen.add(step.at())) {
            String text = "sed "
                    + step.input("pattern").map(Text::value).orElse("").strip() + " -> "
                    + step.input("replacement").map(Text::value).orElse("").strip() + " " + String.join(" ", words);
            int count = path.matches("[^*?\\[$`]*") ? words.size() : 0;
            String comment = step.name() + "\n" + lines.commentAt(step.at());
            Delta.Facts facts = deltas.facts(
                    DeltaKind.INLINE_EDIT,
                    name(words.get(0)),
                    step.at(),
                    new Size(count, 0, 0),
                    Purposes.of(Purpose.UNKNOWN, comment, words.get(0)),
                    comment);
            deltas.add(step.at().line(), new Delta.SedStep(facts, text, step, course));
        }
    }

    private void script(PipelineStep step, Text script, Position anchor) {
        boolean own = script.at().file().equals(recipe.file());
        if (own ? !concerned : shared.isSilent(script, RULES, context)) {
            course = course.then(new BuildEvent.Unread(script, step.workingDirectory()));
            return;
        }
        for (Invocation run : Invocation.of(script.value(), step.workingDirectory())) {
            for (ShellRule rule : RULES) {
                for (ShellFinding finding : rule.find(run, context)) {
                    Position where = own ? lines.line(script, run.line()) : anchor;
                    int line = own ? where.line() : anchor.line();
                    declare(line, finding, step, run, where, run.comment() + "\n" + step.name());
                }
            }
            created.note(run);
            course = course.then(new BuildEvent.Ran(run));
        }
    }

    private void declare(
            int line, ShellFinding finding, PipelineStep step, Invocation run, Position where, String comment) {
        Purpose purpose = Purposes.of(finding.fallback(), comment, finding.name());
        String name = name(finding.name());
        if (finding.pin() != null) {
            deltas.pin(line, finding.kind(), name, where, purpose, finding.text(), finding.pin(), comment);
            return;
        }
        Delta.Facts facts = deltas.facts(finding.kind(), name, where, finding.size(), purpose, comment);
        deltas.add(
                line,
                switch (finding.kind()) {
                    case INLINE_EDIT, OVERLAY, REMOVAL, TEST_SKIP, SHELL_PATCH ->
                        new Delta.ShellChange(facts, finding.text(), finding.name(), run, step, course);
                    default -> new Delta.Declared(facts, finding.text());
                });
    }

    /** A name that stays the same at the next version. */
    private String name(String written) {
        String name = written;
        while (name.startsWith("./") || name.startsWith("../")) {
            name = name.substring(name.indexOf('/') + 1);
        }
        String version = recipe.version().value();
        String stable = version.length() > 2 ? name.replace(version, "${{package.version}}") : name;
        String line = BLANKS.matcher(stable).replaceAll(" ").strip();
        return line.length() <= LONGEST_NAME
                ? line
                : line.substring(0, LONGEST_NAME - 10)
                        + "~"
                        + PatchFacts.hash(line.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }
}
