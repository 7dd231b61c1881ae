package dev.nearstream.delta;

import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.delta.shell.ShellCommand.Redirection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The places in the workspace that a recipe's commands have made so far. For one thread. */
final class CreatedPlaces {
    private final Set<String> paths = new HashSet<>();

    /** The places, growing as commands are noted. */
    Set<String> paths() {
        return paths;
    }

    void note(Invocation run) {
        for (Redirection redirection : run.redirections()) {
            if (redirection.operator().equals(">")) {
                add(run, redirection.target());
            }
        }
        switch (run.program()) {
            case "mkdir", "touch" -> run.operands().forEach(path -> add(run, path));
            case "cp", "mv", "ln" -> {
                CopyArguments copy = CopyArguments.read(run.arguments());
                if (!copy.target().isEmpty() && !copy.target().endsWith("/")) {
                    add(run, copy.target());
                }
            }
            case "curl", "wget", "gcc", "cc" -> outputs(run);
            default -> {}
        }
    }

    private void outputs(Invocation run) {
        List<String> words = run.arguments();
        for (int at = 0; at + 1 < words.size(); at++) {
            if (words.get(at).equals("-o")
                    || words.get(at).equals("-O")
                    || words.get(at).equals("--output")) {
                add(run, words.get(at + 1));
            }
        }
    }

    private void add(Invocation run, String path) {
        Place place = Place.of(run.directory(), path);
        if (place.isSource() && !place.path().equals(".")) {
            paths.add(place.path());
        }
    }
}
