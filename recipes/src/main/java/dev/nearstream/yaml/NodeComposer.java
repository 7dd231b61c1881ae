package dev.nearstream.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/** Composes one document's events into nodes; bounds its depth and what its aliases stand for. */
final class NodeComposer {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_WEIGHT = 200_000;

    private final Parser events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();

    NodeComposer(Parser events) {
        this.events = events;
    }

    YamlNode document() throws YamlException {
        events.next(); // the stream's start
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return new YamlNode.Scalar("", true, 1, 1, 1, 1);
        }
        events.next(); // the document's start
        return node(0);
    }

    private YamlNode node(int depth) throws YamlException {
        Event event = events.next();
        Mark at = mark(event);
        if (depth > MAX_DEPTH) {
            throw problem(at, "nested more than " + MAX_DEPTH + " levels deep");
        }
        if (event instanceof AliasEvent alias) {
            YamlNode node = anchors.get(alias.getAlias());
            if (node == null) {
                throw problem(at, "the alias *" + alias.getAlias().getValue() + " has no anchor before it");
            }
            return node;
        }
        YamlNode node = event instanceof ScalarEvent scalar
                ? scalar(scalar, at)
                : event.getEventId() == Event.ID.SequenceStart
                        ? sequence(at, depth, isFlow(event))
                        : mapping(at, depth, isFlow(event));
        if (event instanceof NodeEvent anchored) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        return node;
    }

    private static YamlNode.Scalar scalar(ScalarEvent event, Mark at) {
        Mark end = event.getEndMark().orElse(at);
        return new YamlNode.Scalar(
                event.getValue(),
                event.getScalarStyle() == ScalarStyle.PLAIN,
                at.getLine() + 1,
                at.getColumn() + 1,
                end.getLine() + 1,
                end.getColumn() + 1);
    }

    private YamlNode sequence(Mark at, int depth, boolean flow) throws YamlException {
        List<YamlNode> items = new ArrayList<>();
        int weight = 1;
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            YamlNode item = node(depth + 1);
            items.add(item);
            weight = add(weight, item, at);
        }
        int closing = closingLine(events.next(), flow);
        return new YamlNode.Sequence(items, at.getLine() + 1, at.getColumn() + 1, weight, closing);
    }

    private YamlNode mapping(Mark at, int depth, boolean flow) throws YamlException {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        List<YamlNode.Entry> merged = new ArrayList<>();
        int weight = 1;
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            YamlNode key = node(depth + 1);
            if (!(key instanceof YamlNode.Scalar name)) {
                throw new YamlException(key.line(), key.column(), "a key must be a scalar, not " + key.kind());
            }
            YamlNode value = node(depth + 1);
            weight = add(weight, value, at);
            if (name.plain() && name.value().equals("<<")) {
                merge(value, merged);
            } else if (entries.putIfAbsent(name.value(), new YamlNode.Entry(name, value)) != null) {
                throw new YamlException(
                        name.line(), name.column(), "the key " + name.value() + " stands here twice; keep one");
            }
        }
        int closing = closingLine(events.next(), flow);
        merged.forEach(entry -> entries.putIfAbsent(entry.key().value(), entry));
        return new YamlNode.Mapping(
                List.copyOf(entries.values()), at.getLine() + 1, at.getColumn() + 1, weight, closing);
    }

    /** YAML's merge key: the mapping's own keys win, then the earlier of several merged mappings. */
    private static void merge(YamlNode value, List<YamlNode.Entry> into) throws YamlException {
        List<YamlNode> sources = value instanceof YamlNode.Sequence several ? several.items() : List.of(value);
        Set<String> seen = new HashSet<>();
        for (YamlNode source : sources) {
            if (!(source instanceof YamlNode.Mapping mapping)) {
                throw new YamlException(value.line(), value.column(), "<< merges mappings, not " + source.kind());
            }
            for (YamlNode.Entry entry : mapping.entries()) {
                if (seen.add(entry.key().value())) {
                    into.add(entry);
                }
            }
        }
    }

    private static int add(int weight, YamlNode node, Mark at) throws YamlException {
        int sum = weight + node.weight();
        if (sum > MAX_WEIGHT) {
            throw problem(at, "stands for more than " + MAX_WEIGHT + " nodes with its aliases; use fewer");
        }
        return sum;
    }

    private static boolean isFlow(Event start) {
        return start instanceof CollectionStartEvent collection && collection.isFlow();
    }

    private static int closingLine(Event end, boolean flow) {
        return flow ? mark(end).getLine() + 1 : 0;
    }

    private static Mark mark(Event event) {
        return event.getStartMark().orElseThrow();
    }

    private static YamlException problem(Mark at, String message) {
        return new YamlException(at.getLine() + 1, at.getColumn() + 1, message);
    }
}
