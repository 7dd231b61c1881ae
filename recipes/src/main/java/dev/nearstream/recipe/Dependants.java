package dev.nearstream.recipe;

import dev.nearstream.yaml.YamlDocument;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the recipes of a tree that name one of a recipe's packages (its own, its subpackages) among the packages that
 * they are built with ({@code environment.contents.packages}) or that theirs need ({@code dependencies.runtime}). What a
 * pipeline brings along, what comes by a name that several provide, and what is linked at build time no recipe names.
 */
public final class Dependants {
    private static final Pattern CONSTRAINT = Pattern.compile("[<>=~].*");

    private final RecipeFiles files;

    public Dependants(RecipeFiles files) {
        this.files = files;
    }

    /**
     * Those of one recipe, by package name; itself is none. A recipe that cannot be read is passed over.
     *
     * @throws IOException where the tree cannot be listed or read
     */
    public List<Dependant> of(Recipe recipe) throws IOException {
        Set<String> packages = root(recipe.file()).map(Dependants::packages).orElse(Set.of());
        List<Dependant> dependants = new ArrayList<>();
        for (RecipeFiles.Entry entry : files.list("")) {
            String file = entry.name();
            if (!entry.directory() && file.endsWith(".yaml") && !file.startsWith(".") && !file.equals(recipe.file())) {
                Optional<byte[]> bytes = read(file);
                if (bytes.isPresent() && mayName(bytes.get(), packages)) {
                    root(file, bytes.get())
                            .flatMap(root -> dependant(root, packages))
                            .ifPresent(dependants::add);
                }
            }
        }
        dependants.sort(Comparator.comparing(Dependant::packageName));
        return dependants;
    }

    private Optional<Fields> root(String file) throws IOException {
        Optional<byte[]> bytes = read(file);
        return bytes.isEmpty() ? Optional.empty() : root(file, bytes.get());
    }

    private Optional<byte[]> read(String file) throws IOException {
        try {
            return files.read(file, YamlReader.MAX_BYTES);
        } catch (FileTooLargeException e) {
            return Optional.empty();
        }
    }

    /** The recipe's fields with its variables. */
    private static Optional<Fields> root(String file, byte[] bytes) {
        try {
            YamlDocument document = YamlReader.read(bytes);
            if (document.root() instanceof YamlNode.Mapping mapping) {
                Fields plain = new Fields(file, mapping, Variables.NONE, new ArrayList<>());
                return Optional.of(plain.with(new RecipeVariables(plain).variables()));
            }
            return Optional.empty();
        } catch (YamlException e) {
            return Optional.empty();
        }
    }

    /** Most recipes do not: their YAML need not be parsed. A name with a variable in it may be any. */
    private static boolean mayName(byte[] bytes, Set<String> packages) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.contains("${{") || packages.stream().anyMatch(text::contains);
    }

    /** Its own name and its subpackages', each range's items in turn. */
    private static Set<String> packages(Fields root) {
        Set<String> names = new TreeSet<>();
        root.fields("package").ifPresent(of -> names.add(of.string("name", "")));
        for (Fields subpackage : root.list("subpackages")) {
            String range = subpackage.string("range", "");
            if (range.isEmpty()) {
                names.add(subpackage.string("name", ""));
            }
            root.list("data").stream()
                    .filter(data -> !range.isEmpty() && data.string("name", "").equals(range))
                    .flatMap(data -> data.fields("items").stream())
                    .flatMap(items -> items.mapping().entries().stream())
                    .forEach(item -> names.add(subpackage
                            .with(subpackage.variables().with(SubpackageReader.item(subpackage, item)))
                            .string("name", "")));
        }
        names.removeIf(name -> name.isBlank() || name.contains("${{"));
        return names;
    }

    private static Optional<Dependant> dependant(Fields root, Set<String> packages) {
        Set<String> building = new TreeSet<>(root.fields("environment")
                .flatMap(environment -> environment.fields("contents"))
                .map(contents -> named(contents, "packages", packages))
                .orElse(Set.of()));
        Set<String> running = new TreeSet<>();
        ofPackages(root)
                .forEach(one -> one.fields("dependencies")
                        .ifPresent(dependencies -> running.addAll(named(dependencies, "runtime", packages))));
        Set<String> all = new TreeSet<>(building);
        all.addAll(running);
        String file = root.file();
        String name = root.fields("package").map(of -> of.string("name", "")).orElse("");
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dependant(name, file, !building.isEmpty(), List.copyOf(all)));
    }

    private static List<Fields> ofPackages(Fields root) {
        return Stream.concat(root.fields("package").stream(), root.list("subpackages").stream())
                .toList();
    }

    private static Set<String> named(Fields of, String list, Set<String> packages) {
        Set<String> named = new LinkedHashSet<>();
        of.textList(list).forEach(text -> named.add(name(text.value())));
        named.retainAll(packages);
        return named;
    }

    /** Without a version or repository; what must not be there ({@code !name}) keeps its mark, and is nothing's name. */
    private static String name(String written) {
        String bare = CONSTRAINT.matcher(written.strip()).replaceFirst("");
        int repository = bare.indexOf('@');
        return repository < 0 ? bare : bare.substring(0, repository);
    }
}
