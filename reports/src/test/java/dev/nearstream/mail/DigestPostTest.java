package dev.nearstream.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.mail.MailServer.Security;
import dev.nearstream.mail.MailSettings.When;
import dev.nearstream.owner.Owners;
import dev.nearstream.report.Night;
import dev.nearstream.report.Nights;
import dev.nearstream.report.OwnerDigests;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails as a server takes them, and what becomes of them where it does not. */
class DigestPostTest {
    private static final String PASSWORD = "s3cret pass";
    private static final String HOSTILE = "@org/\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script>\u202E שלום";
    private static final Owners OWNERS = (name, recipe) -> switch (name) {
        case "libpcap" -> List.of("@org/net");
        case "curl", "wget" -> List.of("@ann");
        case "zlib" -> List.of(HOSTILE);
        default -> List.of();
    };

    private final FakeSmtpServer server = new FakeSmtpServer();
    private final FakeMails mails = new FakeMails();
    private final List<String> said = new ArrayList<>();
    private Security security = Security.NONE;
    private @Nullable String user;
    private int port = server.port();
    private When when = When.CHANGED;
    private Duration patience = Duration.ofSeconds(20);
    private boolean stopped;

    @AfterEach
    void close() {
        server.close();
    }

    private static MailAddress address(String text) {
        return MailAddress.parse(text).orElseThrow();
    }

    private MailSettings settings() {
        Map<String, List<MailAddress>> to = new LinkedHashMap<>();
        to.put("@ORG/Net", List.of(address("Jürgen Groß <net@example.org>"), address("team@example.org")));
        to.put("@ann", List.of(address("ann@example.org")));
        to.put(HOSTILE, List.of(address("hostile@example.org")));
        MailServer smtp = new MailServer("localhost", port, security, user, null, Duration.ofSeconds(5), patience);
        return new MailSettings(
                smtp,
                address("Nächtlich <nearstream@example.org>"),
                to,
                when,
                URI.create("https://night.example.org/pages/"));
    }

    private static OwnerDigests digests(@Nullable Night before) {
        return OwnerDigests.of(Nights.tonight(), before, Nights.ZONE, OWNERS, List.of());
    }

    private int send(OwnerDigests digests) {
        MailSettings settings = settings();
        try (SmtpOutbox outbox = new SmtpOutbox(settings.server(), user == null ? null : PASSWORD)) {
            DigestPost post = new DigestPost(
                    settings, outbox, mails, Clock.fixed(Nights.run(1).started(), ZoneOffset.UTC), said::add);
            return post.send(digests, told -> digests(Nights.before()), () -> stopped);
        }
    }

    private static MimeMessage parsed(FakeSmtpServer.Mail mail) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private MimeMessage to(String address) throws MessagingException {
        return parsed(server.mails().stream()
                .filter(mail -> mail.to().contains(address))
                .findFirst()
                .orElseThrow());
    }

    private static String part(MimeMessage message, int index) throws MessagingException, IOException {
        BodyPart part = ((Multipart) message.getContent()).getBodyPart(index);
        return String.valueOf(part.getContent()).replace("\r\n", "\n");
    }

