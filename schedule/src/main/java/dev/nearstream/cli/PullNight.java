package dev.nearstream.cli;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.bump.branch.BranchPush;
import dev.nearstream.bump.branch.BranchRepository;
import dev.nearstream.bump.branch.MergedBranches;
import dev.nearstream.bump.branch.SigningKey;
import dev.nearstream.cli.ConfigurationFile.StoreSettings;
import dev.nearstream.owner.CodeOwners;
import dev.nearstream.owner.Owners;
import dev.nearstream.pull.Branches;
import dev.nearstream.pull.BumpPreparation;
import dev.nearstream.pull.CommittedPreparation;
import dev.nearstream.pull.ConfiguredGrouping;
import dev.nearstream.pull.DryRun;
import dev.nearstream.pull.Forge;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.GitBranches;
import dev.nearstream.pull.PullDashboard;
import dev.nearstream.pull.PullLine;
import dev.nearstream.pull.PullRequestBot;
import dev.nearstream.pull.Wishes;
import dev.nearstream.pull.forge.ForgeKind;
import dev.nearstream.pull.forge.ForgeSettings;
import dev.nearstream.pull.forge.Forges;
import dev.nearstream.pull.forge.Token;
import dev.nearstream.pull.verify.Verification;
import dev.nearstream.pull.verify.Verifier;
import dev.nearstream.pull.verify.VerifySettings;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.edit.FileUses;
import dev.nearstream.score.Scorer;
import dev.nearstream.store.ConflictIssues;
import dev.nearstream.store.PullRequests;
import dev.nearstream.task.Stop;
import dev.nearstream.upstream.BorrowedObjects;
import dev.nearstream.upstream.GitRecipeFiles;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.RecipeSource;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pull requests of a night: what the outcomes of its run call for. */
final class PullNight {
    private final Workshop workshop;
    private final Settings settings;
    private final Mirrors mirrors;
    private final boolean dry;

    /** @param dry whether nothing is to be pushed, opened or recorded */
    PullNight(Workshop workshop, Settings settings, Mirrors mirrors, boolean dry) {
        this.workshop = workshop;
        this.settings = settings;
        this.mirrors = mirrors;
        this.dry = dry;
    }

    /**
     * Brings the pull requests into line with a run's outcomes.
     *
     * @param remote to push to
     * @throws ForgeException where the forge cannot be asked at all; where that is later, the dashboard says so
     */
    PullDashboard run(String remote, NightWork night, Stop stop)
            throws IOException, UpstreamException, BranchException, ForgeException {
        PullSettings pulls = settings.pulls();
        PullRequests records = night.store().pullRequests();
        ConflictIssues issues = night.store().conflictIssues();
        PullRequests written = dry ? new DryRun.DryRecords(records) : records;
        Instant when = night.run().started();
        RecipeFiles files = night.source().files();
        Wishes wishes = Wishes.of(
                night.store().outcomes(night.run().id()),
                night.deltas().all(),
                night.upstreams(),
                new LastBumps(night.source(), records, pulls.bot().prefix(), when),
                when);
        BorrowedObjects base = mirrors.borrow(String.valueOf(settings.recipes()), commit(night.source()));
        try (BranchRepository repository =
                        BranchRepository.open(settings.state().resolve("pulls.git"), base);
                @Nullable GitRecipeFiles committed = committed(night.source())) {
            BranchPush push = new BranchPush(
                    repository,
                    mirrors.branches(remote),
                    pulls.bot().prefix(),
                    pulls.bot().base(),
                    pulls.bot().identity().mail());
            if (isApart(remote)) {
                push.requirePublicBase();
            }
            Branches branches = new GitBranches(repository, push, pulls.bot().identity(), when);
            Forge forge =
                    dry ? new DryRun.DryForge(remote, written) : forge(pulls, remote, new MergedBranches(repository));
            if (!dry && pulls.kind() != ForgeKind.PLAIN) {
                push.remote().requirePush();
            }
            Owners owners = Owners.of(settings.owners(), CodeOwners.of(files));
            BumpPreparation planned = new BumpPreparation(
                    files,
                    FileUses.of(night.tree()),
                    night.upstreams(),
                    night.archives(),
                    new Scorer(night.policy()),
                    owners,
                    verification(files, stop),
                    pulls.bot(),
                    when);
            PullRequestBot.Preparation preparation =
                    committed == null ? planned : new CommittedPreparation(planned, files, committed);
            PullRequestBot bot = new PullRequestBot(
                    pulls.bot(),
                    new ConfiguredGrouping(pulls.groups(), owners),
                    written,
                    dry ? new DryRun.DryIssues(issues) : issues,
                    dry ? new DryRun.DryBranches(branches) : branches,
                    forge,
                    preparation,
                    workshop.clock());
            @Nullable String ended = null;
            try {
                bot.run(wishes.all(), wishes.considered(), stop::asked);
            } catch (ForgeException e) {
                ended = Failures.message(e);
            }
            List<PullLine> lines = new ArrayList<>(bot.lines());
            lines.addAll(wishes.held());
            return PullDashboard.of(lines, dry, ended);
        }
    }

