package dev.nearstream.delta.edit;

import dev.nearstream.delta.CopyArguments;
import dev.nearstream.delta.GitArguments;
import dev.nearstream.delta.Place;
import dev.nearstream.delta.shell.ExactCommand;
import dev.nearstream.delta.shell.FindCommand;
import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.delta.shell.ShellCommand.Redirection;
import dev.nearstream.delta.shell.ShellWord;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a program's run may do to the workspace. A program that is not known here may do anything. */
final class CommandFootprints {
    private static final Set<String> HARMLESS = Set.of(
            "",
            ":",
            "[",
            "[[",
            "apk",
            "basename",
            "break",
            "case",
            "cat",
            "cd",
            "chmod",
            "chown",
            "cmp",
            "command",
            "continue",
            "cut",
            "date",
            "declare",
            "diff",
            "dirname",
            "echo",
            "egrep",
            "env",
            "exit",
            "export",
            "expr",
            "false",
            "file",
            "for",
            "function",
            "getconf",
            "grep",
            "head",
            "hostname",
            "id",
            "jq",
            "ldconfig",
            "let",
            "local",
            "ls",
            "md5sum",
            "nproc",
            "popd",
            "printf",
            "pushd",
            "pwd",
            "read",
            "readlink",
            "readonly",
            "realpath",
            "return",
            "rmdir",
            "seq",
            "set",
            "sha256sum",
            "sha512sum",
            "shift",
            "sleep",
            "stat",
            "tail",
            "test",
            "tr",
            "true",
            "type",
            "typeset",
            "umask",
            "uname",
            "unset",
            "wait",
            "wc",
            "which",
            "whoami",
            "xargs");
    private static final Set<String> HARMLESS_GIT = Set.of(
            "add",
            "commit",
            "config",
            "describe",
            "diff",
            "fetch",
            "init",
            "log",
            "ls-files",
            "remote",
            "rev-parse",
            "show",
            "status",
            "tag");
    /** A {@code w} or {@code e} that may be a command or a flag, or a script that is not read here. */
    private static final Pattern SED_WRITES = Pattern.compile("(?:^|[/;,|#}{$0-9gIpMm])\\s*[wWe]\\s+[\\w./]|^--?f");

    private static final Pattern AWK_WRITES = Pattern.compile("^-i|>|\\||system|^--?(f|include)");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");

    private final Invocation run;
    private final Footprint.Builder footprint;
    private final boolean exact;

    private CommandFootprints(Invocation run) {
        this.run = run;
        this.footprint = new Footprint.Builder(run.program().isEmpty() ? "a redirection" : run.program());
        ExactCommand command = run.exact();
        this.exact = command.directoryKnown() && command.words().stream().allMatch(ShellWord::isKnown);
    }

    static Footprint of(Invocation run) {
        CommandFootprints of = new CommandFootprints(run);
        for (Redirection one : run.redirections()) {
            if (one.writes()) {
                of.path(one.target());
            }
        }
        of.program();
        return of.footprint.build();
    }

