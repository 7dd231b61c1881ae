package dev.nearstream.store;

import dev.nearstream.store.PullRequestRecord.Bump;
import dev.nearstream.store.PullRequestRecord.Change;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import dev.nearstream.store.PullRequestRecord.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Pull requests by package and branch.
 *
 * @param requireLock throws where this process may not write
 */
record PullRequestTable(Database database, Runnable requireLock) implements PullRequests {
    private static final List<String> OPEN = Arrays.stream(State.values())
            .filter(State::isOpen)
            .map(PullRequestTable::label)
            .toList();
    /** By bytes, whatever the database's collation. */
    private static final Comparator<PullRequestRecord> ORDER = Comparator.comparing(
                    (PullRequestRecord record) -> record.bump().packageName())
            .thenComparing(PullRequestRecord::branch);

    @Override
    public void write(PullRequestRecord record) {
        requireLock.run();
        database.write(handle -> {
            Row row = row(record);
            Optional<PullRequestRecord> before = handle.createQuery(
                            "select * from pull_request where package = :package and branch = :branch")
                    .bind("package", row.get("package"))
                    .bind("branch", row.get("branch"))
                    .map((found, context) -> record(new Columns(found)))
                    .findFirst();
            PullRequestEvent.between(before, record).ifPresent(event -> PullRequestEventTable.add(handle, event));
            row.upsert(handle, "pull_request", "package", "branch");
            return record;
        });
        database.settle();
    }

    @Override
    public Optional<PullRequestRecord> find(String packageName, String branch) {
        return select(
                        "package = :package and branch = :branch",
                        query -> query.bind("package", Texts.key(packageName)).bind("branch", Texts.key(branch)))
                .stream()
                .findFirst();
    }

    @Override
    public List<PullRequestRecord> ofBranch(String branch) {
        return select("branch = :branch", query -> query.bind("branch", Texts.key(branch))).stream()
                .sorted(ORDER)
                .toList();
    }

    @Override
    public List<PullRequestRecord> open(String packageName) {
        return select(
                "package = :package and state in (<open>) order by updated desc, branch",
                query -> query.bind("package", Texts.key(packageName)).bindList("open", OPEN));
    }

    @Override
    public List<PullRequestRecord> open() {
        return select("state in (<open>)", query -> query.bindList("open", OPEN)).stream()
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Optional<PullRequestRecord> lastClosed(String packageName, String version) {
        return select(
                        "package = :package and to_version = :version and state = :state order by closed desc, branch",
                        query -> query.bind("package", Texts.key(packageName))
                                .bind("version", Texts.clean(version))
                                .bind("state", label(State.CLOSED)))
                .stream()
                .findFirst();
    }

    @Override
    public List<PullRequestEvent> since(Instant when) {
        return database.read(handle -> PullRequestEventTable.since(handle, when));
    }

    @Override
    public int openedSince(Instant when) {
        return database.read(handle -> Row.bind(
                        handle.createQuery("select count(*) from pull_request where opened >= :since"), "since", when)
                .mapTo(Integer.class)
                .one());
    }

    private List<PullRequestRecord> select(String condition, UnaryOperator<Query> bind) {
        return database.read(handle -> bind.apply(handle.createQuery("select * from pull_request where " + condition))
                .map((row, context) -> record(new Columns(row)))
                .list());
    }

    private static Row row(PullRequestRecord record) {
        Bump bump = record.bump();
        @Nullable Change change = record.change();
        @Nullable ForgeEntry forge = record.forge();
        return new Row()
                .with("package", Texts.key(bump.packageName()))
                .with("branch", Texts.key(record.branch()))
                .with("stream", bump.stream())
                .with("from_version", bump.from())
                .with("to_version", bump.to())
                .with("family", bump.family())
                .with("state", label(record.state()))
                .with("base_commit", change == null ? null : change.base())
                .with("commit_hash", change == null ? null : change.commit())
                .with("content_hash", change == null ? null : change.contentHash())
                .with("pushed_commit", record.pushedCommit())
                .with("forge", forge == null ? null : forge.name())
                .with("forge_number", forge == null ? null : forge.number())
                .with("url", forge == null ? null : forge.url())
                .with("draft", forge == null ? null : forge.draft())
                .with("body_hash", forge == null ? null : forge.bodyHash())
                .with("opened", forge == null ? null : forge.opened())
                .with("inputs_hash", forge == null ? null : forge.inputsHash())
                .with("hold_reason", record.holdReason())
                .with("updated", record.updated())
                .with("closed", record.closed());
    }

    private static PullRequestRecord record(Columns row) throws SQLException {
        return new PullRequestRecord(
                new Bump(
                        row.required("package"),
                        row.required("stream"),
                        row.required("from_version"),
                        row.required("to_version"),
                        row.text("family")),
                row.required("branch"),
                State.valueOf(row.required("state").toUpperCase(Locale.ROOT)),
                change(row),
                row.text("pushed_commit"),
                forge(row),
                row.text("hold_reason"),
                row.requiredInstant("updated"),
                row.instant("closed"));
    }

    private static @Nullable Change change(Columns row) throws SQLException {
        @Nullable String commit = row.text("commit_hash");
        return commit == null ? null : new Change(row.required("base_commit"), commit, row.required("content_hash"));
    }

    private static @Nullable ForgeEntry forge(Columns row) throws SQLException {
        @Nullable String name = row.text("forge");
        return name == null
                ? null
                : new ForgeEntry(
                        name,
                        row.required("forge_number"),
                        row.required("url"),
                        row.flag("draft"),
                        row.required("body_hash"),
                        row.requiredInstant("opened"),
                        row.text("inputs_hash"));
    }

    private static String label(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
