package dev.nearstream.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("try") // a schedule works by being open
class NightlyScheduleTest {
    private final Instant now = Instant.now();
    private static final CronTime NEVER_SOON = new CronTime("0 0 2 1 1 ? 2099", ZoneOffset.UTC);
    private static final CronTime EVERY_SECOND = new CronTime("* * * * * ?", ZoneOffset.UTC);

    @Test
    void makesUpOneRunForAllThatWereMissedWhileNoDaemonWasUp() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(1);
        CronTime nightly = new CronTime("0 0 2 * * ?", ZoneOffset.UTC);

        try (NightlySchedule schedule = NightlySchedule.start(nightly, now.minusSeconds(10 * 86_400), now, stop -> {
            runs.incrementAndGet();
            ran.countDown();
        })) {
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(schedule.next())
                    .hasValueSatisfying(next -> assertThat(next).isAfter(now));
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void doesNotRunBeforeItsTime() {
        AtomicInteger runs = new AtomicInteger();

        NightlySchedule.start(NEVER_SOON, now, now, stop -> runs.incrementAndGet())
                .close();

        assertThat(runs).hasValue(0);
    }

    @Test
    void noRunOverlapsTheLast() throws InterruptedException {
        AtomicInteger going = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore ended = new Semaphore(0);
        CountDownLatch secondFireIsDue = new CountDownLatch(1);

        try (NightlySchedule schedule = NightlySchedule.start(EVERY_SECOND, null, now, stop -> {
            most.accumulateAndGet(going.incrementAndGet(), Math::max);
            secondFireIsDue.await(2500, TimeUnit.MILLISECONDS);
            going.decrementAndGet();
            ended.release();
        })) {
            assertThat(ended.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
            secondFireIsDue.countDown();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aStopIsHeardByTheRunAndWaitedFor() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);
        NightlySchedule schedule = NightlySchedule.start(EVERY_SECOND, null, now, stop -> {
            began.countDown();
            stop.await();
            heard.countDown();
        });
        assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();

        schedule.close();

        assertThat(heard.getCount()).isZero();
    }

    @Test
    void aRunThatFailsDoesNotEndTheSchedule() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);

        try (NightlySchedule schedule = NightlySchedule.start(EVERY_SECOND, null, now, stop -> {
            twice.countDown();
            throw new IllegalStateException("the disk is full");
        })) {
            assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
