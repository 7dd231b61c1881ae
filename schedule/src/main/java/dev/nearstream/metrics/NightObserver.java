package dev.nearstream.metrics;

import dev.nearstream.http.Traffic;
import dev.nearstream.pull.PullDashboard;
import dev.nearstream.report.Night;
import dev.nearstream.store.Store;
import dev.nearstream.tracker.Progress;

/** Hears what a night does. Safe for several threads. */
public interface NightObserver {

    /** Hears how the run goes on. */
    Progress progress();

    /** Hears what is asked of servers. */
    Traffic traffic();

    /** The run is finished, and this is what it found. */
    void finished(Night night, Store store);

    /** What has become of the pull requests. */
    void pulls(PullDashboard dashboard, Store store);

    /** Hears nothing. */
    NightObserver NONE = new NightObserver() {
        @Override
        public Progress progress() {
            return Progress.SILENT;
        }

        @Override
        public Traffic traffic() {
            return Traffic.UNHEARD;
        }

        @Override
        public void finished(Night night, Store store) {}

        @Override
        public void pulls(PullDashboard dashboard, Store store) {}
    };
}
