package dev.nearstream.recipe;

import dev.nearstream.recipe.PipelineReader.Around;
import dev.nearstream.yaml.YamlDocument;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes one recipe of its YAML. */
final class RecipeBuilder {
    private final RecipeFiles files;
    private final LocalPipelines locals;

    RecipeBuilder(RecipeFiles files, LocalPipelines locals) {
        this.files = files;
        this.locals = locals;
    }

    /**
     * @throws YamlException where it is no recipe at all: no mapping, or without name, version or epoch
     */
    Recipe build(String file, YamlDocument document) throws YamlException, IOException {
        List<RecipeProblem> problems = new ArrayList<>();
        if (!(document.root() instanceof YamlNode.Mapping root)) {
            throw new YamlException(
                    document.root().line(),
                    document.root().column(),
                    "a recipe is a mapping, not " + document.root().kind());
        }
        Fields plain = new Fields(file, root, Variables.NONE, problems);
        Fields identity = plain.fields("package")
                .orElseThrow(() -> new YamlException(root.line(), root.column(), "a recipe needs package:"));
        Text name = required(identity, "name");
        Text version = required(identity, "version");
        Text epoch = required(identity, "epoch");
        if (!epoch.source().matches("\\d{1,9}")) {
            plain.problem(epoch.at(), "epoch is a whole number, not " + epoch.source());
        }
        RecipeVariables variables = new RecipeVariables(plain);
        Fields recipe = plain.with(variables.variables());
        PipelineReader pipelines = new PipelineReader(locals);
        List<PipelineStep> main = pipelines.read(recipe, Around.of("", ""));
        List<PipelineStep> subpackages = new SubpackageReader(pipelines).read(recipe);
        String directory = file.substring(0, file.length() - ".yaml".length());
        SourceReader sources = new SourceReader(new PatchStepReader(files, directory, problems), problems);
        sources.read(main);
        sources.read(subpackages);
        return new Recipe(
                file,
                directory,
                name,
                version,
                epoch,
                comment(identity, document),
                variables.vars(),
                variables.transforms(),
                recipe.fields("environment")
                        .map(environment -> environment.texts("environment"))
                        .orElse(java.util.Map.of()),
                main,
                subpackages,
                sources.checkouts(),
                sources.fetches(),
                sources.patchSteps(),
                UpdateRulesReader.read(recipe, document),
                problems);
    }

    private static Text required(Fields identity, String key) throws YamlException {
        Text text = identity.text(key).orElse(null);
        if (text == null || text.value().isBlank()) {
            throw new YamlException(
                    identity.mapping().line(), identity.mapping().column(), "package." + key + " is missing");
        }
        return text;
    }

    private static String comment(Fields identity, YamlDocument document) {
        return identity.node("epoch")
                .filter(YamlNode.Scalar.class::isInstance)
                .map(node -> document.comment((YamlNode.Scalar) node))
                .orElse("");
    }
}
