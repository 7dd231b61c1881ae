package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.cli.Terminal.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners of the sample's packages, told night after night. */
final class MailRunTest {
    private static final Instant FIRST = Instant.parse("2026-08-22T02:00:00Z");

    @TempDir
    Path directory;

    @Test
    void eachOwnerIsToldOnceAndAgainWhenSomethingIsNew() throws IOException {
        try (Server server = new Server()) {
            Path configuration = configuration(server.port());
            Result night = night(configuration, 0);
            assertThat(night.status()).as(night.err()).isZero();
            assertThat(night.err()).contains("2 digests sent by mail");
            assertThat(server.subjects).hasSize(2).allMatch(subject -> subject.contains("2026-08-22"));
            assertThat(directory.resolve("out/digests/distro-water.md"))
                    .content()
                    .contains("beck")
                    .doesNotContain("weir");
            assertThat(directory.resolve("out/site/digests/distro-water.html")).exists();
            assertThat(directory.resolve("out/site/index.html")).content().contains("href=\"digests/index.html\"");

            assertThat(night(configuration, 1).err()).as("nothing is new").doesNotContain("by mail");
            assertThat(server.subjects).hasSize(2);

            Result some = new Terminal(directory, FIRST.plusSeconds(200_000))
                    .run("run", "--config", configuration.toString(), "--packages", "weir");
            assertThat(some.status()).isZero();
            assertThat(server.subjects)
                    .as("a person's look at one package is no night")
                    .hasSize(2);
        }
    }

    @Test
    void aServerThatIsNotThereCostsNothingOfTheNight() throws IOException {
        Path configuration;
        try (Server server = new Server()) {
            configuration = configuration(server.port());
        }
        Result night = night(configuration, 0);
        assertThat(night.status()).isZero();
        assertThat(night.err())
                .contains("mail to @distro/water: localhost:", "no connection; does the server run there");
        assertThat(directory.resolve("out/digests/distro-water.md")).exists();
        Result dry = new Terminal(directory, FIRST.plusSeconds(90_000))
                .run("run", "--config", configuration.toString(), "--dry-run");
        assertThat(dry.err()).contains("no mail: a dry run sends none");
    }

    @Test
    void checkNamesAPasswordThatIsNotThere() throws IOException {
        Path configuration =
                Files.writeString(directory.resolve("c.yaml"), """
                recipes: %s
                mail:
                  host: smtp.example.org
                  user: nightly
                  password-env: NO_SUCH_VARIABLE_OF_OURS
                  from: nearstream@example.org
                  to: {"@a": a@example.org}
                """.formatted(Terminal.HOME.resolve("recipes/sample")));
        Result check = new Terminal(directory).run("check", "--config", configuration.toString());
        assertThat(check.status()).isEqualTo(ExitCode.USAGE);
        assertThat(check.err())
                .contains(
                        "c.yaml:5:17: mail.password-env: the environment variable NO_SUCH_VARIABLE_OF_OURS is not set");
    }

    private Result night(Path configuration, int number) {
        return new Terminal(directory, FIRST.plusSeconds(number * 86_400L))
                .run("run", "--config", configuration.toString());
    }

    private Path configuration(int port) throws IOException {
        return Files.writeString(
                directory.resolve("c.yaml"), """
                recipes: %s
                zone: UTC
                owners:
                  "{beck,ghyll,tarn}": "@distro/water"
                  weir: ["@ann", "@nobody"]
                mail:
                  host: localhost
                  port: %d
                  security: none
                  from: nearstream@example.org
                  to: {"@Distro/Water": water@example.org, "@ann": ann@example.org}
                """.formatted(Terminal.HOME.resolve("recipes/sample"), port));
    }

    /** Takes every mail. */
    private static final class Server implements AutoCloseable {
        final List<String> subjects = new CopyOnWriteArrayList<>();
        private final ServerSocket socket;

        Server() throws IOException {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve, "smtp");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (true) {
                try (Socket client = socket.accept();
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                        OutputStream out = client.getOutputStream()) {
                    say(out, "220 here");
                    @Nullable String line;
                    boolean data = false;
                    while ((line = in.readLine()) != null) {
                        if (data) {
                            if (line.startsWith("Subject: ")) {
                                subjects.add(line);
                            }
                            data = !line.equals(".");
                            if (!data) {
                                say(out, "250 taken");
                            }
                        } else {
                            data = line.equals("DATA");
                            say(out, data ? "354 go on" : "250 ok");
                        }
                    }
                } catch (IOException e) {
                    if (socket.isClosed()) {
                        return;
                    }
                }
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
