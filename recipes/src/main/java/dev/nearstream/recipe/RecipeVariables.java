package dev.nearstream.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of one recipe: {@code package.*}, {@code vars.*}, and what {@code var-transforms} make of them. */
final class RecipeVariables {
    private static final int MAX_PASSES = 20;

    private final Map<String, Text> vars = new LinkedHashMap<>();
    private final Map<String, String> values = new HashMap<>();

    private final List<VarTransform> transforms = new ArrayList<>();

    private RecipeVariables() {}

    RecipeVariables(Fields recipe) {
        Fields unset = recipe.with(Variables.NONE);
        unset.fields("package").ifPresent(this::packageValues);
        resolve(unset.texts("vars"), recipe.problems());
        unset.list("var-transforms").forEach(this::read);
        transforms.forEach(transform -> apply(transform, recipe.problems()));
        // Options are off unless the build switches them on.
        unset.fields("options")
                .ifPresent(options -> options.mapping()
                        .entries()
                        .forEach(entry -> values.put("options." + entry.key().value() + ".enabled", "false")));
    }

    /** {@code package.*} and {@code vars.*} as they would be at another version, epoch 0. */
    static Variables at(Recipe recipe, String version) {
        RecipeVariables of = new RecipeVariables();
        of.packageValues(recipe.name().value(), version, "0");
        Map<String, Text> plain = new LinkedHashMap<>(recipe.vars());
        recipe.varTransforms().forEach(transform -> plain.remove(transform.to().value()));
        List<RecipeProblem> known = new ArrayList<>(); // they were told when the recipe was read
        of.resolve(plain, known);
        recipe.varTransforms().forEach(transform -> of.apply(transform, known));
        return of.variables();
    }

    Map<String, Text> vars() {
        return vars;
    }

    List<VarTransform> transforms() {
        return transforms;
    }

    Variables variables() {
        return Variables.of(values);
    }

    private void packageValues(Fields of) {
        packageValues(of.string("name", ""), of.string("version", ""), of.string("epoch", ""));
        values.put("package.description", of.string("description", ""));
    }

    private void packageValues(String name, String version, String epoch) {
        values.put("package.name", name);
        values.put("package.version", version);
        values.put("package.epoch", epoch);
        values.put("package.full-version", version + "-r" + epoch);
        values.put("package.srcdir", Workspace.ROOT);
        values.put("context.name", name);
    }

    /** A var may use others, in whatever order they stand; one that uses itself stays as it is written. */
    private void resolve(Map<String, Text> sources, List<RecipeProblem> problems) {
        Map<String, String> open = new LinkedHashMap<>();
        sources.forEach((name, text) -> open.put(name, text.source()));
        for (int pass = 0; pass < MAX_PASSES && !open.isEmpty(); pass++) {
            Set<String> settled = new HashSet<>();
            Variables known = Variables.of(values);
            for (Map.Entry<String, String> var : open.entrySet()) {
                String value = known.substitute(var.getValue());
                if (open.keySet().stream().noneMatch(other -> uses(value, other))) {
                    settled.add(var.getKey());
                    values.put("vars." + var.getKey(), value);
                }
            }
            if (settled.isEmpty()) {
                break;
            }
            open.keySet().removeAll(settled);
        }
        open.forEach((name, value) -> values.put("vars." + name, value));
        sources.forEach((name, text) -> {
            String value = values.getOrDefault("vars." + name, text.source());
            if (value.length() > Variables.MAX_LENGTH) {
                problems.add(
                        new RecipeProblem(text.at(), "vars." + name + " grows beyond 1 MiB; it is taken as empty"));
                value = "";
                values.put("vars." + name, value);
            }
            vars.put(name, new Text(value, text.source(), text.at()));
        });
    }

    private static boolean uses(String value, String var) {
        return value.contains("${{") && value.replace(" ", "").contains("${{vars." + var + "}}");
    }

    private void read(Fields of) {
        Text from = of.text("from").orElse(null);
        Text match = of.text("match").orElse(null);
        Text to = of.text("to").orElse(null);
        if (from == null || match == null || to == null) {
            of.problem(of.position(), "a var-transform has from, match, replace and to; one of them is missing");
            return;
        }
        transforms.add(new VarTransform(from, match, of.string("replace", ""), to));
    }

    private void apply(VarTransform transform, List<RecipeProblem> problems) {
        Text to = transform.to();
        try {
            String value = transform.apply(Variables.of(values));
            values.put("vars." + to.value(), value);
            vars.put(to.value(), new Text(value, to.source(), to.at()));
        } catch (IllegalArgumentException e) {
            problems.add(new RecipeProblem(transform.match().at(), String.valueOf(e.getMessage())));
        }
    }
}
