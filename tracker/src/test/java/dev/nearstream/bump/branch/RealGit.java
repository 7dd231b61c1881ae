package dev.nearstream.bump.branch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The git of this machine, and its companions, without anybody's configuration. */
record RealGit(Path home, Map<String, String> environment) {

    /** What a program said, and whether it was content. */
    record Answer(int status, String output) {}

    static RealGit in(Path home) {
        return in(home, Map.of());
    }

    /** Ends the test, and says so, where one of the programs is not there. */
    static RealGit in(Path home, Map<String, String> environment, String... programs) {
        RealGit git = new RealGit(home, environment);
        List<String> wanted = new ArrayList<>(List.of(programs));
        wanted.add("git");
        for (String program : wanted) {
            try {
                git.run(home, program, program.equals("ssh-keygen") ? "-?" : "--version");
            } catch (IOException e) {
                Assumptions.abort(program + " is not installed: what it would say is not known");
            }
        }
        return git;
    }

    /** The output of a call that must succeed. */
    String ok(Path directory, String... command) throws IOException {
        Answer answer = run(directory, command);
        if (answer.status() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + answer.output());
        }
        return answer.output();
    }

    Answer run(Path directory, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("SSH_"));
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_COMMITTER_NAME", "Mailed",
                        "GIT_COMMITTER_EMAIL", "mailed@example.org",
                        "LC_ALL", "C.UTF-8"));
        builder.environment().putAll(environment);
        Path output = Files.createTempFile(home, "said", null);
        Process process = builder.redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createTempFile(home, "nothing", null).toFile()))
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new Answer(process.exitValue(), new String(Files.readAllBytes(output), UTF_8));
    }
}
