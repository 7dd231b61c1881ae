package dev.nearstream.store;

import static dev.nearstream.store.Samples.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.store.PullRequestEvent.Kind;
import dev.nearstream.store.PullRequestRecord.Bump;
import dev.nearstream.store.PullRequestRecord.Change;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import dev.nearstream.store.PullRequestRecord.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of pull requests, whatever the database. */
@ParameterizedClass
@EnumSource(Backend.class)
final class PullRequestContractTest {
    private static final Clock CLOCK = Clock.fixed(NIGHT, ZoneOffset.UTC);
    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);

    private final Backend.Place place;
    private Store store;

    PullRequestContractTest(Backend backend, @TempDir Path directory) throws StoreBusyException {
        place = backend.place(directory);
        store = place.open(CLOCK);
        store.hold("pulls");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() throws StoreBusyException {
        store.close();
        store = place.open(CLOCK);
        store.hold("pulls");
    }

    private static Instant at(int hour) {
        return NIGHT.plusSeconds(hour * 3600L);
    }

    private static Bump bump(String name, String to) {
        return new Bump(name, "", "1.3-r0", to, null);
    }

    private static PullRequestRecord first(String name) {
        return PullRequestRecord.first(bump(name, "1.4-r0"), "nearstream/" + name, at(0));
    }

    private static Change change(String commit) {
        return new Change("0".repeat(40), commit, "c".repeat(64));
    }

    private static ForgeEntry entry(String number, int hour) {
        return new ForgeEntry(
                "github.com/o/os",
                number,
                "https://github.com/o/os/pull/" + number,
                true,
                "d".repeat(64),
                at(hour),
                number.equals("17") ? "e".repeat(64) : null);
    }

    private static PullRequestRecord open(String name, String number, int hour) {
        PullRequestRecord first = first(name);
        return first.prepared(first.bump(), change(A), at(0)).pushed(A, at(0)).opened(entry(number, hour), at(hour));
    }

    private PullRequests pulls() {
        return store.pullRequests();
    }

    @Test
    void givesBackEveryStepAsItWasWritten() throws Exception {
        PullRequestRecord first = first("zlib");
        PullRequestRecord prepared =
                first.prepared(new Bump("zlib", "1.x", "1.3-r2", "1.4-r0", "family"), change(A), at(1));
        PullRequestRecord pushed = prepared.pushed(A, at(2));
        PullRequestRecord opened = pushed.opened(entry("17", 3), at(3));
        PullRequestRecord held = opened.held("its patch conflicts", at(4));
        PullRequestRecord merged = held.ended(State.MERGED, at(5));

        for (PullRequestRecord step : List.of(first, prepared, pushed, opened, held, merged)) {
            pulls().write(step);
            assertThat(pulls().find("zlib", "nearstream/zlib")).contains(step);
            reopen();
            assertThat(pulls().find("zlib", "nearstream/zlib")).contains(step);
        }
        assertThat(Stream.of(first, prepared, pushed, opened, held, merged).map(PullRequestRecord::state))
                .containsExactly(State.PREPARED, State.PREPARED, State.PUSHED, State.OPEN, State.OPEN, State.MERGED);
        assertThat(pulls().find("zlib", "other")).isEmpty();
        assertThat(pulls().find("other", "nearstream/zlib")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void isOpenUntilItsEnd(State state) {
        PullRequestRecord opened = open("zlib", "17", 1);
        PullRequestRecord record = new PullRequestRecord(
                opened.bump(), opened.branch(), state, change(A), A, opened.forge(), null, at(2), null);
        pulls().write(record);

        boolean open = List.of("PREPARED", "PUSHED", "OPEN").contains(state.name());
        assertThat(pulls().open("zlib")).hasSize(open ? 1 : 0);
        assertThat(pulls().open()).hasSize(open ? 1 : 0);
    }

    @Test
    void findsThoseOfAPackageOrABranch() {
        PullRequestRecord older = open("zlib", "1", 1);
        PullRequestRecord newer = PullRequestRecord.first(bump("zlib", "1.4-r1"), "nearstream/drop/zlib", at(2));
        PullRequestRecord shared = PullRequestRecord.first(bump("curl", "8-r0"), "nearstream/zlib", at(3));
        PullRequestRecord last = PullRequestRecord.first(bump("zz".repeat(300), "8-r0"), "nearstream/x", at(3));
        Stream.of(older, newer, shared, last).forEach(pulls()::write);

        assertThat(pulls().open("zlib")).containsExactly(newer, older);
        assertThat(pulls().ofBranch("nearstream/zlib")).containsExactly(shared, older);
        assertThat(pulls().open().subList(0, 3)).containsExactly(shared, newer, older);
        assertThat(pulls().find("zz".repeat(300), "nearstream/x")).isPresent();
        assertThat(pulls().open("none")).isEmpty();
    }

    @Test
    void remembersWhatAPersonDidNotWant() {
        PullRequestRecord closed = open("zlib", "1", 1).ended(State.CLOSED, at(5));
        PullRequestRecord later = PullRequestRecord.first(closed.bump(), "nearstream/other", at(2))
                .ended(State.CLOSED, at(6));
        Stream.of(closed, later, open("curl", "3", 3).ended(State.SUPERSEDED, at(7)))
                .forEach(pulls()::write);

        assertThat(pulls().lastClosed("zlib", "1.4-r0")).contains(later);
        assertThat(pulls().lastClosed("zlib", "1.5-r0")).isEmpty();
        assertThat(pulls().lastClosed("curl", "1.4-r0")).isEmpty();
    }

    @Test
    void countsWhatTheForgeHasOpened() {
        Stream.of(
                        first("a"),
                        open("b", "2", 2),
                        open("c", "3", 3),
                        open("d", "4", 4).ended(State.MERGED, at(5)))
                .forEach(pulls()::write);

        assertThat(pulls().openedSince(at(3))).isEqualTo(2);
        assertThat(pulls().openedSince(at(0))).isEqualTo(3);
        assertThat(pulls().openedSince(at(5))).isZero();
    }

    @Test
    void whatBecameOfOneStaysKnownWhenItsBranchIsUsedAgain() throws Exception {
        PullRequestRecord open = open("zlib", "2", 2);
        PullRequestRecord merged = open.ended(State.MERGED, at(4));
        PullRequestRecord next =
                merged.prepared(bump("zlib", "1.5-r0"), change(B), at(4)).pushed(B, at(5));
        Stream.of(
                        first("zlib"),
                        open,
                        open.opened(entry("2", 2), at(3)),
                        merged,
                        merged.held("a second look", at(4)),
                        next,
                        next.opened(entry("3", 5), at(5)),
                        open("curl", "4", 6).ended(State.CLOSED, at(7)),
                        open("jq", "5", 6).ended(State.SUPERSEDED, at(8)))
                .forEach(pulls()::write);
        reopen();

        assertThat(pulls().since(at(3)))
                .containsExactly(
                        event("zlib", Kind.MERGED, "1.4-r0", "2", 4),
                        event("zlib", Kind.OPENED, "1.5-r0", "3", 5),
                        event("curl", Kind.CLOSED, "1.4-r0", "4", 7),
                        event("jq", Kind.SUPERSEDED, "1.4-r0", "5", 8));
        assertThat(pulls().since(at(0))).hasSize(5).first().isEqualTo(event("zlib", Kind.OPENED, "1.4-r0", "2", 2));
        assertThat(pulls().since(at(9))).isEmpty();
    }

    private static PullRequestEvent event(String name, Kind kind, String to, String number, int hour) {
        return new PullRequestEvent(name, kind, "1.3-r0", to, "https://github.com/o/os/pull/" + number, at(hour));
    }

    @Test
    void afterAKillTheBranchTellsWhatArrived() {
        PullRequestRecord first = first("zlib");
        PullRequestRecord onItsWay = first.prepared(first.bump(), change(A), at(1));

        assertThat(onItsWay.seen(A, at(2))).isEqualTo(onItsWay.pushed(A, at(2)));
        assertThat(onItsWay.seen(B, at(2))).isEqualTo(onItsWay);
        PullRequestRecord next = open("zlib", "1", 1).prepared(bump("zlib", "1.5-r0"), change(B), at(3));
        assertThat(next.pushedCommit()).isEqualTo(A);
        assertThat(next.forge()).isNotNull();
        assertThat(next.seen(A, at(4)).pushedCommit()).isEqualTo(A);
        assertThat(next.seen(B, at(4)).pushedCommit()).isEqualTo(B);
        assertThatThrownBy(() -> next.ended(State.OPEN, at(5))).hasMessage("OPEN is no end");
    }

    @Test
    void remembersIssuesUntilTheyAreClosed() throws Exception {
        ConflictIssues issues = store.conflictIssues();
        issues.write(new ConflictIssue("zlib", "1.4", null));
        issues.write(new ConflictIssue("curl", "8", null));
        issues.write(new ConflictIssue("zlib", "1.5", "https://github.com/o/os/issues/3"));
        issues.closed("curl");
        issues.closed("none");
        reopen();

        assertThat(store.conflictIssues().open())
                .containsExactly(new ConflictIssue("zlib", "1.5", "https://github.com/o/os/issues/3"));
        store.close();
        store = place.open(CLOCK);
        assertThatThrownBy(() -> store.conflictIssues().closed("zlib")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneProcessWritesAtATime() throws Exception {
        try (Store other = place.open(CLOCK)) {
            assertThatThrownBy(() -> other.pullRequests().write(first("zlib")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> other.hold("pulls")).isInstanceOf(StoreBusyException.class);
            pulls().write(first("zlib"));
            assertThat(other.pullRequests().open()).hasSize(1);
        }
    }
}