    @Test
    void everyOwnerWithAnAddressHasOneMail() throws MessagingException {
        assertThat(send(digests(Nights.before()))).as("%s", said).isEqualTo(3);
        assertThat(said).isEmpty();
        assertThat(server.mails())
                .extracting(FakeSmtpServer.Mail::to)
                .containsExactlyInAnyOrder(
                        List.of("net@example.org", "team@example.org"),
                        List.of("ann@example.org"),
                        List.of("hostile@example.org"));
        assertThat(mails.sent).hasSize(3);
        assertThat(server.said().stream().filter(line -> line.startsWith("EHLO")))
                .as("one connection")
                .hasSize(1);
        MimeMessage net = to("net@example.org");
        assertThat(net.getHeader("From", null)).isEqualTo("=?UTF-8?Q?N=C3=A4chtlich?= <nearstream@example.org>");
        assertThat(net.getHeader("To", null))
                .contains("=?UTF-8?Q?J=C3=BCrgen_Gro=C3=9F?=")
                .isASCII();
        assertThat(net.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(net.getHeader("List-Id", null))
                .matches("Nearstream <[0-9a-f]{16}\\.digests\\.nearstream\\.example\\.org>");
        assertThat(net.getSentDate().toInstant()).isEqualTo(Nights.run(1).finished());
        assertThat(net.getSubject())
                .startsWith("Nearstream 2026-08-22, @org/net: ")
                .contains(" worth doing");
        assertThat(net.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void textComesFirstAndIsReadableAsItIs() throws MessagingException, IOException {
        send(digests(Nights.before()));
        String text = part(to("net@example.org"), 0);
        assertThat(text)
                .startsWith(
                        "Digest of @org/net\n==================\n\n1 package, 1 assessed in the night of 2026-08-22: ")
                .contains("\n\nWorth doing first\n-----------------\n\n")
                .contains("patch:old.patch")
                .endsWith("""

                        --\s
                        Sent by Nearstream; nobody reads what is answered.
                        https://night.example.org/pages/digests/org-net.html
                        """)
                .doesNotContain("**", "](", "&#8203;", "<", "`", "\u200B");
        assertThat(text.lines()).allMatch(line -> line.length() <= PlainText.WIDTH);
    }

    @Test
    void htmlIsTheSameWithAbsoluteLinks() throws MessagingException, IOException {
        send(digests(Nights.before()));
        String html = part(to("net@example.org"), 1);
        assertThat(html)
                .contains("<a href=\"https://night.example.org/pages/packages/libpcap.html\">libpcap</a>")
                .contains("<a href=\"https://night.example.org/pages/runs/2026-08-22T02-00-00Z-ab12.html\">")
                .contains("<code style=")
                .doesNotContain("<img", "<script", "<link", "<div", "<details", "href=\"..", "src=");
    }

    @Test
    void noNameMakesAHeaderOrMarkup() throws MessagingException, IOException {
        send(digests(Nights.before()));
        MimeMessage message = to("hostile@example.org");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(server.said()).noneMatch(line -> line.contains("eve@"));
        assertThat(message.getSubject())
                .contains("@org/ Bcc: eve@example.org <script>alert(1)</script>")
                .doesNotContain("\u202E");
        assertThat(part(message, 1)).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(part(message, 0)).contains("שלום");
    }

    @Test
    void aMailThatComesTwiceIsKnownForTheSame() throws MessagingException {
        send(digests(Nights.before()));
        String first = to("ann@example.org").getMessageID();
        assertThat(first)
                .isEqualTo(to("ann@example.org").getMessageID())
                .matches("<digest\\.2026-08-22T02-00-00Z-ab12\\.[0-9a-f]{16}@example\\.org>");
        assertThat(to("net@example.org").getMessageID()).isNotEqualTo(first);
        assertThat(send(digests(Nights.before()))).as("told already").isZero();
        assertThat(server.mails()).hasSize(3);
    }

    @Test
    void nothingIsSentWhereNothingIsNew() {
        Night same = new Night(Nights.run(0), Nights.tonight().outcomes(), List.of());
        mails.last = same.run();
        assertThat(send(digests(same))).isZero();
        assertThat(mails.nothing).hasSize(3);
        when = When.NIGHTLY;
        mails.nothing.clear();
        assertThat(send(digests(same))).isEqualTo(3);
    }

    @Test
    void whatAFailureKeptBackIsInTheNextMail() throws MessagingException {
        Night quiet = new Night(Nights.run(0), Nights.tonight().outcomes(), List.of());
        mails.last = Nights.run(-1);
        assertThat(send(digests(quiet)))
                .as("since the run that they were told of")
                .isEqualTo(3);
        assertThat(to("ann@example.org").getSubject()).contains("changes");
    }

    @Test
    void whoWasNeverToldIsToldWhateverIsNew() {
        Night same = new Night(Nights.run(0), Nights.tonight().outcomes(), List.of());
        assertThat(send(digests(same))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT TO:<ANN        | 550 no such user   | does not take ann@example.org (550 no such user); check mail.to",
                "RCPT TO:<ANN        | 450 greylisted     | does not take ann@example.org (450 greylisted); check mail.to",
            })
    void oneThatIsRefusedDoesNotStopTheOthers(String command, String answer, String why) {
        server.answer(command, answer);
        assertThat(send(digests(Nights.before()))).isEqualTo(2);
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("mail to @ann: localhost:" + port + ": ")
                .contains(why);
        assertThat(mails.sent).hasSize(2).noneMatch(key -> key.contains("@ann"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM | 553 not you          | does not let nearstream@example.org send (553 not you); check mail.from",
                "DATA      | 452 disk is full     | 452 disk is full",
                "END       | 554 looks like spam  | 554 looks like spam",
            })
    void whatTheServerAnswersIsSaid(String command, String answer, String why) {
        server.answer(command, answer);
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said).hasSize(3).allMatch(line -> line.contains(why));
        assertThat(mails.sent).isEmpty();
    }

    @Test
    void oneBadAddressDoesNotKeepTheMailFromTheOthers() {
        server.answer("RCPT TO:<TEAM", "550 gone");
        assertThat(send(digests(Nights.before()))).isEqualTo(3);
        assertThat(said)
                .singleElement()
                .asString()
                .contains("mail to @org/net: ", "does not take team@example.org (550 gone)");
        assertThat(mails.sent).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, silence, does not answer in time",
        "GREETING, endless, its answer is longer than 64 KiB",
        "GREETING, drip, does not answer in time",
        "EHLO, endless, its answer is longer than 64 KiB",
        "DATA, drip, is silent for",
        "GREETING, close, localhost:",
        "DATA, silence, is silent for",
        "END, silence, is silent for",
        "END, close, the connection was lost",
        "MAIL, close, the connection was lost",
    })
    void aServerThatFailsThreeTimesIsLeftAlone(String command, String answer, String why) {
        patience = Duration.ofMillis(500);
        server.answer(command, answer);
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said).hasSize(4).first().asString().contains(why);
        assertThat(said.get(3))
                .isEqualTo("no more mail in this run: localhost:" + port
                        + " failed 3 times; the next run tells what was not told");
        assertThat(mails.sent).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsSaidToBe() {
        server.close();
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said)
                .first()
                .asString()
                .isEqualTo("mail to %s: localhost:%d: no connection; does the server run there, and is mail.port right?"
                        .formatted("@ann", port));
    }

    @Test
    void aPasswordIsSentToWhoAsksForOne() {
        user = "nightly";
        server.extension("AUTH PLAIN");
        assertThat(send(digests(Nights.before()))).isEqualTo(3);
        assertThat(server.logins()).singleElement().asString().endsWith("nightly " + PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "silence, does not answer the login in time",
        "454 come again, takes no login for now (454 come again)",
    })
    void aLoginWithoutAVerdictIsTriedAgain(String answer, String why) {
        patience = Duration.ofMillis(500);
        user = "nightly";
        server.extension("AUTH PLAIN").answer("AUTH", answer);
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said).hasSize(4).first().asString().contains(why).doesNotContain("the user and the password");
    }

