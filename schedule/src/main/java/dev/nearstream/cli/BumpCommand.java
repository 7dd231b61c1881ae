package dev.nearstream.cli;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.Version;
import dev.nearstream.recipe.edit.EditRefusedException;
import dev.nearstream.recipe.edit.HashField;
import dev.nearstream.recipe.edit.HashKind;
import dev.nearstream.recipe.edit.RecipeBump;
import dev.nearstream.recipe.edit.RecipeEdit;
import dev.nearstream.recipe.edit.RecipeText;
import dev.nearstream.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bump}. */
@Command(
        name = "bump",
        description = {
            "Give a recipe a new version, and write nothing else anew.",
            "Hashes go, in order, to the fields that change with the version, and are as many as those."
        })
final class BumpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RECIPE.yaml", description = "The recipe's file.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "VERSION",
            description = "The new version, as apk writes it; at the same version the epoch is raised.")
    private String to = "";

    @Option(names = "--commit", paramLabel = "SHA", description = "For expected-commit; repeatable.")
    private List<String> commits = new ArrayList<>();

    @Option(names = "--sha256", paramLabel = "SUM", description = "For expected-sha256; repeatable.")
    private List<String> sha256 = new ArrayList<>();

    @Option(names = "--sha512", paramLabel = "SUM", description = "For expected-sha512; repeatable.")
    private List<String> sha512 = new ArrayList<>();

    @Option(names = "--write", description = "Write the recipe in place, whole or not at all, and print nothing.")
    private boolean write;

    private final Workshop workshop;

    BumpCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws IOException, EditRefusedException {
        boolean valid = Version.parse(to).isPresent();
        if (!valid && !(to.startsWith("v") && Version.parse(to.substring(1)).isPresent())) {
            throw new ConfigurationException("--to is a version of apk's form, as 1.2.3, not " + to);
        }
        Map<HashKind, List<String>> given = given();
        RecipeFile target = RecipeFile.of(file);
        byte[] bytes = target.read();
        Recipe recipe;
        RecipeText text;
        try {
            recipe = new RecipeReader(new RecipeDirectory(target.directory())).read(target.name(), bytes);
            text = RecipeText.of(target.name(), bytes);
        } catch (YamlException e) {
            throw new BrokenRecipeException("%s:%d:%d: %s".formatted(file, e.line(), e.column(), e.getMessage()));
        }
        RecipeBump bump = RecipeBump.of(recipe, text, to);
        List<RecipeEdit> edits = new ArrayList<>(bump.identity());
        for (HashKind kind : HashKind.values()) {
            List<String> hashes = given.getOrDefault(kind, List.of());
            Optional<List<HashField>> fields = bump.take(kind, hashes.size());
            if (fields.isEmpty()) {
                workshop.console().say(miscounted(bump, kind, hashes.size()));
                return ExitCode.NOT_SO;
            }
            if (!bump.isSameVersion()) {
                bump.fields(kind, RecipeBump.CHANGES).stream()
                        .filter(field -> !fields.get().contains(field))
                        .forEach(field -> workshop.console().say(file + ": " + field + " stays as it is"));
            }
            for (int i = 0; i < hashes.size(); i++) {
                edits.add(RecipeEdit.set(fields.get().get(i).at(), hashes.get(i)));
            }
        }
        RecipeText edited = text.with(edits);
        if (!valid) {
            workshop.console().say(file + ": " + to + " is written, and is no version to apk: the v should go");
        }
        if (write) {
            target.replace(edited.bytes());
        } else {
            workshop.console().copy(edited.bytes());
        }
        return ExitCode.OK;
    }

    private Map<HashKind, List<String>> given() {
        Map<HashKind, List<String>> given = new EnumMap<>(HashKind.class);
        given.put(HashKind.COMMIT, commits);
        given.put(HashKind.SHA256, sha256);
        given.put(HashKind.SHA512, sha512);
        given.forEach((kind, hashes) -> hashes.stream()
                .filter(hash -> !kind.isForm(hash))
                .findFirst()
                .ifPresent(hash -> {
                    throw new ConfigurationException("%s %s: should be %d hexadecimal digits in lower case"
                            .formatted(kind.option(), hash, kind.length()));
                }));
        return given;
    }

    private String miscounted(RecipeBump bump, HashKind kind, int hashes) {
        List<HashField> fields = bump.fields().stream()
                .filter(field -> field.kind() == kind && field.need() != HashField.Need.URL)
                .toList();
        String list = fields.isEmpty()
                ? "none changes"
                : "these change: " + fields.stream().map(HashField::toString).collect(Collectors.joining("; "));
        return "%s: %d %s given for version %s; %s".formatted(file, hashes, kind.option(), to, list);
    }
}
