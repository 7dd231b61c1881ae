package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A list that is written in one scalar, in its source text.
 *
 * @param block whether it is a block, {@code |} or {@code >}, so that its lines hold nothing else
 * @param from its first line of content
 * @param to its last
 * @param entries in order
 */
public record ListScalar(boolean block, int from, int to, List<Entry> entries) {

    public ListScalar {
        entries = List.copyOf(entries);
    }

    /**
     * An entry as it is written, its variables not substituted.
     *
     * @param start of it in the text
     * @param end behind it
     */
    public record Entry(String text, int line, int start, int end) {}

    /**
     * Reads the scalar at a place.
     *
     * @throws EditRefusedException where there is none, or its source text is not its value
     */
    public static ListScalar of(RecipeText text, Position at, ListForm form) throws EditRefusedException {
        YamlNode node = text.places().get(text.places().path(at));
        if (!(node instanceof Scalar scalar)) {
            throw new EditRefusedException(at, "should be a scalar, is " + node.kind());
        }
        return of(text, at, scalar, form);
    }

    static ListScalar of(RecipeText text, Position at, Scalar scalar, ListForm form) throws EditRefusedException {
        TextLines lines = text.lines();
        Span span = Span.of(lines, scalar);
        String source = span.in(text.text());
        char first = source.isEmpty() ? ' ' : source.charAt(0);
        boolean block = first == '|' || first == '>';
        if (first == '&' || first == '!' || first == '*') {
            throw new EditRefusedException(at, "a list with an anchor or a tag is not edited");
        }
        boolean quoted = first == '"' || first == '\'';
        if (quoted && (source.indexOf('\\') >= 0 || source.indexOf("''") > 0)) {
            throw new EditRefusedException(at, "a list with escapes in its quotes is not edited");
        }
        int last = NodeLines.last(lines, scalar);
        if (form.hasComments() && !(first == '|') && scalar.line() != last) {
            throw new EditRefusedException(at, "a list of pins or picks on several lines should be a block after |");
        }
        Span content = block
                ? new Span(lines.start(scalar.line() + 1), lines.start(last + 1))
                : quoted ? new Span(span.from() + 1, span.to() - 1) : span;
        int begin = block ? scalar.line() + 1 : scalar.line();
        List<Entry> entries = new ArrayList<>();
        for (int line = begin; line <= last; line++) {
            int start = Math.max(content.from(), lines.start(line));
            int end =
                    Math.min(content.to(), lines.start(line) + lines.line(line).length());
            add(text.text(), form, line, start, end, entries);
        }
        return new ListScalar(block, begin, last, entries);
    }

    private static void add(String text, ListForm form, int line, int start, int end, List<Entry> entries) {
        int hash = form.hasComments() ? text.indexOf('#', start) : -1;
        int to = hash >= 0 && hash < end ? hash : end;
        Matcher match = form.entry().matcher(text).region(start, Math.max(start, to));
        while (match.find()) {
            entries.add(new Entry(match.group(), line, match.start(), match.end()));
        }
    }
}