    @Test
    void aServerThatOffersNoLoginIsNotSilent() {
        user = "nightly";
        server.extension("AUTH NONE-WE-KNOW");
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said)
                .first()
                .asString()
                .contains("No authentication mechanisms")
                .doesNotContain("in time");
    }

    @Test
    void aLoginThatFailsEndsItAndNamesNoPassword() {
        user = "nightly";
        server.extension("AUTH PLAIN").answer("AUTH", "535 no: " + PASSWORD);
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("does not take the user and the password", "***", "mail.password-env");
        assertThat(said.get(1)).contains("does not let us in");
        assertThat(said).noneMatch(line -> line.contains(PASSWORD));
        assertThat(server.logins()).as("asked once").hasSize(1);
    }

    @Test
    void withoutStarttlsNothingIsSaidToTheServer() {
        security = Security.STARTTLS;
        user = "nightly";
        server.extension("AUTH PLAIN");
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said).first().asString().contains("with mail.security: starttls the server must offer STARTTLS");
        assertThat(server.logins()).isEmpty();
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aServerThatDoesNotBeginTlsIsLeft() {
        security = Security.STARTTLS;
        user = "nightly";
        server.extension("AUTH PLAIN").extension("STARTTLS").answer("STARTTLS", "454 not now");
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(server.logins()).isEmpty();
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void tlsIsNotSpokenInClear() {
        security = Security.TLS;
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said).first().asString().contains("no TLS (");
    }

    @Test
    void whatIsLeftAtAStopWaits() {
        stopped = true;
        assertThat(send(digests(Nights.before()))).isZero();
        assertThat(said).isEmpty();
        assertThat(server.said()).isEmpty();
    }
}
