package dev.nearstream.recipe;

import dev.nearstream.recipe.UpdateRules.Git;
import dev.nearstream.recipe.UpdateRules.GitHub;
import dev.nearstream.recipe.UpdateRules.Oci;
import dev.nearstream.recipe.UpdateRules.ReleaseMonitor;
import dev.nearstream.recipe.UpdateRules.Schedule;
import dev.nearstream.recipe.UpdateRules.Source;
import dev.nearstream.recipe.UpdateRules.Transform;
import dev.nearstream.yaml.YamlDocument;
import dev.nearstream.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code update:} block. */
final class UpdateRulesReader {
    static final UpdateRules NONE =
            new UpdateRules(null, false, false, false, false, false, "", null, List.of(), List.of(), null, null);

    private UpdateRulesReader() {}

    static UpdateRules read(Fields recipe, YamlDocument document) {
        return recipe.fields("update")
                .map(update -> {
                    boolean enabled = update.flag("enabled", true);
                    return new UpdateRules(
                            update.position(),
                            enabled,
                            update.flag("manual", false),
                            update.flag("shared", false),
                            update.flag("require-sequential", false),
                            update.flag("enable-prerelease-tags", false),
                            update.text("exclude-reason")
                                    .map(Text::value)
                                    .orElseGet(() -> enabled ? "" : comment(update, document)),
                            update.string("version-separator"),
                            patterns(update),
                            transforms(update),
                            source(update),
                            update.fields("schedule")
                                    .map(schedule ->
                                            new Schedule(schedule.string("period", ""), schedule.string("reason", "")))
                                    .orElse(null));
                })
                .orElse(NONE);
    }

    private static String comment(Fields update, YamlDocument document) {
        return update.mapping()
                .entry("enabled")
                .map(YamlNode.Entry::value)
                .filter(YamlNode.Scalar.class::isInstance)
                .map(node -> document.comment((YamlNode.Scalar) node))
                .orElse("");
    }

    private static List<Text> patterns(Fields update) {
        List<Text> patterns = update.textList("ignore-regex-patterns");
        patterns.forEach(pattern -> check(update, pattern));
        return patterns;
    }

    private static List<Transform> transforms(Fields update) {
        List<Transform> transforms = new ArrayList<>();
        for (Fields transform : update.list("version-transform")) {
            Optional<Text> match = transform.text("match");
            if (match.isEmpty()) {
                transform.problem(transform.position(), "a version-transform has match and replace; match is missing");
                continue;
            }
            Text replace = transform.text("replace").orElseGet(() -> new Text("", "", transform.position()));
            if (check(update, match.get())) {
                transforms.add(new Transform(match.get(), replace));
            }
        }
        return transforms;
    }

    private static boolean check(Fields update, Text pattern) {
        try {
            GoRegex.compile(pattern.value());
            return true;
        } catch (IllegalArgumentException e) {
            update.problem(pattern.at(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static @Nullable Source source(Fields update) {
        Optional<Fields> github = block(update, "github");
        if (github.isPresent()) {
            Fields of = github.get();
            return new GitHub(
                    of.position(),
                    of.string("identifier", ""),
                    of.flag("use-tag", false),
                    of.string("strip-prefix"),
                    of.string("strip-suffix"),
                    of.string("tag-filter"),
                    of.string("tag-filter-prefix"),
                    of.string("tag-filter-contains"));
        }
        return block(update, "release-monitor")
                .<Source>map(of -> new ReleaseMonitor(
                        of.position(),
                        of.string("identifier", ""),
                        of.string("strip-prefix"),
                        of.string("strip-suffix"),
                        of.string("version-filter-prefix"),
                        of.string("version-filter-contains")))
                .or(() -> block(update, "oci")
                        .map(of -> new Oci(
                                of.position(),
                                of.string("identifier", ""),
                                of.string("strip-prefix"),
                                of.string("strip-suffix"),
                                of.string("tag-filter-prefix"),
                                of.string("tag-filter-contains"))))
                .or(() -> block(update, "git")
                        .map(of -> new Git(
                                of.position(),
                                of.string("strip-prefix"),
                                of.string("strip-suffix"),
                                of.string("tag-filter-prefix"),
                                of.string("tag-filter-contains"))))
                .orElse(null);
    }

    /** A block that is there, be it empty: {@code git: {}} and {@code git:} alike. */
    private static Optional<Fields> block(Fields update, String key) {
        return update.mapping()
                .entry(key)
                .map(entry -> Fields.of(update.file(), entry.value(), update.variables(), update.problems()));
    }
}
