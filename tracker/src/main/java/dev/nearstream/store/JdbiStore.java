package dev.nearstream.store;

import dev.nearstream.delta.VerdictCache;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.Points;
import dev.nearstream.score.Score;
import dev.nearstream.store.StoreBusyException.Holder;
import dev.nearstream.trend.TrendStore;
import dev.nearstream.upstream.DateCache;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The store on either database. */
final class JdbiStore implements Store {
    private final Database database;
    private final Clock clock;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private @Nullable WriterLock lock;

    JdbiStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Run beginOrResume(Run wanted) throws StoreBusyException {
        lock(wanted.id());
        Run begun = database.write(handle -> {
            Run run = RunTable.resumable(handle, wanted)
                    .map(dead -> RunTable.resume(handle, dead, wanted.packages()))
                    .orElseGet(() -> RunTable.begin(handle, wanted));
            HolderTable.say(handle, holder(run.id()));
            return run;
        });
        database.settle();
        return begun;
    }

    private synchronized void lock(String run) throws StoreBusyException {
        if (lock != null) {
            return;
        }
        Optional<WriterLock> taken = database.tryLock();
        if (taken.isEmpty()) {
            throw new StoreBusyException(
                    location(), database.read(HolderTable::find).orElse(null));
        }
        lock = taken.get();
        database.write(handle -> {
            HolderTable.say(handle, holder(run));
            return run;
        });
    }

    private Holder holder(String run) {
        return new Holder(run, clock.instant(), ThisProcess.pid(), ThisProcess.host());
    }

    private synchronized void unlock() {
        WriterLock held = lock;
        if (held != null) {
            lock = null;
            try {
                database.write(handle -> {
                    HolderTable.clear(handle);
                    return held;
                });
            } finally {
                held.close();
            }
        }
    }

    private synchronized void requireLock() {
        if (lock == null) {
            throw new IllegalStateException("nothing is written before beginOrResume or hold");
        }
    }

    @Override
    public Set<String> done(String run) {
        return database.read(handle -> OutcomeTable.done(handle, run));
    }

    @Override
    public void write(String run, Outcome outcome) {
        requireLock();
        int number = number(run);
        database.write(handle -> {
            OutcomeTable.write(handle, number, outcome);
            return number;
        });
    }

    private int number(String run) {
        return numbers.computeIfAbsent(
                run,
                id -> database.read(handle -> RunTable.number(handle, id))
                        .orElseThrow(() -> new IllegalArgumentException("there is no run " + id)));
    }

    @Override
    public List<Run> scoredOtherwise(String policyHash) {
        return database.read(handle -> OutcomeTable.scoredOtherwise(handle, policyHash));
    }

    @Override
    public void scoreAgain(String run, Map<String, Score> scores) {
        requireLock();
        int number = number(run);
        database.write(handle -> {
            OutcomeTable.scoreAgain(handle, number, scores);
            SumTable.again(handle, number);
            return number;
        });
    }

    @Override
    public void finish(String run, Instant when, List<RecipeProblem> problems) {
        requireLock();
        boolean known = database.write(handle -> {
            boolean finished = RunTable.finish(handle, run, when, problems);
            SumTable.keep(handle);
            return finished;
        });
        if (!known) {
            throw new IllegalArgumentException("there is no run " + run);
        }
        database.settle();
    }

    @Override
    public List<RecipeProblem> problems(String run) {
        return database.read(handle -> RunTable.problems(handle, run));
    }

    @Override
    public Optional<Run> latest() {
        return database.read(RunTable::latest);
    }

    @Override
    public Optional<Run> before(Run run) {
        return database.read(handle -> RunTable.before(handle, run));
    }

    @Override
    public Optional<Run> run(String id) {
        return database.read(handle -> RunTable.byId(handle, id));
    }

    @Override
    public List<Run> runs() {
        return database.read(RunTable::all);
    }

    @Override
    public List<Outcome> outcomes(String run) {
        return database.read(handle -> OutcomeTable.ofRun(handle, run));
    }

    @Override
    public Map<String, Map<String, Points>> points(Collection<String> runs) {
        return database.read(handle -> PointsTable.of(handle, runs));
    }

    @Override
    public Map<String, Map<String, Points>> pointsOfDeltas(Collection<String> runs, Collection<String> among) {
        return database.read(handle -> PointsTable.ofDeltas(handle, runs, among));
    }

    @Override
    public Optional<Outcome.Tracked> lastTracked(String packageName) {
        return database.read(handle -> OutcomeTable.lastTracked(handle, packageName));
    }

    @Override
    public Optional<Dated> lastOutcome(String packageName) {
        return database.read(handle -> OutcomeTable.last(handle, packageName));
    }

    @Override
    public VerdictCache verdicts() {
        return new VerdictCacheTable(database, clock);
    }

    @Override
    public DateCache dates() {
        return new TagDateTable(database, clock);
    }

    @Override
    public PullRequests pullRequests() {
        return new PullRequestTable(database, this::requireLock);
    }

    @Override
    public ConflictIssues conflictIssues() {
        return new ConflictIssueTable(database, this::requireLock);
    }

    @Override
    public DeltaTexts texts() {
        return new DeltaTextTable(database, this::requireLock);
    }

    @Override
    public DigestMails digestMails() {
        return new DigestMailTable(database, this::requireLock);
    }

    @Override
    public TrendStore trend() {
        return new TrendTable(database, this::requireLock);
    }

    @Override
    public void hold(String purpose) throws StoreBusyException {
        lock(purpose);
    }

    @Override
    public List<RunSum> sums() {
        return database.read(SumTable::all);
    }

    @Override
    public synchronized Pruned prune(Retention retention) throws StoreBusyException {
        boolean mine = lock != null;
        lock("prune");
        try {
            return new Pruning(database, clock).prune(retention);
        } finally {
            if (!mine) {
                unlock();
            }
        }
    }

    @Override
    public long bytes() {
        return database.bytes();
    }

    @Override
    public String location() {
        return database.location();
    }

    @Override
    public void close() {
        try {
            unlock();
        } finally {
            database.close();
        }
    }
}
