package dev.nearstream.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nearstream.delta.Verdict.FileResult;
import dev.nearstream.delta.Verdict.Hunk;
import dev.nearstream.delta.Verdict.HunkResult;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The lists that no query looks into, as arrays of arrays: short, and free of the names of our records. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String files(List<FileResult> files) {
        return write(files, (array, file) -> {
            array.add(Texts.clean(file.path()));
            ArrayNode hunks = array.addArray();
            file.hunks()
                    .forEach(hunk -> hunks.addArray()
                            .add(hunk.line())
                            .add(hunk.result().label())
                            .add(hunk.offset())
                            .add(hunk.fuzz())
                            .add(Texts.clean(hunk.detail())));
        });
    }

    static List<FileResult> files(String json) {
        return read(
                json,
                file -> new FileResult(
                        file.get(0).textValue(),
                        list(
                                file.get(1),
                                hunk -> new Hunk(
                                        hunk.get(0).intValue(),
                                        HunkResult.valueOf(constant(hunk.get(1).textValue())),
                                        hunk.get(2).intValue(),
                                        hunk.get(3).intValue(),
                                        hunk.get(4).textValue()))));
    }

    static String problems(List<RecipeProblem> problems) {
        return write(
                problems,
                (array, problem) -> array.add(Texts.clean(problem.at().file()))
                        .add(problem.at().line())
                        .add(problem.at().column())
                        .add(Texts.clean(problem.message())));
    }

    static List<RecipeProblem> problems(String json) {
        return read(
                json,
                problem -> new RecipeProblem(
                        new Position(
                                problem.get(0).textValue(),
                                problem.get(1).intValue(),
                                problem.get(2).intValue()),
                        problem.get(3).textValue()));
    }

    static String findings(List<String> findings) {
        return write(findings, (array, finding) -> array.add(Texts.clean(finding)));
    }

    static List<String> findings(String json) {
        return read(json, finding -> finding.get(0).textValue());
    }

    static String components(List<ScoreComponent> components) {
        return write(components, (array, component) -> {
            array.add(component.scoreClass().label());
            String delta = component.delta();
            array.add(delta == null ? null : Texts.clean(delta));
            array.add(component.points()).add(Texts.clean(component.reason()));
        });
    }

    static List<ScoreComponent> components(String json) {
        return read(
                json,
                component -> new ScoreComponent(
                        ScoreClass.valueOf(constant(component.get(0).textValue())),
                        component.get(1).textValue(),
                        component.get(2).doubleValue(),
                        component.get(3).textValue()));
    }

    /** The name of the constant with this label. */
    static String constant(String label) {
        return label.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static <T> String write(List<T> values, BiConsumer<ArrayNode, T> writer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(value -> writer.accept(array.addArray(), value));
        return array.toString();
    }

    private static <T> List<T> read(String json, Function<JsonNode, T> reader) {
        try {
            return list(MAPPER.readTree(json), reader);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what the store has written: " + e.getOriginalMessage(), e);
        }
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        return StreamSupport.stream(array.spliterator(), false).map(reader).toList();
    }
}
