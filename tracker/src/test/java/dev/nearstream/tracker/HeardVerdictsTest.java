package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.VerdictCache;
import dev.nearstream.store.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeardVerdictsTest {
    private final Map<String, Verdict> kept = new HashMap<>();
    private final VerdictCache cache = new VerdictCache() {
        @Override
        public Optional<Verdict> find(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, Verdict verdict) {
            kept.put(key, verdict);
        }
    };

    /** Keeps what it hears. */
    private static final class Heard implements Progress {
        private final List<String> all = new ArrayList<>();

        @Override
        public void begin(int packages, int done) {
            all.add("begin " + packages + " " + done);
        }

        @Override
        public void done(Outcome outcome) {
            all.add("done " + outcome.packageName());
        }

        @Override
        public void verdict(boolean known) {
            all.add(known ? "known" : "not known");
        }

        @Override
        public void end() {
            all.add("end");
        }
    }

    @Test
    void saysWhichVerdictsWereKnown() {
        Heard heard = new Heard();
        HeardVerdicts verdicts = new HeardVerdicts(cache, heard);
        Verdict verdict = new Verdict.Unreadable("no hunk in it");

        assertThat(verdicts.find("a")).isEmpty();
        verdicts.put("a", verdict);
        assertThat(verdicts.find("a")).contains(verdict);
        assertThat(heard.all).containsExactly("not known", "known");
    }

    @Test
    void bothHearAll() {
        Heard one = new Heard();
        Heard other = new Heard();
        Progress both = Progress.both(one, other);

        both.begin(3, 1);
        both.done(new Outcome.Skipped("base", "base.yaml", "has no upstream"));
        both.verdict(true);
        both.end();

        assertThat(one.all).containsExactly("begin 3 1", "done base", "known", "end");
        assertThat(other.all).isEqualTo(one.all);
    }
}
