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

    /** The run ends, complete or not. */
    void end();

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
