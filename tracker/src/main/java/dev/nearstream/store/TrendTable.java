package dev.nearstream.store;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.WeekCommit;
import dev.nearstream.trend.CarriedDelta;
import dev.nearstream.trend.PackageSpan;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.trend.Span;
import dev.nearstream.trend.Taken;
import dev.nearstream.trend.TrendStore;
import dev.nearstream.trend.WeekChange;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Weeks by recipe tree, and spans of what was carried in them. Weeks are stored by their Mondays.
 *
 * @param requireLock throws where this process may not write
 */
record TrendTable(Database database, Runnable requireLock) implements TrendStore {
    private static final List<String> SPANS = List.of("carried_delta", "carried_package");

    @Override
    public List<PastWeek> weeks(String recipes) {
        return select(
                recipes,
                "past_week",
                "monday",
                row -> new PastWeek(
                        new WeekCommit(
                                week(row, "monday"), row.required("commit_hash"), row.requiredInstant("committed")),
                        row.number("recipes"),
                        row.number("packages"),
                        row.number("deltas"),
                        row.number("bumped")));
    }

    @Override
    public List<Span> spans(String recipes) {
        return select(
                recipes,
                "carried_delta",
                "born, package, delta",
                row -> new Span(
                        row.required("package"),
                        new CarriedDelta(
                                DeltaKind.valueOf(name(row.required("kind"))),
                                row.required("delta"),
                                row.required("content"),
                                Purpose.valueOf(name(row.required("purpose"))),
                                row.number("lines")),
                        week(row, "born"),
                        gone(row)));
    }

    @Override
    public List<PackageSpan> packages(String recipes) {
        return select(
                recipes,
                "carried_package",
                "born, package",
                row -> new PackageSpan(row.required("package"), week(row, "born"), gone(row)));
    }

    @Override
    public void add(String recipes, PastWeek week, WeekChange change) {
        requireLock.run();
        LocalDate monday = week.at().week().monday();
        database.write(handle -> {
            int tree = tree(handle, recipes);
            end(handle, tree, monday, change);
            Row.insertAll(
                    handle,
                    "carried_delta",
                    change.begun().stream()
                            .map(of -> row(tree, of.packageName(), monday)
                                    .with("delta", Texts.key(of.delta().id()))
                                    .with("kind", of.delta().kind().label())
                                    .with("content", Texts.key(of.delta().content()))
                                    .with("purpose", of.delta().purpose().label())
                                    .with("lines", of.delta().lines()))
                            .toList());
            Row.insertAll(
                    handle,
                    "carried_package",
                    change.newPackages().stream()
                            .map(name -> row(tree, name, monday))
                            .toList());
            new Row()
                    .with("tree", tree)
                    .with("monday", monday)
                    .with("commit_hash", week.at().commit())
                    .with("committed", week.at().committed())
                    .with("recipes", week.recipes())
                    .with("packages", week.packages())
                    .with("deltas", week.deltas())
                    .with("bumped", week.bumped())
                    .insert(handle, "past_week");
            return week;
        });
    }

    private static Row row(int tree, String packageName, LocalDate born) {
        return new Row()
                .with("tree", tree)
                .with("package", Texts.key(packageName))
                .with("born", born);
    }

    private static void end(Handle handle, int tree, LocalDate monday, WeekChange change) {
        if (!change.ended().isEmpty()) {
            PreparedBatch deltas = handle.prepareBatch("update carried_delta set gone = :gone where tree = :tree "
                    + "and package = :package and delta = :delta and gone is null");
            change.ended()
                    .forEach(of -> deltas.bind("gone", Row.date(monday))
                            .bind("tree", tree)
                            .bind("package", Texts.key(of.packageName()))
                            .bind("delta", Texts.key(of.delta().id()))
                            .add());
            deltas.execute();
        }
        if (!change.gonePackages().isEmpty()) {
            PreparedBatch packages = handle.prepareBatch("update carried_package set gone = :gone where tree = :tree "
                    + "and package = :package and gone is null");
            change.gonePackages()
                    .forEach(name -> packages.bind("gone", Row.date(monday))
                            .bind("tree", tree)
                            .bind("package", Texts.key(name))
                            .add());
            packages.execute();
        }
    }

    @Override
    public List<PastStanding> standings(String recipes) {
        return select(recipes, "past_standing", "monday", PastTable::standing);
    }

    @Override
    public List<Taken> taken(String recipes) {
        return select(recipes, "past_taken", "package, delta, content", PastTable::taken);
    }

    @Override
    public void judge(String recipes, PastStanding standing, List<Taken> taken) {
        requireLock.run();
        database.write(handle -> {
            int tree = tree(handle, recipes);
            PastTable.write(handle, tree, standing);
            taken.forEach(one -> PastTable.write(handle, tree, one));
            return standing;
        });
    }

    @Override
    public void forgetFrom(String recipes, IsoWeek week) {
        requireLock.run();
        database.write(handle -> {
            int tree = tree(handle, recipes);
            execute(handle, "delete from past_standing where tree = :tree and monday >= :week", tree, week);
            execute(handle, "delete from past_taken where tree = :tree and seen >= :week", tree, week);
            for (String table : SPANS) {
                execute(handle, "delete from " + table + " where tree = :tree and born >= :week", tree, week);
                execute(
                        handle,
                        "update " + table + " set gone = null where tree = :tree and gone >= :week",
                        tree,
                        week);
            }
            execute(handle, "delete from past_week where tree = :tree and monday >= :week", tree, week);
            return week;
        });
    }

    private static void execute(Handle handle, String sql, int tree, IsoWeek week) {
        handle.createUpdate(sql)
                .bind("tree", tree)
                .bind("week", Row.date(week.monday()))
                .execute();
    }

    /** The tree's number; a new one where nothing is known of it. */
    private static int tree(Handle handle, String recipes) {
        return handle.createQuery("select no from past_tree where recipes = :recipes")
                .bind("recipes", Texts.key(recipes))
                .mapTo(Integer.class)
                .findFirst()
                .orElseGet(() -> Math.toIntExact(
                        new Row().with("recipes", Texts.key(recipes)).insertNumbered(handle, "past_tree")));
    }

    /** A row that was read. */
    private interface Reading<T> {
        T of(Columns row) throws SQLException;
    }

    private <T> List<T> select(String recipes, String table, String order, Reading<T> reading) {
        RowMapper<T> mapper = (row, context) -> reading.of(new Columns(row));
        return database.read(handle -> handle.createQuery("select t.* from " + table
                        + " t join past_tree p on p.no = t.tree where p.recipes = :recipes order by " + order)
                .bind("recipes", Texts.key(recipes))
                .map(mapper)
                .list());
    }

    static IsoWeek week(Columns row, String column) throws SQLException {
        return new IsoWeek(Objects.requireNonNull(row.date(column), column));
    }

    private static @Nullable IsoWeek gone(Columns row) throws SQLException {
        LocalDate gone = row.date("gone");
        return gone == null ? null : new IsoWeek(gone);
    }

    private static String name(String label) {
        return label.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
