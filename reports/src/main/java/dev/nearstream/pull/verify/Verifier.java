package dev.nearstream.pull.verify;

import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.report.VerifyResult;
import dev.nearstream.task.Stop;
import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the configured command. The same files are not verified twice: what was said of them is kept under the state
 * directory.
 */
public final class Verifier implements Verification {
    private final VerifySettings settings;
    private final RecipeFiles files;
    private final Path work;
    private final KeptResults kept;
    private final VerifyProgram program;
    private final Stop stop;
    private final boolean dry;

    /**
     * Of one run.
     *
     * @param files the recipes as they are
     * @param state the state directory
     * @param environment this process's
     * @param secrets that must not be shown, beside those of the environment that are called so
     * @param stop ends the command
     * @param dry whether the command is not to be run; what is known from other runs is told
     */
    public Verifier(
            VerifySettings settings,
            RecipeFiles files,
            Path state,
            Map<String, String> environment,
            Collection<String> secrets,
            Clock clock,
            Stop stop,
            boolean dry)
            throws IOException {
        this.settings = settings;
        this.files = files;
        this.work = state.resolve("verify");
        this.kept = new KeptResults(state.resolve("verified"), clock);
        this.program = new VerifyProgram(settings, environment, secrets);
        this.stop = stop;
        this.dry = dry;
        if (!dry) {
            PrivateDirectory.clear(work);
            kept.forgetOld();
        }
    }

    @Override
    public Optional<VerifyResult> of(Recipe recipe, String version, Collection<FileChange> changes) throws IOException {
        Subject subject = Subject.of(recipe, version);
        VerifiedFiles seen = VerifiedFiles.of(files, recipe, changes);
        List<String> words = new ArrayList<>(settings.words(subject));
        words.add(settings.limit().toString());
        words.add(String.valueOf(settings.lines()));
        String hash = seen.hash(words);
        Optional<VerifyResult> known = kept.find(hash);
        if (dry) {
            return known.or(() -> leftOut("a dry run starts no command"));
        } else if (known.isPresent()) {
            kept.touch(hash);
            return known;
        }
        VerifyResult result = run(subject, seen);
        kept.keep(hash, result);
        return Optional.of(result);
    }

    /** A stop ends the command, and the bump in hand alone. */
    @SuppressWarnings("try") // they listen and bind, and are not used
    private VerifyResult run(Subject subject, VerifiedFiles seen) throws IOException {
        Task outer = Task.current();
        Task own = new Task();
        try (PrivateDirectory directory = PrivateDirectory.in(work);
                Stop.Listening run = stop.whenAsked(own::cancel);
                Stop.Listening task = outer.whenCancelled(own::cancel);
                Task.Binding here = own.bind()) {
            seen.write(directory.path(), subject.directory());
            return program.run(subject, directory.path());
        } catch (TaskCancelledError e) {
            outer.throwIfCancelled();
            throw new IOException(
                    settings.program() + " was ended, as the run is stopped; the next run verifies it", e);
        }
    }

    @Override
    public Optional<VerifyResult> leftOut(String why) {
        return Optional.of(VerifyResult.notRun(settings.program(), why));
    }

    @Override
    public boolean isRefused(VerifyResult result) {
        return result.failed() && settings.onFailure() == VerifySettings.OnFailure.NOTHING;
    }

    @Override
    public String settings() {
        return settings.toString();
    }
}