    private void program() {
        List<String> arguments = run.arguments();
        switch (run.program()) {
            case "sed", "gsed" -> sed();
            case "rm", "unlink" -> {
                footprint.createsNothing();
                (run.operands().isEmpty() ? run.found() : run.operands()).forEach(this::path);
            }
            case "mkdir", "touch", "tee" -> run.operands().forEach(this::path);
            case "cp", "mv", "ln", "install" -> copy(CopyArguments.read(arguments));
            case "curl", "wget" -> outputs();
            case "find" -> {
                anythingIf(arguments.stream().anyMatch(word -> word.matches("-f(print.*|ls)")));
                FindCommand find = FindCommand.read(arguments);
                if (find.deletes()) {
                    footprint.createsNothing();
                    find.names().forEach(this::found);
                }
            }
            case "awk" -> anythingIf(arguments.stream().anyMatch(AWK_WRITES.asPredicate()));
            case "sort" -> anythingIf(arguments.stream().anyMatch(word -> word.matches("-[a-zA-Z]*o.*|--o.*")));
            case "uniq" -> anythingIf(run.operands().size() > 1);
            case "git" -> {
                boolean writes = arguments.stream().anyMatch(word -> word.startsWith("--output"));
                if (writes
                        || !HARMLESS_GIT.contains(GitArguments.read(arguments).command())) {
                    footprint.anything();
                }
            }
            case "go" -> {
                if (arguments.isEmpty() || !Set.of("env", "version", "list").contains(arguments.get(0))) {
                    footprint.anything();
                }
            }
            default -> {
                boolean inner = SHELLS.contains(run.program())
                        && !arguments.isEmpty()
                        && arguments.get(0).matches("-[a-z]*c");
                if (!inner && !HARMLESS.contains(run.program())) {
                    footprint.anything();
                }
            }
        }
    }

    private void sed() {
        List<String> words = run.arguments();
        boolean inPlace = words.stream().anyMatch(word -> word.matches("-[nrEsuzb]*i.*|--i.*"));
        if (inPlace) {
            footprint.createsNothing();
            run.found().forEach(this::found);
            run.operands().forEach(this::path);
            anythingIf(run.found().isEmpty() && run.operands().size() < 2);
        }
        anythingIf(words.stream().anyMatch(SED_WRITES.asPredicate()));
    }

    private void anythingIf(boolean doubtful) {
        if (doubtful) {
            footprint.anything();
        }
    }

    /** What {@code find} finds lies at any depth. */
    private void found(String name) {
        footprint.name(Footprint.name(name));
        if (name.contains("$")) {
            footprint.anything();
        }
    }

    private void copy(CopyArguments copy) {
        if (run.program().equals("mv")) {
            copy.sources().forEach(this::path);
        }
        if (copy.target().isEmpty()) {
            if (run.program().equals("install")) {
                run.operands().forEach(this::path);
            } else {
                footprint.anything();
            }
            return;
        }
        Place target = Place.of(run.directory(), copy.target());
        if (!target.isSource()) {
            return;
        }
        path(copy.target());
        boolean whole = run.program().equals("mv")
                || run.arguments().stream().anyMatch(word -> word.matches("-[a-zA-Z]*[rRad].*|--(recursive|archive)"));
        for (String source : copy.sources()) {
            String name = Footprint.name(source.endsWith("/") ? source.substring(0, source.length() - 1) : source);
            boolean plain = !whole && name.matches("[^*?\\[{$`]+") && !name.equals(".");
            if (plain) {
                path(copy.target() + "/" + name);
            } else {
                footprint.below(target.path());
            }
        }
    }

    /** curl writes to its output unless it is told a file, wget to one named by the address. */
    private void outputs() {
        boolean curl = run.program().equals("curl");
        boolean named = curl;
        List<String> words = run.arguments();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String next = at + 1 < words.size() ? words.get(at + 1) : "";
            if (word.matches(curl ? "-[a-zA-Z#]*o|--output" : "-[a-zA-Z]*O|--output-document")) {
                path(next);
                named = true;
            } else if (word.matches("--output(-document)?=.*")) {
                path(word.substring(word.indexOf('=') + 1));
                named = true;
            } else if (curl && word.matches("-[a-zA-Z#]*[oOJ].*|--remote-.*|--output-dir.*")) {
                footprint.anything();
            }
        }
        if (!named) {
            footprint.anything();
        }
    }

    private void path(String word) {
        if (word.startsWith("/dev/")) {
            return;
        }
        Place place = Place.of(run.directory(), word);
        if (!place.isSource()) {
            return;
        }
        boolean open = !exact
                || place.path().contains("$")
                || place.path().contains("`")
                || place.path().equals(".");
        if (open) {
            footprint.anything();
        } else {
            footprint.path(place.path());
        }
    }
}
