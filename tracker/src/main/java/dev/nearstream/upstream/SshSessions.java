package dev.nearstream.upstream;

import java.nio.file.Path;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * ssh with the user's keys and known hosts, and without the user's ssh configuration: a ProxyCommand there would run a
 * program. A host that {@code known_hosts} does not name is refused, as nobody is there to be asked.
 */
final class SshSessions implements AutoCloseable {
    private final Path home;
    private @Nullable SshdSessionFactory factory;

    SshSessions(Path home) {
        this.home = home;
    }

    synchronized SshSessionFactory factory() {
        SshdSessionFactory current = factory;
        if (current == null) {
            current = new SshdSessionFactoryBuilder()
                    .setHomeDirectory(home.toFile())
                    .setSshDirectory(home.resolve(".ssh").toFile())
                    .setConfigStoreFactory((homeDirectory, config, user) -> null)
                    .build(null);
            factory = current;
        }
        return current;
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }
}
