package dev.nearstream.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A small SMTP server on the loopback address that takes mails, one connection after the other, and answers as it is told:
 * a command's answer may be another one, silence, or a closed connection.
 */
public final class FakeSmtpServer implements AutoCloseable {
    /** Instead of an answer: none, with the connection open. */
    public static final String SILENCE = "silence";
    /** Instead of an answer: the connection is closed. */
    public static final String CLOSE = "close";

    /** Instead of an answer: one line of it after the other, without end. */
    public static final String ENDLESS = "endless";
    /** Instead of an answer: one byte of it now and then, without end. */
    public static final String DRIP = "drip";

    private static final int BETWEEN_DRIPS = 20;

    private final ServerSocket socket;
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<String> extensions = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** A mail that was taken. */
    public record Mail(List<String> to, String text) {}

    public FakeSmtpServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "fake smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /**
     * Answers a command otherwise.
     *
     * @param command its beginning, in capitals: {@code RCPT TO:<ann}, {@code DATA}, {@code GREETING}, {@code END} of the data
     */
    public FakeSmtpServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** Announces an extension, as {@code AUTH PLAIN}. */
    public FakeSmtpServer extension(String line) {
        extensions.add(line);
        return this;
    }

    /** What was taken. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Every line that a client sent, the mails' text apart. */
    public List<String> said() {
        return List.copyOf(said);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread thread = new Thread(() -> serve(client), "fake smtp connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = client.getOutputStream()) {
            List<String> to = new ArrayList<>();
            if (!tell(out, "GREETING", "220 fake")) {
                return;
            }
            @Nullable String line;
            while ((line = in.readLine()) != null) {
                said.add(line);
                String command = line.toUpperCase(Locale.ROOT);
                boolean goesOn;
                if (command.startsWith("EHLO")) {
                    List<String> all = new ArrayList<>(List.of("fake"));
                    all.addAll(extensions);
                    StringBuilder lines = new StringBuilder();
                    for (int i = 0; i < all.size(); i++) {
                        lines.append(i == all.size() - 1 ? "250 " : "250-").append(all.get(i));
                        lines.append(i == all.size() - 1 ? "" : "\r\n");
                    }
                    goesOn = tell(out, command, lines.toString());
                } else if (command.startsWith("AUTH PLAIN")) {
                    goesOn = tell(out, command, "235 welcome");
                } else if (command.startsWith("RCPT")) {
                    goesOn = tell(out, command, "250 ok");
                    if (chosen(command, "250").startsWith("250")) {
                        to.add(line.replaceAll(".*<(.*)>.*", "$1"));
                    }
                } else if (command.startsWith("DATA")) {
                    goesOn = tell(out, command, "354 go on");
                    if (goesOn && chosen(command, "354").startsWith("354")) {
                        String text = data(in);
                        if (chosen("END", "250").startsWith("250")) {
                            mails.add(new Mail(List.copyOf(to), text));
                        }
                        goesOn = tell(out, "END", "250 taken");
                        to.clear();
                    }
                } else if (command.startsWith("QUIT")) {
                    tell(out, command, "221 bye");
                    return;
                } else {
                    to.clear();
                    goesOn = tell(out, command, "250 ok");
                }
                if (!goesOn) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client went.
        }
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        @Nullable String line;
        while ((line = in.readLine()) != null && !line.equals(".")) {
            text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString();
    }

    private String chosen(String command, String usual) {
        return answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey().toUpperCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
    }

    /** Whether the connection goes on. */
    private boolean tell(OutputStream out, String command, String usual) throws IOException {
        String answer = chosen(command, usual);
        if (answer.equals(CLOSE)) {
            return false;
        } else if (answer.equals(ENDLESS) || answer.equals(DRIP)) {
            byte[] part =
                    answer.equals(DRIP) ? new byte[] {'2'} : "220-on and on\r\n".getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                out.write(part);
                out.flush();
                if (answer.equals(DRIP)) {
                    LockSupport.parkNanos(BETWEEN_DRIPS * 1_000_000L);
                }
            }
        } else if (!answer.equals(SILENCE)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return true;
    }

    /** Who logged in, as user and password. */
    public List<String> logins() {
        return said.stream()
                .filter(line -> line.startsWith("AUTH PLAIN "))
                .map(line -> new String(Base64.getDecoder().decode(line.substring(11)), StandardCharsets.UTF_8))
                .map(login -> login.replace('\0', ' ').strip())
                .toList();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
