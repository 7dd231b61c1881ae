package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.decision.ConfiguredDecisions;
import dev.nearstream.decision.Decision;
import dev.nearstream.mail.MailAddress;
import dev.nearstream.mail.MailServer;
import dev.nearstream.mail.MailServer.Security;
import dev.nearstream.mail.MailSettings;
import dev.nearstream.owner.CodeOwners;
import dev.nearstream.owner.Owners;
import dev.nearstream.pull.verify.VerifySettings;
import dev.nearstream.recipe.Position;
import dev.nearstream.release.UpdatePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsReaderTest {
    @TempDir
    Path directory;

    private Settings read(String configuration, RecipeOptions options) throws IOException {
        options.config = Files.writeString(directory.resolve("c.yaml"), configuration);
        return new SettingsReader(null).read(options, true);
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Settings settings = read("""
                recipes: /srv/os
                state: /var/lib/nearstream
                out: /srv/www
                rewrite: {"https://github.com/": "file:///srv/mirrors/"}
                packages: [b, a]
                match: "py3-*"
                jobs: 3
                per-host: 2
                offline: true
                timeouts: {connect: 1, read: 2, total: 3, package: 4}
                mirror-limit: 50GB
                archive-limit: 1GiB
                keep-runs: 7
                policy: policy.yaml
                zone: Europe/Berlin
                fail-on: broken-patch
                store: {url: "jdbc:postgresql://db/nearstream", user: n, password-env: PGPASSWORD}
                schedule: {cron: "0 30 3 * * ?"}
                listen: 0.0.0.0:9464
                """, new RecipeOptions());

        assertThat(settings.recipes()).isEqualTo("/srv/os");
        assertThat(settings.state()).isEqualTo(Path.of("/var/lib/nearstream"));
        assertThat(settings.out()).isEqualTo(Path.of("/srv/www"));
        assertThat(settings.rewrites()).containsEntry("https://github.com/", "file:///srv/mirrors/");
        assertThat(settings.selection()).isEqualTo(new Selection(List.of("a", "b"), "py3-*"));
        assertThat(settings.jobs()).isEqualTo(3);
        assertThat(settings.perHost()).isEqualTo(2);
        assertThat(settings.offline()).isTrue();
        assertThat(settings.timeouts().total()).hasSeconds(3);
        assertThat(settings.timeouts().packageLimit()).hasSeconds(4);
        assertThat(settings.mirrorLimit()).isEqualTo(50_000_000_000L);
        assertThat(settings.archiveLimit()).isEqualTo(1L << 30);
        assertThat(settings.keepRuns()).isEqualTo(7);
        assertThat(settings.policy()).isEqualTo(Path.of("policy.yaml"));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.failOn()).isEqualTo(FailOn.BROKEN_PATCH);
        assertThat(settings.store()).isNotNull();
        assertThat(settings.listen()).hasToString("0.0.0.0:9464");
        assertThat(settings.cron()).isEqualTo("0 30 3 * * ?");
    }

    @Test
    void decisionsAreReadWithTheirPlaces() throws IOException {
        ConfiguredDecisions decisions = read("""
                decisions:
                  - package: openssl
                    delta: fix.patch
                    keep: not the
                      same change
                    by: Ann
                    on: 2026-03-04
                  - {package: openssl, delta: "inline-edit:Makefile", keep: ours}
                """, new RecipeOptions()).decisions();
        assertThat(decisions.of("openssl").all())
                .containsExactly(
                        new Decision(
                                "fix.patch",
                                "not the same change",
                                "Ann",
                                LocalDate.of(2026, 3, 4),
                                new Position(directory.resolve("c.yaml").toString(), 3, 12)),
                        new Decision(
                                "inline-edit:Makefile",
                                "ours",
                                null,
                                null,
                                new Position(directory.resolve("c.yaml").toString(), 8, 31)));
    }

    @Test
    void whatIsSettledAboutReleasesIsRead() throws IOException {
        UpdatePolicy policy = read("""
                releases:
                  silent-after: 365
                  minimum-age: 3
                  minimum-ages: {"linux*": 14, jq: 0}
                  pins: {openssl: 3.10, "rancher-*": current}
                """, new RecipeOptions()).releases();
        assertThat(policy)
                .isEqualTo(new UpdatePolicy(
                        Duration.ofDays(365),
                        Duration.ofDays(3),
                        List.of(
                                new UpdatePolicy.Age("linux*", Duration.ofDays(14)),
                                new UpdatePolicy.Age("jq", Duration.ZERO)),
                        List.of(new UpdatePolicy.Pin("openssl", "3.10"), new UpdatePolicy.Pin("rancher-*", null))));
        assertThat(read("releases: {}", new RecipeOptions()).releases()).isEqualTo(UpdatePolicy.DEFAULT);
    }

    @Test
    void ownersAreReadInTheirOrder() throws IOException {
        Settings settings = read("""
                owners:
                  py3-numpy: "@science"
                  "py3-*": ["@python", Core team]
                  python-3.12: []
                pulls: {group: {owners: [Core team]}}
                """, new RecipeOptions());
        Owners owners = Owners.of(settings.owners(), CodeOwners.parse("* @all"));
        assertThat(owners.of("py3-numpy")).containsExactly("@science");
        assertThat(owners.of("py3-x")).containsExactly("@python", "Core team");
        assertThat(owners.of("python-3.12")).isEmpty();
        assertThat(owners.of("jq")).containsExactly("@all");
        assertThat(settings.pulls().groups().owners()).containsExactly("Core team");
    }

    @Test
    void howOwnersAreToldByMailIsRead() throws IOException {
        MailSettings mail = read("""
                timeouts: {connect: 3, read: 4}
                mail:
                  host: smtp.example.org
                  user: nightly
                  password-env: SMTP_PASSWORD
                  from: Nearstream <nearstream@example.org>
                  to:
                    "@org/team": team@example.org
                    Ann: [ann@example.org, Bob <bob@example.org>]
                  site: https://night.example.org/pages
                """, new RecipeOptions()).mail().orElseThrow();
        assertThat(mail.server())
                .isEqualTo(new MailServer(
                        "smtp.example.org",
                        587,
                        Security.STARTTLS,
                        "nightly",
                        "SMTP_PASSWORD",
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4)));
        assertThat(mail.from().bare()).isEqualTo("nearstream@example.org");
        assertThat(mail.to("@ORG/Team")).extracting(MailAddress::bare).containsExactly("team@example.org");
        assertThat(mail.to("ann")).extracting(MailAddress::bare).containsExactly("ann@example.org", "bob@example.org");
        assertThat(mail.to("eve")).isEmpty();
        assertThat(mail.when()).isEqualTo(MailSettings.When.CHANGED);
        assertThat(mail.site()).hasToString("https://night.example.org/pages/");
        assertThat(read("", new RecipeOptions()).mail()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{}                                              ! 1:7: mail.from is missing; write Nearstream <",
                "{from: a@b.org}                                 ! 1:7: mail.host is missing; write smtp.example.org",
                "{from: a@b.org, host: h}                        ! 1:7: mail.to is missing; write whom",
                "{from: ann, host: h}                            ! 1:14: mail.from 'ann' is no mail address",
                "{from: a@b.org, host: 'h:25'}                   ! 1:29: mail.host 'h:25' is no host",
                "{from: a@b.org, host: h, security: ssl}         ! 1:42: mail.security 'ssl' is none; write starttls, tls",
                "{from: a@b.org, host: h, security: none}        ! 1:42: mail.security none lets everybody",
                "{from: a@b.org, host: h, port: 0}               ! 1:38: mail.port is a number from 1 to 65535, not 0",
                "{from: a@b.org, host: h, user: u}               ! 1:38: mail.user has no password",
                "{from: a@b.org, host: h, password-env: P}       ! 1:46: mail.password-env is the password of no user",
                "{from: a@b.org, host: h, to: {a.b: [x@y.z, y]}} ! 1:42: mail.to.a.b 'y' is no mail address",
                "{from: a@b.org, host: h, to: {'@a/b': []}}      ! 1:45: mail.to.@a/b has no address",
                "{from: a@b.org, host: h, to: {a: b@c.org}, when: now} ! 1:56: mail.when 'now' is none; write changed",
                "{from: a@b.org, host: h, to: {a: b@c.org}, site: 'ftp://x'} ! 1:56: mail.site is no address of the site",
                "{from: a@b.org, tls: yes}                       ! 1:23: unknown key tls; known here are allow-plaintext",
            })
    void whatCannotMailIsNamed(String mail, String why) {
        assertThatThrownBy(() -> read("mail: " + mail, new RecipeOptions()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("c.yaml:" + why);
    }

    @Test
    void plaintextIsForThisMachineOrWhereItIsMeant() throws IOException {
        for (String host : List.of("localhost", "127.0.0.1", "'::1'", "h, allow-plaintext: true")) {
            MailServer server = read(
                            "mail: {from: a@b.org, security: none, to: {a: b@c.org}, host: " + host + "}",
                            new RecipeOptions())
                    .mail()
                    .orElseThrow()
                    .server();
            assertThat(server.port()).isEqualTo(25);
        }
    }

    @Test
    void theCommandLineWins() throws IOException {
        RecipeOptions options = new RecipeOptions();
        options.recipes = "here";
        options.jobs = 1;
        options.packageTimeout = 5;
        options.rewrite.put("https://a/", "b");

        Settings settings =
                read("recipes: there\njobs: 9\ntimeouts: {package: 9}\nrewrite: {\"https://a/\": c}\n", options);

        assertThat(settings.recipes()).isEqualTo("here");
        assertThat(settings.jobs()).isEqualTo(1);
        assertThat(settings.timeouts().packageLimit()).hasSeconds(5);
        assertThat(settings.rewrites()).containsEntry("https://a/", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "'jobs: 0', c.yaml:1:7: jobs is a number from 1 to 256",
        "'out: x\nzone: Mars', c.yaml:2:7: zone: Mars is no time zone",
        "'fail-on: maybe', 'c.yaml:1:10: fail-on is failed, broken-patch or none'",
        "'mirror-limit: lots', c.yaml:1:15: mirror-limit: lots is no size",
        "'jobs: many', c.yaml:1:7: jobs: ",
        "'jobs: [1]', c.yaml:1:7: jobs: a whole number",
        "'jobs: 1\njobs: 2', 'c.yaml:2:5: this key is there twice'",
        "'match: \"[\"', c.yaml:1:8: match:",
        "'store: {url: \"jdbc:postgresql://u:pw@h/d\"}', c.yaml:1:14: store.url has a user or a password in it",
        "'store: {url: \"jdbc:postgresql://h/d?a=b&password=pw\"}', c.yaml:1:14: store.url has a user or a password",
        "'store: {url: \"jdbc:postgresql://u:a/b@h/d\"}', c.yaml:1:14: store.url has a user or a password in it",
        "'out: \"\"', c.yaml:1:6: out is empty",
        "'timeouts: {package: 0}', c.yaml:1:21: timeouts.package is a number from 1 to 86400",
        "'timeouts: {connect: 1, read: 0}', c.yaml:1:30: timeouts.read is a number",
        "'releases: {silent-after: -1}', c.yaml:1:26: releases.silent-after is a number of days from 0",
        "'releases: {minimum-age: 99999}', c.yaml:1:25: releases.minimum-age is a number of days from 0",
        "'releases: {pins: {jq: newest}}', 'c.yaml:1:23: releases.pins.jq: ''newest'' is no version'",
        "'releases: {pins: {\"[\": 1.0}}', 'c.yaml:1:24: releases.pins.[: ''['' is neither'",
        "'releases: {pin: {}}', 'c.yaml:1:12: unknown key pin; known here are minimum-age, minimum-ages, pins, silent-after'",
        "'owners: {\"[\": \"@a\"}', 'c.yaml:1:15: owners.[: ''['' is neither a package''s name nor a glob'",
        "'owners:\n  a: \"@a\"\n  python-3.*: [\"@a\", \"\"]', 'c.yaml:3:15: owners.python-3.*: '''' is no owner; write @org/team'",
        "'owners: {jq: \"a\\nb\"}', 'c.yaml:1:14: owners.jq: ''a b'' is no owner'",
        "'owners: {jq: }', c.yaml:1:13: owners.jq names nobody",
        "'owners: {jq: {a: b}}', c.yaml:1:15: owners.jq: a text or a list of texts is wanted here",
        "'owners: [jq]', c.yaml:1:9: owners: a mapping",
        "'decisions: {}', c.yaml:1:12: decisions: a list is wanted",
        "'decisions:\n  - {package: p, delta: d}', 'c.yaml:2:5: decisions.0.keep is missing; a decision has'",
        "'decisions:\n  - {package: \"\", delta: d, keep: k}', c.yaml:2:15: decisions.0.package is missing",
        "'decisions:\n  - {package: p, delta: d, keep: k, on: May}', c.yaml:2:41: decisions.0.on: 'May' is no day",
        "'decisions:\n  - {package: p, drop: d}', c.yaml:2:18: unknown key drop",
    })
    void whatIsWrongIsNamed(String configuration, String message) {
        assertThatThrownBy(() -> read(configuration, new RecipeOptions()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void nothingIsWrittenAmongTheRecipes() throws IOException {
        for (String key : List.of("out", "state")) {
            Settings settings = read("recipes: %1$s\n%2$s: %1$s/.\n".formatted(directory, key), new RecipeOptions());
            assertThatThrownBy(settings::requireApart)
                    .hasMessageContaining("c.yaml:2:")
                    .hasMessageContaining("holds the recipes; name a directory of its own");
        }
        read("recipes: %1$s\n".formatted(directory), new RecipeOptions()).requireApart();
    }

    @Test
    void theCommandLineAnswersForItself() {
        RecipeOptions options = new RecipeOptions();
        options.jobs = 0;
        assertThatThrownBy(() -> read("jobs: 4", options)).hasMessageStartingWith("--jobs is a number");
        RecipeOptions globs = new RecipeOptions();
        globs.match = "[";
        assertThatThrownBy(() -> read("match: a", globs)).hasMessageStartingWith("--match: '['");
        RecipeOptions names = new RecipeOptions();
        names.packages = List.of("");
        assertThatThrownBy(() -> read("", names)).hasMessageStartingWith("--packages has an empty name");
    }

    @Test
    void anEmptyConfigurationIsOne() throws IOException {
        assertThat(read("", new RecipeOptions()).jobs()).isEqualTo(8);
    }

    @Test
    void aCommandThatVerifiesIsRead() throws IOException {
        VerifySettings verify = read("""
                pulls:
                  verify:
                    command: [tools/build, "{recipe}", "--as={package}-{version}"]
                    time-limit: 60
                    lines: 5
                    environment: [SOURCE_DATE_EPOCH]
                    on-failure: nothing
                """, new RecipeOptions()).pulls().verify();

        assertThat(verify)
                .isEqualTo(new VerifySettings(
                        List.of(
                                Path.of("tools/build").toAbsolutePath().toString(),
                                "{recipe}",
                                "--as={package}-{version}"),
                        Duration.ofSeconds(60),
                        5,
                        List.of("SOURCE_DATE_EPOCH"),
                        VerifySettings.OnFailure.NOTHING));
        assertThat(read("pulls: {verify: {command: [melange]}}", new RecipeOptions())
                        .pulls()
                        .verify())
                .isEqualTo(new VerifySettings(
                        List.of("melange"), Duration.ofMinutes(30), 40, List.of(), VerifySettings.OnFailure.DRAFT));
        assertThat(read("pulls: {}", new RecipeOptions()).pulls().verify()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{}                                        ! command is empty; write a list",
                "{command: ['{recipe}']}                   ! command begins with a placeholder",
                "{command: [a, '{arch}']}                  ! command: {arch} stands for nothing; {recipe}, {package}",
                "{command: [a], time-limit: 0}             ! time-limit is a number from 1 to 86400, not 0",
                "{command: [a], lines: 500}                ! lines is a number from 1 to 200, not 500",
                "{command: [a], on-failure: issue}         ! on-failure: 'issue' is none; write draft or nothing",
                "{command: [a], environment: [A=b]}        ! environment: 'A=b' is no variable's name",
                "{command: [a], environment: [NEARSTREAM_TOKEN_X]} ! NEARSTREAM_TOKEN_X holds a token",
                "{command: [a], environment: [GH]}         ! environment: GH holds a secret",
                "{command: [a], environment: [PGPASSWORD]} ! environment: PGPASSWORD holds a secret",
                "{command: [a], environment: [SMTP]}       ! environment: SMTP holds a secret",
            })
    void whatCannotVerifyIsNamed(String verify, String why) {
        String file = "store: {url: 'jdbc:postgresql://db/n', password-env: PGPASSWORD}\n"
                + "mail: {user: u, password-env: SMTP, from: a@b.org, host: h, to: {a: b@c.org}}\n"
                + "pulls: {token-env: GH, verify: %s}\n".formatted(verify);
        assertThatThrownBy(() -> read(file, new RecipeOptions()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("pulls.verify." + (why.startsWith("NEAR") ? "environment: " : "") + why);
    }
}
