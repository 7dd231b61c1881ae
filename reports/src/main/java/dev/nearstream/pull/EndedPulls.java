package dev.nearstream.pull;

import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.Bump;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import dev.nearstream.store.PullRequestRecord.State;
import dev.nearstream.store.PullRequests;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Brings pull requests to their end: those that people closed or merged, and those that nobody needs any more. */
record EndedPulls(PullRequests records, Forge forge, Clock clock, PullLines lines, PullLimits limits) {
    /** Written before one is closed, so that after a kill it is not taken for one that a person closed. */
    private static final String CLOSING = "being closed: superseded";

    /** Learns what has become of the open ones. */
    void settle() throws ForgeException {
        Map<String, Optional<PullRequest>> asked = new HashMap<>();
        for (PullRequestRecord record : records.open()) {
            ForgeEntry entry = record.forge();
            if (entry == null || record.state() != State.OPEN) {
                continue;
            }
            if (!asked.containsKey(entry.number())) {
                asked.put(entry.number(), forge.get(entry.number()));
            }
            Optional<PullRequest> found = asked.getOrDefault(entry.number(), Optional.empty());
            if (found.isPresent() && !found.get().isOpen()) {
                settle(record, found.get().state());
            }
        }
        limits.begin((int) records.open().stream()
                .filter(record -> record.state() == State.OPEN)
                .map(PullRequestRecord::branch)
                .distinct()
                .count());
    }

    private void settle(PullRequestRecord record, PullRequest.State found) {
        boolean merged = found == PullRequest.State.MERGED;
        boolean ours = !merged && CLOSING.equals(record.holdReason());
        records.write(record.ended(merged ? State.MERGED : ours ? State.SUPERSEDED : State.CLOSED, clock.instant()));
        lines.say(
                record,
                merged ? Deed.MERGED : Deed.CLOSED,
                merged ? "" : ours ? "no longer needed" : "by a person; it stays closed");
    }

    /** Closes those of which no package is wished for, though all were considered. */
    void unneeded(Set<String> considered, Set<String> wished, BooleanSupplier stop) throws ForgeException {
        for (List<PullRequestRecord> all : OpenBranches.of(records).values()) {
            Set<String> names = OpenBranches.names(all);
            if (considered.containsAll(names) && names.stream().noneMatch(wished::contains) && !stop.getAsBoolean()) {
                supersede(
                        all,
                        "no longer needed",
                        "The package no longer needs this: the recipe has come there without it, or upstream "
                                + "or a rule has changed.");
            }
        }
    }

    /**
     * Closes those whose packages have their places in others now.
     *
     * @param places the branch of each package that has an open one, as of this run
     */
    void moved(Set<String> considered, Set<String> wished, Map<String, String> places) throws ForgeException {
        for (Map.Entry<String, List<PullRequestRecord>> open :
                OpenBranches.of(records).entrySet()) {
            List<PullRequestRecord> all = open.getValue();
            Set<String> names = OpenBranches.names(all);
            boolean gone = names.stream()
                    .allMatch(name -> wished.contains(name)
                            ? places.containsKey(name) && !open.getKey().equals(places.get(name))
                            : considered.contains(name));
            if (gone) {
                Set<String> urls = new TreeSet<>();
                names.stream()
                        .filter(places::containsKey)
                        .flatMap(name -> records.find(name, String.valueOf(places.get(name))).stream())
                        .flatMap(record -> Optional.ofNullable(record.forge()).stream())
                        .forEach(entry -> urls.add(entry.url()));
                supersede(all, "goes on elsewhere", "This goes on in " + String.join(", ", urls) + ".");
            }
        }
    }

    /** Takes packages out of a pull request that goes on without them. */
    void leave(List<PullRequestRecord> gone) {
        for (PullRequestRecord record : gone) {
            records.write(record.ended(State.SUPERSEDED, clock.instant()));
            lines.say(record, Deed.CLOSED, "no longer part of this one, which goes on");
        }
    }

    private void supersede(List<PullRequestRecord> all, String why, String word) throws ForgeException {
        List<Bump> packages = all.stream().map(PullRequestRecord::bump).toList();
        lines.attempt(packages, () -> {
            Set<String> numbers = all.stream()
                    .flatMap(record -> Optional.ofNullable(record.forge()).stream())
                    .map(ForgeEntry::number)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String number : numbers) {
                Optional<PullRequest> found = forge.get(number);
                if (found.isPresent() && found.get().isOpen()) {
                    all.forEach(record -> records.write(record.held(CLOSING, clock.instant())));
                    forge.close(found.get(), word);
                }
            }
            all.forEach(record -> records.write(record.ended(State.SUPERSEDED, clock.instant())));
            if (all.stream().anyMatch(record -> record.state() == State.OPEN)) {
                limits.closed();
            }
            all.forEach(record -> lines.say(record, Deed.CLOSED, why));
        });
    }
}
