package dev.nearstream.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How other processes can name this one. Asks no name server: a host that has none would wait for seconds. */
final class ThisProcess {
    private static final Path HOSTNAME = Path.of("/proc/sys/kernel/hostname");

    private ThisProcess() {}

    static long pid() {
        return ProcessHandle.current().pid();
    }

    static String host() {
        try {
            return Files.readString(HOSTNAME).strip();
        } catch (IOException e) {
            return Optional.ofNullable(System.getenv("HOSTNAME"))
                    .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                    .orElse("this host");
        }
    }
}
