package dev.nearstream.delta.edit;

import dev.nearstream.delta.BuildEvent;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Place;
import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an event of the build may do to the workspace. Thread-safe. */
final class Footprints {
    /** They work on the output alone. */
    private static final Set<String> ON_OUTPUT = Set.of("strip");

    /** Pipelines that set dependencies, and the names of the files that they write. */
    private static final Set<String> BUMPS =
            Set.of("bump", "go/bump", "rust/cargobump", "maven/pombump", "uv/bump", "py/pip-vendor-bump");

    private static final List<String> MANIFESTS = List.of(
            "go.*",
            "modules.txt",
            "Cargo.*",
            "pom.xml",
            "*.properties",
            "*.gradle*",
            "*.toml",
            "*.lock",
            "package*.json",
            "requirements*",
            "constraints*",
            "setup.*",
            "Gemfile*",
            "*.gemspec");

    private final RecipeFiles files;

    Footprints(RecipeFiles files) {
        this.files = files;
    }

    Footprint of(BuildEvent event) {
        if (event instanceof BuildEvent.Ran ran) {
            return CommandFootprints.of(ran.run());
        }
        if (event instanceof BuildEvent.Patched patched) {
            return patch(patched.patch());
        }
        if (event instanceof BuildEvent.Unread unread) {
            return script(unread.script(), unread.directory());
        }
        BuildEvent.Called called = (BuildEvent.Called) event;
        return step(called.step(), called.pipeline());
    }

    private static Footprint script(Text script, String directory) {
        Footprint.Builder all = new Footprint.Builder(script.at().file());
        Invocation.of(script.value(), directory).forEach(run -> all.add(CommandFootprints.of(run)));
        return all.build();
    }

    private static Footprint step(PipelineStep step, String pipeline) {
        if (pipeline.equals("git-checkout")) {
            return step.input("cherry-picks").isPresent()
                    ? Footprint.anything("a cherry-pick")
                    : Footprint.nothing(pipeline);
        }
        if (pipeline.equals("fetch")) {
            boolean unpacked =
                    !step.input("extract").map(Text::value).orElse("").equals("false");
            String directory = step.input("directory").map(Text::value).orElse(".");
            Place place = Place.of(step.workingDirectory(), directory);
            return unpacked
                    ? new Footprint.Builder(pipeline).below(place.path()).build()
                    : Footprint.nothing(pipeline);
        }
        if (pipeline.equals("sed")) {
            Footprint.Builder footprint = new Footprint.Builder(pipeline).createsNothing();
            for (String word : step.input("path").map(Text::value).orElse("").split("\\s+", -1)) {
                Place place = Place.of(step.workingDirectory(), word);
                if (place.path().contains("$")) {
                    footprint.anything();
                } else if (place.isSource()) {
                    footprint.path(place.path());
                }
            }
            return footprint.build();
        }
        if (BUMPS.contains(pipeline)) {
            return Footprint.names(pipeline, MANIFESTS);
        }
        return ON_OUTPUT.contains(pipeline) || pipeline.startsWith("split/")
                ? Footprint.nothing(pipeline)
                : Footprint.anything(pipeline);
    }

    /** A patch changes files by name; where they lie is left to it. */
    private Footprint patch(Delta.PatchFile delta) {
        String label = Footprint.name(delta.path());
        Optional<byte[]> bytes;
        try {
            bytes = files.read(delta.path(), PatchParser.MAX_BYTES);
        } catch (IOException e) {
            return Footprint.anything(label);
        }
        if (bytes.isEmpty()) {
            return Footprint.anything(label);
        }
        Patch patch = PatchParser.parse(bytes.get());
        Footprint.Builder footprint = new Footprint.Builder(label);
        if (patch.files().stream().allMatch(file -> file.oldName().isPresent())) {
            footprint.createsNothing();
        }
        patch.files().forEach(file -> {
            file.oldName().ifPresent(name -> footprint.name(literal(name)));
            file.newName().ifPresent(name -> footprint.name(literal(name)));
        });
        return footprint.build();
    }

    private static String literal(String path) {
        return Footprint.name(path).replaceAll("([\\\\*?\\[])", "\\\\$1");
    }
}
