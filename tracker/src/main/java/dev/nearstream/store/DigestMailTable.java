package dev.nearstream.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mails by run and owner.
 *
 * @param requireLock throws where this process may not write
 */
record DigestMailTable(Database database, Runnable requireLock) implements DigestMails {

    @Override
    public boolean told(String run, String owner) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from digest_mail m join run r on r.no = m.run
                        where r.id = :id and m.owner = :owner
                        """)
                        .bind("id", Texts.key(run))
                        .bind("owner", key(owner))
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    @Override
    public Optional<Run> lastTold(Run run, String owner) {
        return database.read(handle -> handle.createQuery("""
                        select r.* from run r join digest_mail m on m.run = r.no
                        where m.owner = :owner and r.scope = :scope and not r.forgotten
                        and r.no < coalesce((select no from run where id = :id), (select max(no) + 1 from run))
                        order by r.no desc fetch first 1 row only
                        """)
                .bind("owner", key(owner))
                .bind("scope", RunTable.scope(run))
                .bind("id", Texts.key(run.id()))
                .map((row, context) -> RunTable.run(new Columns(row)))
                .findFirst());
    }

    @Override
    public void sent(String run, String owner, Instant when) {
        write(run, owner, when);
    }

    @Override
    public void nothing(String run, String owner) {
        write(run, owner, null);
    }

    private void write(String run, String owner, @Nullable Instant sent) {
        requireLock.run();
        database.write(handle -> {
            int number = RunTable.number(handle, run)
                    .orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
            new Row()
                    .with("run", number)
                    .with("owner", key(owner))
                    .with("sent", sent)
                    .upsert(handle, "digest_mail", "run", "owner");
            return number;
        });
        database.settle();
    }

    private static String key(String owner) {
        return Texts.key(owner.toLowerCase(Locale.ROOT));
    }
}