    /** Whether the recipes lie on this machine and are pushed elsewhere: then they may hold what nobody else has seen. */
    private boolean isApart(String remote) {
        String recipes = String.valueOf(settings.recipes());
        return RecipeSource.parse(recipes).directory().isPresent() && !recipes.equals(remote);
    }

    private Verification verification(RecipeFiles files, Stop stop) throws IOException {
        VerifySettings verify = settings.pulls().verify();
        if (verify == null) {
            return Verification.NONE;
        }
        if (dry) {
            workshop.console().say("a dry run does not verify bumps: " + verify.program() + " is not started");
        }
        return new Verifier(
                verify,
                files,
                settings.state(),
                System.getenv(),
                dry ? List.of() : secrets(),
                workshop.clock(),
                stop,
                dry);
    }

    /** What the configuration calls secret, whatever its variables are called. */
    private List<String> secrets() throws IOException {
        PullSettings pulls = settings.pulls();
        List<String> secrets = new ArrayList<>();
        if (pulls.tokenFile() != null && pulls.kind() != ForgeKind.PLAIN) {
            secrets.add(Files.readString(pulls.tokenFile()).strip());
        }
        StoreSettings store = settings.store();
        String mail = settings.mail().map(one -> one.server().passwordEnv()).orElse(null);
        for (String variable : new String[] {pulls.tokenEnv(), store == null ? null : store.passwordEnv(), mail}) {
            String value = variable == null ? null : System.getenv(variable);
            if (value != null) {
                secrets.add(value.strip());
            }
        }
        pulls.bot().identity().signing().flatMap(SigningKey::passphrase).ifPresent(secrets::add);
        return secrets;
    }

    /** The files of a checkout as its commit has them; null where those that are read are a commit's anyway. */
    private @Nullable GitRecipeFiles committed(RecipeInput source) throws UpstreamException {
        return source.files() instanceof GitRecipeFiles
                ? null
                : GitRecipeFiles.open(mirrors, RecipeSource.parse(String.valueOf(settings.recipes())));
    }

    private static String commit(RecipeInput source) {
        @Nullable String commit = source.commit();
        return commit == null ? "HEAD" : commit;
    }

    private Forge forge(PullSettings pulls, String remote, MergedBranches merged) throws ForgeException {
        Forges forges = new Forges(
                mirrors.web(), (pull, base) -> base.equals(pulls.bot().base()) && merged.isMerged(pull.head()));
        if (pulls.kind() == ForgeKind.PLAIN) {
            return forges.of(ForgeSettings.plain(remote, settings.out().resolve("pulls")));
        }
        Token token = pulls.tokenFile() != null
                ? Token.fromFile(pulls.tokenFile())
                : Token.fromEnvironment(System.getenv(), String.valueOf(pulls.tokenEnv()));
        token.warning().ifPresent(workshop.console()::say);
        Forge forge = forges.of(ForgeSettings.web(pulls.kind(), remote, pulls.api(), token));
        List<String> missing = forge.missingRights();
        if (!missing.isEmpty()) {
            throw new ForgeException(ForgeException.Kind.UNAVAILABLE, forge.name() + ": " + String.join("; ", missing));
        }
        return forge;
    }
}
