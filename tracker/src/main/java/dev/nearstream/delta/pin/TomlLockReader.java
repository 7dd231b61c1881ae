package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code [[package]]} tables of Cargo.lock, poetry.lock and uv.lock as their tools write them: one key a line.
 * By lines, because such files are large, are read for names and versions alone, and every entry must keep its place.
 */
final class TomlLockReader {
    private static final Set<String> FOREIGN = Set.of("git", "url", "path", "directory", "file", "editable", "virtual");

    /** Cargo's own registry, by its index in git and by HTTP. */
    private static final Set<String> CRATES =
            Set.of("registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/");

    private final String file;
    private final UnaryOperator<String> normal;
    private final boolean cargo;
    private final List<LockedPackage> packages = new ArrayList<>();
    private int line;
    private int depth;
    private boolean inPackage;
    private boolean inSource;
    private int entryLine;
    private int versionLine;
    private @Nullable String name;
    private @Nullable String version;
    private String foreign = "";
    private boolean sourced;

    private TomlLockReader(String file, UnaryOperator<String> normal, boolean cargo) {
        this.file = file;
        this.normal = normal;
        this.cargo = cargo;
    }

    /** Cargo's, where an entry without a source is a directory of the tree. */
    static Lock cargo(String file, String text) {
        return new TomlLockReader(file, name -> name, true).read(text);
    }

    /**
     * Python's, where an entry without a source is the registry's.
     *
     * @param normal the form of a name by which packages are found
     */
    static Lock python(String file, String text, UnaryOperator<String> normal) {
        return new TomlLockReader(file, normal, false).read(text);
    }

    private Lock read(String text) {
        for (String written : Lines.of(file, text)) {
            line++;
            String content = written.strip();
            if (depth > 0) {
                depth += brackets(content);
            } else if (content.startsWith("[")) {
                header(content);
            } else if (!content.isEmpty() && !content.startsWith("#")) {
                key(content);
            }
        }
        end();
        if (depth > 0) {
            throw problem("a list is not closed");
        }
        return Lock.of(file, packages);
    }

    private void header(String content) {
        if (content.indexOf(']') < 0) {
            throw problem("a table's head without its end");
        }
        inSource = content.startsWith("[package.source]");
        boolean within = content.startsWith("[package.") || content.startsWith("[[package.");
        if (!within) {
            end();
        }
        inPackage = content.startsWith("[[package]]");
        if (inPackage) {
            entryLine = line;
        }
    }

    private void end() {
        if (entryLine > 0) {
            if (name == null) {
                throw new ManifestException(file, entryLine, 1, "a package without a name");
            }
            foreign = cargo && !sourced ? "a directory of the tree" : foreign;
            packages.add(
                    new LockedPackage(normal.apply(name), version, version == null ? entryLine : versionLine, foreign));
        }
        entryLine = 0;
        name = null;
        version = null;
        foreign = "";
        sourced = false;
    }

    private void key(String content) {
        int equals = content.indexOf('=');
        if (equals < 1) {
            throw problem("neither a table's head nor 'key = value'");
        }
        String key = content.substring(0, equals).strip();
        String value = content.substring(equals + 1).strip();
        if (value.startsWith("\"\"\"") || value.startsWith("'''")) {
            throw problem("a text of several lines does not belong here");
        }
        depth += brackets(value);
        if (inPackage) {
            switch (key) {
                case "name" -> name = text(value);
                case "version" -> {
                    version = text(value);
                    versionLine = line;
                }
                case "source" -> source(value);
                case "git", "url", "path", "editable", "replace" ->
                    foreign = key + " (" + value.replace("\"", "") + ")";
                default -> {}
            }
        } else if (inSource && key.equals("type") && FOREIGN.contains(text(value))) {
            foreign = text(value);
        }
    }

    /** Cargo writes {@code "registry+https://…"}, uv {@code { registry = "https://…" }}. */
    private void source(String value) {
        sourced = true;
        boolean table = value.startsWith("{");
        if (cargo && !CRATES.contains(text(value))) {
            foreign = text(value);
            return;
        }
        String kind = table
                ? value.substring(1).strip().replaceFirst("[\\s=].*", "")
                : text(value).replaceFirst("[+].*", "");
        foreign = kind.equals("registry") || kind.equals("sparse")
                ? foreign
                : kind + " (" + value.replace("\"", "") + ")";
    }

    private String text(String value) {
        int end = value.length() < 2 ? -1 : value.indexOf(value.charAt(0), 1);
        boolean quoted = end > 0 && (value.startsWith("\"") || value.startsWith("'"));
        String behind = quoted ? value.substring(end + 1).strip() : "";
        if (!quoted || !(behind.isEmpty() || behind.startsWith("#"))) {
            throw problem("a quoted text belongs here");
        }
        return value.substring(1, end);
    }

    /** How many more brackets a line opens than it closes, outside of texts and comments. */
    private static int brackets(String content) {
        int open = 0;
        char quote = 0;
        for (int at = 0; at < content.length(); at++) {
            char c = content.charAt(at);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#') {
                break;
            } else if (c == '[' || c == '{') {
                open++;
            } else if (c == ']' || c == '}') {
                open--;
            }
        }
        return open;
    }

    private ManifestException problem(String what) {
        return new ManifestException(file, line, 1, what);
    }
}
