package dev.nearstream.tracker;

import dev.nearstream.store.Outcome;

/** Hears how a run goes on. Safe for several threads. */
public interface Progress {

    /**
     * The run begins.
     *
     * @param packages how many it sets out to do
     * @param done how many of them a run that died had done already
     */
    void begin(int packages, int done);

    /** One package is done, and its outcome is in the store. */
    void done(Outcome outcome);

    /**
     * A verdict is needed.
     *
     * @param known whether an earlier night has reached it
     */
    default void verdict(boolean known) {}

    /** The run ends, complete or not. */
    void end();

    /** Both hear all. */
    static Progress both(Progress one, Progress other) {
        return new Progress() {
            @Override
            public void begin(int packages, int done) {
                one.begin(packages, done);
                other.begin(packages, done);
            }

            @Override
            public void done(Outcome outcome) {
                one.done(outcome);
                other.done(outcome);
            }

            @Override
            public void verdict(boolean known) {
                one.verdict(known);
                other.verdict(known);
            }

            @Override
            public void end() {
                one.end();
                other.end();
            }
        };
    }

    /** Hears nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(int packages, int done) {}

        @Override
        public void done(Outcome outcome) {}

        @Override
        public void end() {}
    };
}
