package dev.nearstream.pull.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process with all that it has started, also what no longer is its descendant, as a daemon is not: each has inherited a
 * variable of the environment with a value that nothing else has. That is seen where there is a {@code /proc}.
 *
 * @param mark {@code NAME=value}
 */
record ProcessTree(Process root, String mark) {
    private static final Path PROC = Path.of("/proc");
    private static final int ROUNDS = 10;
    /** One that nobody reaps, as in a container without an init, never ends for us. */
    private static final int GRACE = 100;

    /** Ends all of them. What they start in the meantime is ended too, as long as that goes. */
    void kill() {
        for (int round = 0; round < ROUNDS; round++) {
            Set<ProcessHandle> alive = new LinkedHashSet<>();
            root.descendants().forEach(alive::add);
            alive.add(root.toHandle());
            marked().forEach(alive::add);
            alive.removeIf(one -> !one.isAlive());
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            alive.forEach(one -> one.onExit()
                    .completeOnTimeout(one, GRACE, TimeUnit.MILLISECONDS)
                    .join());
        }
    }

    private Set<ProcessHandle> marked() {
        Set<ProcessHandle> marked = new LinkedHashSet<>();
        if (Files.isDirectory(PROC)) {
            try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
                all.filter(this::isMarked).forEach(marked::add);
            }
        }
        return marked;
    }

    private boolean isMarked(ProcessHandle one) {
        try {
            byte[] environment = Files.readAllBytes(PROC.resolve(one.pid() + "/environ"));
            return ("\0" + new String(environment, StandardCharsets.ISO_8859_1)).contains("\0" + mark + "\0");
        } catch (IOException e) {
            return false; // another user's, or it is gone
        }
    }
}
