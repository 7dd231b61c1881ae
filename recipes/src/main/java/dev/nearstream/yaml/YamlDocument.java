package dev.nearstream.yaml;

import java.util.List;

/**
 * A YAML text and its first document.
 *
 * @param lines the text's lines, for the comments in it
 */
public record YamlDocument(YamlNode root, List<String> lines) {

    /** The comment behind a scalar on its last line, without {@code #} and blanks around, or empty. */
    public String comment(YamlNode.Scalar scalar) {
        if (scalar.endLine() > lines.size()) {
            return "";
        }
        String line = lines.get(scalar.endLine() - 1);
        int from = Math.min(scalar.endColumn() - 1, line.codePointCount(0, line.length()));
        String rest = line.substring(line.offsetByCodePoints(0, from));
        int hash = rest.indexOf('#');
        boolean comment = hash >= 0 && rest.substring(0, hash).isBlank();
        return comment ? rest.substring(hash + 1).strip() : "";
    }
}
