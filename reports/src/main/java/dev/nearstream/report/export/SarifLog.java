package dev.nearstream.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.recipe.Position;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.UnusedFile;
import dev.nearstream.report.VisibleText;
import dev.nearstream.report.render.JsonText;
import dev.nearstream.store.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a code host shows on the lines of recipes, as SARIF 2.1.0: what can be dropped, what will break, and what no step
 * uses. A result keeps its fingerprint when lines move.
 */
final class SarifLog {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** What is told of. */
    private enum Rule {
        DROPPABLE(
                "droppable-delta",
                "note",
                "Upstream has this local change",
                "The packaged version of upstream has it already: take it out of the recipe."),
        DROPPABLE_AT_BUMP(
                "droppable-at-bump",
                "note",
                "Upstream's newest release has this local change",
                "The newest release has it: it can go with the bump."),
        BREAKING(
                "breaks-at-newest",
                "warning",
                "This local change does not apply at upstream's newest release",
                "The next bump will fail here: refresh the change, or look at what upstream did in its place."),
        UNUSED("unused-file", "note", "No step uses this patch file", "Delete it, or name it in a step.");

        private final String id;
        private final String level;
        private final String title;
        private final String help;

        Rule(String id, String level, String title, String help) {
            this.id = id;
            this.level = level;
            this.title = title;
            this.help = help;
        }
    }

    private final List<ObjectNode> results = new ArrayList<>();

    private SarifLog() {}

    static String of(NightReport report) {
        SarifLog log = new SarifLog();
        report.dropNow().forEach(carried -> log.add(Rule.DROPPABLE, carried, of -> of.version()));
        report.dropAtBump().forEach(carried -> log.add(Rule.DROPPABLE_AT_BUMP, carried, SarifLog::newest));
        report.breaking().forEach(carried -> log.add(Rule.BREAKING, carried, SarifLog::newest));
        for (UnusedFile file : report.unused()) {
            log.add(
                    Rule.UNUSED,
                    file.packageName(),
                    file.at().file(),
                    Rule.UNUSED.title,
                    new Position(file.at().file(), 1, 1));
        }
        return JsonText.write(log.document());
    }

    private static String newest(Outcome.Tracked of) {
        return String.valueOf(of.lag().newestVersion());
    }

    private void add(Rule rule, CarriedDelta carried, Function<Outcome.Tracked, String> version) {
        String message = "%s %s: %s (%s)"
                .formatted(carried.of().packageName(), carried.delta().id(), rule.title, version.apply(carried.of()));
        add(
                rule,
                carried.of().packageName(),
                carried.delta().id(),
                message,
                carried.delta().where());
    }

    private void add(Rule rule, String packageName, String id, String message, Position at) {
        ObjectNode result = JsonText.object().put("ruleId", rule.id).put("level", rule.level);
        result.set("message", JsonText.object().put("text", VisibleText.of(message)));
        ObjectNode place = JsonText.object();
        place.set("artifactLocation", JsonText.object().put("uri", uri(at.file())));
        place.set("region", JsonText.object().put("startLine", Math.max(1, at.line())));
        ObjectNode location = JsonText.object();
        location.set("physicalLocation", place);
        ArrayNode locations = JsonText.NODES.arrayNode().add(location);
        result.set("locations", locations);
        result.set("partialFingerprints", JsonText.object().put("nearstream/v1", Hash.of(rule.id, packageName, id)));
        results.add(result);
    }

    /** Relative to the recipe repository's root. */
    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).getRawPath();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private ObjectNode document() {
        ObjectNode driver = JsonText.object().put("name", "Nearstream");
        driver.set("rules", JsonText.list(Arrays.stream(Rule.values()).map(SarifLog::rule)));
        ObjectNode tool = JsonText.object();
        tool.set("driver", driver);
        ObjectNode run = JsonText.object();
        run.set("tool", tool);
        run.put("columnKind", "unicodeCodePoints");
        run.set("results", JsonText.list(results.stream()));
        ObjectNode document = JsonText.object().put("$schema", SCHEMA).put("version", "2.1.0");
        document.set("runs", JsonText.NODES.arrayNode().add(run));
        return document;
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = JsonText.object().put("id", rule.id);
        node.set("shortDescription", JsonText.object().put("text", rule.title));
        node.set("help", JsonText.object().put("text", rule.help));
        node.set("defaultConfiguration", JsonText.object().put("level", rule.level));
        return node;
    }
}
