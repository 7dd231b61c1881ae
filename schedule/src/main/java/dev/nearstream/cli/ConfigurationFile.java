package dev.nearstream.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code nearstream.yaml}, as written: every key may be missing, and what is missing is null. Unknown keys are errors.
 * Keys are the options' names: {@code fail-on}, {@code keep-runs}.
 *
 * @param recipes a directory, or a URL with {@code @branch}
 * @param rewrite FROM to TO, as git's {@code insteadOf}
 * @param packages only these
 * @param match only packages whose name fits this glob
 * @param jobs upstreams at once
 * @param perHost connections to one host at once
 * @param mirrorLimit what the mirrors may take on disk, {@code 50GB}
 * @param archiveLimit how large an archive may be, {@code 512MiB}
 * @param keepRuns how many runs {@code prune} keeps
 * @param policy the scoring policy's file
 * @param zone of times in reports, and of the schedule
 * @param listen where the daemon tells its metrics, {@code 127.0.0.1:9464}
 * @param decisions what people have decided about deltas
 * @param releases what people have settled about releases
 * @param pulls where pull requests go, and the bot's manners
 * @param owners of packages, by a package's name or a glob
 * @param mail how owners are told by mail
 */
public record ConfigurationFile(
        @Nullable String recipes,
        @Nullable String state,
        @Nullable String out,
        @Nullable Map<String, String> rewrite,
        @Nullable List<String> packages,
        @Nullable String match,
        @Nullable Integer jobs,
        @Nullable Integer perHost,
        @Nullable Boolean offline,
        @Nullable Timeouts timeouts,
        @Nullable String mirrorLimit,
        @Nullable String archiveLimit,
        @Nullable Integer keepRuns,
        @Nullable String policy,
        @Nullable String zone,
        @Nullable String failOn,
        @Nullable StoreSettings store,
        @Nullable ScheduleSettings schedule,
        @Nullable String listen,
        @Nullable List<DecisionSettings> decisions,
        @Nullable ReleasePolicy releases,
        @Nullable PullsFile pulls,
        @Nullable Map<String, @Nullable OneOrMore> owners,
        @Nullable MailFile mail) {

    static final ConfigurationFile EMPTY = new ConfigurationFile(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null);

    /**
     * Time limits, in seconds.
     *
     * @param connect of an upstream, as {@code read}
     * @param total of one fetch
     * @param packageLimit of a package in a run
     */
    public record Timeouts(
            @Nullable Integer connect,
            @Nullable Integer read,
            @Nullable Integer total,
            @JsonProperty("package") @Nullable Integer packageLimit) {}

    /**
     * A PostgreSQL store.
     *
     * @param url {@code jdbc:postgresql://…}
     * @param passwordEnv the environment variable that holds the password
     */
    public record StoreSettings(
            @Nullable String url,
            @Nullable String user,
            @Nullable String passwordEnv) {}

    /**
     * When the daemon runs.
     *
     * @param cron in Quartz's form: {@code 0 0 2 * * ?}
     */
    public record ScheduleSettings(@Nullable String cron) {}

    /**
     * A decision about a delta.
     *
     * @param packageName {@code package.name} of its recipe
     * @param delta its id, or a patch's file name
     * @param keep why it is kept
     * @param by who decided
     * @param on when, {@code 2026-03-04}
     */
    public record DecisionSettings(
            @JsonProperty("package") @Nullable String packageName,
            @Nullable String delta,
            @Nullable String keep,
            @Nullable String by,
            @Nullable String on) {}

    /**
     * What is said of releases, and proposed; times in days.
     *
     * @param silentAfter without a release
     * @param minimumAge of a release
     * @param minimumAges by a package's name or a glob
     * @param pins versions that must not be passed, by a package's name or a glob
     */
    public record ReleasePolicy(
            @Nullable Integer silentAfter,
            @Nullable Integer minimumAge,
            @Nullable Map<String, Integer> minimumAges,
            @Nullable Map<String, String> pins) {}

    /**
     * Where pull requests go, and the bot's manners.
     *
     * @param forge {@code plain}, {@code github}, {@code gitlab} or {@code gitea}
     * @param repository the remote that branches are pushed to
     * @param api of the forge, where it is not at its usual place
     * @param tokenEnv the environment variable that holds the token
     * @param tokenFile the file that holds it
     * @param base the branch that pull requests go into
     * @param branchPrefix that the names of the bot's branches begin with
     * @param signOff whether commits end with {@code Signed-off-by}
     * @param perRun how many are opened in one run at the most
     * @param mostOpen how many may be open at once
     * @param conflicts {@code draft}, {@code issue} or {@code nothing}
     * @param verify the command that verifies a bump
     */
    public record PullsFile(
            @Nullable String forge,
            @Nullable String repository,
            @Nullable String api,
            @Nullable String tokenEnv,
            @Nullable String tokenFile,
            @Nullable String base,
            @Nullable String branchPrefix,
            @Nullable String authorName,
            @Nullable String authorMail,
            @Nullable Boolean signOff,
            @Nullable SigningFile signing,
            @Nullable List<String> labels,
            @Nullable Integer perRun,
            @Nullable Integer mostOpen,
            @Nullable String conflicts,
            @Nullable GroupFile group,
            @Nullable VerifyFile verify) {}

    /**
     * What goes together in one pull request.
     *
     * @param families whether a patch that several packages carry is dropped from all at once
     * @param owners whose packages go together, as CODEOWNERS writes them
     * @param most packages of an owner in one
     */
    public record GroupFile(
            @Nullable Boolean families,
            @Nullable List<String> owners,
            @Nullable Integer most) {}

    /**
     * How a bump is verified before it is proposed.
     *
     * @param command a program and its arguments
     * @param timeLimit in seconds
     * @param lines of its output that are kept, the last ones
     * @param environment names of variables that it is given
     * @param onFailure {@code draft} or {@code nothing}
     */
    public record VerifyFile(
            @Nullable List<String> command,
            @Nullable Integer timeLimit,
            @Nullable Integer lines,
            @Nullable List<String> environment,
            @Nullable String onFailure) {}

    /**
     * How owners are told by mail.
     *
     * @param security {@code starttls}, {@code tls} or {@code none}
     * @param allowPlaintext whether {@code none} is meant, for a server elsewhere too
     * @param passwordEnv the environment variable that holds the password
     * @param from the sender
     * @param to addresses by owner
     * @param when {@code changed} or {@code nightly}
     * @param site the site's public address
     */
    public record MailFile(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable Boolean allowPlaintext,
            @Nullable String user,
            @Nullable String passwordEnv,
            @Nullable String from,
            @Nullable Map<String, @Nullable OneOrMore> to,
            @Nullable String when,
            @Nullable String site) {}

    /**
     * How commits are signed.
     *
     * @param format {@code openpgp} or {@code ssh}
     * @param key a key's id, or a path
     * @param passphraseEnv the environment variable that holds its passphrase
     */
    public record SigningFile(
            @Nullable String format,
            @Nullable String key,
            @Nullable String passphraseEnv) {}
}
