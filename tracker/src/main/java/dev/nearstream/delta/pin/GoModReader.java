package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the lines of a {@code go.mod} or {@code go.work}. */
final class GoModReader {
    /** Directives that ask for no version of a module. */
    private static final Set<String> OTHERS = Set.of("go", "toolchain", "godebug", "retract", "tool", "ignore");

    private final String file;
    private final GoMod.Builder found = new GoMod.Builder();
    private int line;

    GoModReader(String file) {
        this.file = file;
    }

    GoMod read(String text) {
        String block = "";
        for (String written : Lines.of(file, text)) {
            line++;
            List<String> words = words(written);
            if (words.isEmpty()) {
                continue;
            }
            if (!block.isEmpty()) {
                if (words.equals(List.of(")"))) {
                    block = "";
                } else {
                    directive(block, words, written);
                }
            } else if (words.size() == 2 && words.get(1).equals("(")) {
                block = words.get(0);
                if (!isKnown(block)) {
                    throw problem(written, "unknown directive " + block);
                }
            } else {
                directive(words.get(0), words.subList(1, words.size()), written);
            }
        }
        if (!block.isEmpty()) {
            throw problem("", "the block of " + block + " is not closed");
        }
        return found.build();
    }

    private static boolean isKnown(String directive) {
        return OTHERS.contains(directive)
                || Set.of("module", "require", "exclude", "replace", "use").contains(directive);
    }

    private void directive(String name, List<String> words, String written) {
        switch (name) {
            case "module" -> found.module(word(words, 0, 1, written));
            case "use" -> found.use(word(words, 0, 1, written));
            case "require" ->
                found.require(word(words, 0, 2, written), new GoMod.Requirement(file, words.get(1), line));
            case "exclude" -> found.exclude(word(words, 0, 2, written), words.get(1));
            case "replace" -> replace(words, written);
            default -> {
                if (!isKnown(name)) {
                    throw problem(written, "unknown directive " + name);
                }
            }
        }
    }

    private void replace(List<String> words, String written) {
        int arrow = words.indexOf("=>");
        int behind = words.size() - arrow - 1;
        if (arrow < 1 || arrow > 2 || behind < 1 || behind > 2) {
            throw problem(written, "a replace is 'module [version] => module [version]'");
        }
        found.replace(
                words.get(0),
                new GoMod.Replacement(
                        file,
                        arrow == 2 ? words.get(1) : null,
                        words.get(arrow + 1),
                        behind == 2 ? words.get(arrow + 2) : null,
                        line));
    }

    private String word(List<String> words, int at, int size, String written) {
        if (words.size() != size) {
            throw problem(written, size + " words belong here, not " + words.size());
        }
        return words.get(at);
    }

    private List<String> words(String written) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < written.length()) {
            char c = written.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (written.startsWith("//", at)) {
                break;
            } else if (c == '"' || c == '`') {
                int end = written.indexOf(c, at + 1);
                if (end < 0 || written.substring(at, end).indexOf('\\') >= 0) {
                    throw problem(written, "a quoted text without its end, or with an escape");
                }
                words.add(written.substring(at + 1, end));
                at = end + 1;
            } else {
                int end = at;
                while (end < written.length()
                        && " \t\r".indexOf(written.charAt(end)) < 0
                        && !(written.startsWith("//", end) && end > at)) {
                    end++;
                }
                String word = written.substring(at, end);
                at = end;
                if (word.length() > 1 && word.endsWith("(")) {
                    words.add(word.substring(0, word.length() - 1));
                    word = "(";
                }
                words.add(word);
            }
        }
        return words;
    }

    private ManifestException problem(String written, String what) {
        int column = written.length() - written.stripLeading().length() + 1;
        return new ManifestException(file, line, column, what);
    }
}
