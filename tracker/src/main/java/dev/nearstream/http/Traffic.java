package dev.nearstream.http;

import java.time.Duration;

/** Hears what a run asks of servers, git's and others. Safe for several threads; it must not throw. */
public interface Traffic {

    /** A server answered a request over HTTP with this status. */
    void answered(int status);

    /** A request over HTTP got no answer: no connection, or silence. */
    void unanswered();

    /** What failed is tried again. */
    void retried();

    /** One operation with a git server has ended, well or not: the list of refs, a fetch, a push. */
    void exchanged(Duration took);

    /** Hears nothing. */
    Traffic UNHEARD = new Traffic() {
        @Override
        public void answered(int status) {}

        @Override
        public void unanswered() {}

        @Override
        public void retried() {}

        @Override
        public void exchanged(Duration took) {}
    };
}
