package dev.nearstream.store;

import dev.nearstream.store.StoreBusyException.Holder;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who holds the writer's lock, in words. */
final class HolderTable {
    private HolderTable() {}

    static void say(Handle handle, Holder holder) {
        new Row()
                .with("no", 1)
                .with("run", holder.run())
                .with("since", holder.since())
                .with("pid", holder.pid())
                .with("host", holder.host())
                .upsert(handle, "holder", "no");
    }

    static void clear(Handle handle) {
        handle.execute("delete from holder");
    }

    static Optional<Holder> find(Handle handle) {
        return handle.createQuery("select * from holder")
                .map((row, context) -> {
                    Columns columns = new Columns(row);
                    return new Holder(
                            columns.required("run"),
                            columns.requiredInstant("since"),
                            columns.longNumber("pid"),
                            columns.required("host"));
                })
                .findFirst();
    }
}
