package dev.nearstream.delta;

import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.recipe.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of pins beside a recipe (cargobump-deps.yaml, pombump-deps.yaml, properties.yaml …): a list of mappings with
 * {@code name} or {@code groupId} and {@code artifactId}, and {@code version}; or with {@code property} and
 * {@code value}. Read line by line, so that every entry keeps its place.
 */
final class PinFile {
    private final String path;
    private final List<DeclaredPin> pins = new ArrayList<>();
    private final Map<String, String> entry = new LinkedHashMap<>();
    private int line;
    private String comment = "";

    private PinFile(String path) {
        this.path = path;
    }

    static List<DeclaredPin> read(String path, String text) {
        PinFile file = new PinFile(path);
        List<String> lines = text.lines().toList();
        String above = "";
        for (int i = 0; i < lines.size(); i++) {
            String content = lines.get(i).strip();
            int hash = content.startsWith("#") ? 0 : content.indexOf(" #");
            String remark = hash < 0
                    ? ""
                    : content.substring(hash).replaceFirst("^\\s*#+", "").strip();
            content = hash < 0 ? content : content.substring(0, hash).strip();
            if (content.startsWith("-")) {
                file.end();
                file.line = i + 1;
                file.comment = above;
                content = content.substring(1).strip();
            }
            file.comment = remark.isEmpty() || content.isEmpty() ? file.comment : file.comment + "\n" + remark;
            above = content.isEmpty() ? remark : "";
            file.field(content);
        }
        file.end();
        return file.pins;
    }

    private void field(String content) {
        int colon = content.indexOf(':');
        if (line > 0 && colon > 0) {
            entry.put(
                    content.substring(0, colon).strip(),
                    unquoted(content.substring(colon + 1).strip()));
        }
    }

    private void end() {
        String version = entry.getOrDefault("version", "");
        String artifact = entry.getOrDefault("artifactId", "");
        String name = artifact.isEmpty()
                ? entry.getOrDefault("name", "")
                : entry.getOrDefault("groupId", "") + "@" + artifact;
        String property = entry.getOrDefault("property", "");
        if (!name.isEmpty() && !version.isEmpty()) {
            boolean selects = artifact.isEmpty() && name.indexOf('@', 1) > 0;
            add(new Pin(name, name + (selects ? "=" : "@") + version), Form.REQUIRE);
        } else if (!property.isEmpty()) {
            add(new Pin(property, property + "=" + entry.getOrDefault("value", "")), Form.PROPERTY);
        }
        entry.clear();
    }

    private void add(Pin pin, Form form) {
        pins.add(new DeclaredPin(pin, new Position(path, line, 1), comment, form));
    }

    private static String unquoted(String value) {
        String first = value.isEmpty() ? "" : value.substring(0, 1);
        boolean quoted = value.length() > 1 && value.endsWith(first) && (first.equals("\"") || first.equals("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
