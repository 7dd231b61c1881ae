package dev.nearstream.store;

import static dev.nearstream.store.Samples.NIGHT;
import static dev.nearstream.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of mails, whatever the database. */
@ParameterizedClass
@EnumSource(Backend.class)
final class DigestMailContractTest {
    private static final Clock CLOCK = Clock.fixed(NIGHT, ZoneOffset.UTC);

    private final Backend.Place place;
    private Store store;

    DigestMailContractTest(Backend backend, @TempDir Path directory) throws StoreBusyException {
        place = backend.place(directory);
        store = place.open(CLOCK);
        for (int night = 0; night < 3; night++) {
            Run begun = store.beginOrResume(run(night));
            store.finish(begun.id(), NIGHT, List.of());
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoWasToldStaysTold() {
        store.digestMails().sent(run(1).id(), "@Org/Team", NIGHT);
        store.digestMails().nothing(run(1).id(), "@ann");
        store.digestMails().sent(run(1).id(), "@ann", NIGHT);
        store.close();
        store = place.open(CLOCK);
        DigestMails mails = store.digestMails();
        assertThat(mails.told(run(1).id(), "@org/team")).isTrue();
        assertThat(mails.told(run(1).id(), "@ann")).isTrue();
        assertThat(mails.told(run(1).id(), "@bob")).isFalse();
        assertThat(mails.told(run(0).id(), "@ann")).isFalse();
        assertThat(mails.told("no such run", "@ann")).isFalse();
        assertThatThrownBy(() -> mails.nothing(run(0).id(), "@ann"))
                .as("the lock is not held")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLastRunThatAnOwnerWasToldOfIsBeforeThisOne() {
        DigestMails mails = store.digestMails();
        mails.sent(run(0).id(), "@ann", NIGHT);
        mails.nothing(run(1).id(), "@bob");
        assertThat(mails.lastTold(run(2), "@ann")).map(Run::id).contains(run(0).id());
        assertThat(mails.lastTold(run(2), "@BOB")).map(Run::id).contains(run(1).id());
        assertThat(mails.lastTold(run(1), "@bob")).isEmpty();
        assertThat(mails.lastTold(run(2), "@eve")).isEmpty();
    }

    @Test
    void aRunThatIsForgottenTellsNothing() throws StoreBusyException {
        store.digestMails().sent(run(0).id(), "@ann", NIGHT);
        store.prune(new Retention(2, null));
        assertThat(store.digestMails().lastTold(run(2), "@ann")).isEmpty();
    }
}
