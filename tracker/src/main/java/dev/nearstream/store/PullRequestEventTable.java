package dev.nearstream.store;

import dev.nearstream.store.PullRequestEvent.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** What became of pull requests. */
final class PullRequestEventTable {
    private PullRequestEventTable() {}

    static void add(Handle handle, PullRequestEvent event) {
        new Row()
                .with("package", Texts.key(event.packageName()))
                .with("kind", event.kind().name().toLowerCase(Locale.ROOT))
                .with("from_version", event.from())
                .with("to_version", event.to())
                .with("url", event.url())
                .with("seen", event.seen())
                .insert(handle, "pull_request_event");
    }

    static List<PullRequestEvent> since(Handle handle, Instant when) {
        return Row.bind(
                        handle.createQuery("select * from pull_request_event where seen >= :since order by seen, no"),
                        "since",
                        when)
                .map((row, context) -> event(new Columns(row)))
                .list();
    }

    private static PullRequestEvent event(Columns row) throws SQLException {
        return new PullRequestEvent(
                row.required("package"),
                Kind.valueOf(row.required("kind").toUpperCase(Locale.ROOT)),
                row.required("from_version"),
                row.required("to_version"),
                row.text("url"),
                row.requiredInstant("seen"));
    }
}
