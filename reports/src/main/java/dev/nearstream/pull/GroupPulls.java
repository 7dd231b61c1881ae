package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import dev.nearstream.store.PullRequests;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pull requests of several packages. What a person must look at first, or what changes a file that another package changes
 * too, has a pull request of its own. Where a package of an open one cannot be looked at tonight, the whole is left as it
 * is.
 *
 * @param places filled: the branch of each package that has an open one, as of this run
 */
record GroupPulls(
        BotSettings settings,
        PullRequests records,
        PullRequestBot.Preparation preparation,
        Publication publication,
        SinglePulls singles,
        EndedPulls ended,
        PullLines lines,
        PullLimits limits,
        Map<String, String> places) {

    /** A wish of the group on this run. */
    private record Candidate(Wish wish, String inputs, boolean stays) {
        String name() {
            return wish.bump().packageName();
        }
    }

    void serve(WishGroup group, Set<String> considered)
            throws ForgeException, IOException, UpstreamException, BranchException {
        String branch = settings.prefix() + group.branch();
        Map<String, PullRequestRecord> there = new HashMap<>();
        records.ofBranch(branch).stream()
                .filter(record -> record.state().isOpen())
                .forEach(record -> there.put(record.bump().packageName(), record));
        Optional<String> unknown = there.keySet().stream()
                .filter(name -> !considered.contains(name))
                .sorted()
                .findFirst();
        if (unknown.isPresent()) {
            leave(group.wishes(), branch, unknown.get() + ", which is in it, was not looked at in this run");
            return;
        }
        List<Candidate> candidates = candidates(group, branch);
        boolean changed = candidates.size() != there.size()
                || candidates.stream().anyMatch(one -> !one.stays() || !there.containsKey(one.name()));
        if (!changed) {
            unchanged(candidates, branch);
            return;
        }
        Optional<String> limit = there.isEmpty() ? limits.reached() : Optional.empty();
        if (limit.isPresent()) {
            candidates.forEach(one -> lines.say(one.wish().bump(), Deed.LIMITED, limit.get(), null, null));
            return;
        }
        compose(group, branch, candidates, there);
    }

    /** Those that may be part of it; the others are served. */
    private List<Candidate> candidates(WishGroup group, String branch) throws ForgeException {
        List<Candidate> candidates = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>(group.wishes());
        wishes.sort(Comparator.comparing(wish -> wish.bump().packageName()));
        for (Wish wish : wishes) {
            lines.attempt(List.of(wish.bump()), () -> {
                if (singles.isLeft(wish, branch)) {
                    return;
                }
                String inputs = preparation.inputs(wish);
                String all = inputs + group.inputs();
                boolean stays = singles.madeFrom(all, wish, branch).isPresent();
                boolean apart = singles.madeFrom(inputs, wish, singles.branch(wish))
                        .filter(ForgeEntry::draft)
                        .isPresent();
                if (!stays && apart) {
                    singles.serve(wish);
                } else {
                    candidates.add(new Candidate(wish, inputs, stays));
                }
            });
        }
        return candidates;
    }

    private void unchanged(List<Candidate> candidates, String branch) throws ForgeException {
        for (Candidate one : candidates) {
            String others = candidates.stream()
                    .map(Candidate::name)
                    .filter(name -> !name.equals(one.name()))
                    .collect(Collectors.joining(", "));
            String with = others.isEmpty() ? "" : "with " + others;
            lines.say(one.wish().bump(), Deed.UNCHANGED, with, url(one.wish(), branch), null);
            singles.settled(one.wish(), branch);
        }
    }

    private void leave(List<Wish> wishes, String branch, String why) {
        wishes.forEach(wish -> lines.say(
                wish.bump(), url(wish, branch) == null ? Deed.LIMITED : Deed.UNCHANGED, why, url(wish, branch), null));
    }

    private @Nullable String url(Wish wish, String branch) {
        return records.find(wish.bump().packageName(), branch)
                .map(PullRequestRecord::forge)
                .map(ForgeEntry::url)
                .orElse(null);
    }

    private void compose(
            WishGroup group, String branch, List<Candidate> candidates, Map<String, PullRequestRecord> there)
            throws ForgeException, UpstreamException, BranchException {
        List<Member> members = new ArrayList<>();
        List<GroupText.Apart> apart = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        Set<String> failed = new HashSet<>();
        for (Candidate one : candidates) {
            failed.add(one.name());
            lines.attempt(List.of(one.wish().bump()), () -> {
                Prepared prepared = preparation.prepare(one.wish());
                Optional<String> why = own(prepared, paths);
                if (why.isEmpty() && prepared instanceof Prepared.Ready ready) {
                    Member member = new Member(one.wish(), ready, one.inputs() + group.inputs());
                    paths.addAll(member.paths());
                    members.add(member);
                } else {
                    apart.add(new GroupText.Apart(one.wish(), prepared, one.inputs(), why.orElse("")));
                }
                if (prepared instanceof Prepared.Unfit unfit && one.stays()) {
                    lines.say(
                            one.wish().bump(),
                            Deed.BLOCKED,
                            unfit.reason(),
                            url(one.wish(), branch),
                            null); // it was fit
                } else {
                    failed.remove(one.name());
                }
            });
        }
        Optional<String> missing = failed.stream().filter(there::containsKey).findFirst();
        if (missing.isPresent()) {
            List<Wish> rest = candidates.stream()
                    .filter(one -> !failed.contains(one.name()))
                    .map(Candidate::wish)
                    .toList();
            leave(rest, branch, missing.get() + ", which is in it, could not be planned");
            return;
        }
        for (GroupText.Apart one : apart) {
            singles.serve(one.wish(), one.prepared(), one.inputs());
        }
        if (members.size() == 1 && there.isEmpty()) {
            Member only = members.get(0);
            String inputs = only.inputs()
                    .substring(0, only.inputs().length() - group.inputs().length());
            singles.serve(only.wish(), only.ready(), inputs);
        } else if (!members.isEmpty()
                && publication.propose(new GroupText(group, members, apart).composition(branch))) {
            for (Member member : members) {
                singles.settled(member.wish(), branch);
                there.remove(member.name());
            }
            ended.leave(List.copyOf(there.values()));
        }
    }

    /** Why it has its own pull request, or none; empty where it is part of the group's. */
    private static Optional<String> own(Prepared prepared, Set<String> taken) {
        if (prepared instanceof Prepared.Unfit unfit) {
            return Optional.of(unfit.reason());
        }
        Prepared.Ready ready = (Prepared.Ready) prepared;
        if (ready.draft() || ready.blocked()) {
            return Optional.of("a person must look at it first");
        }
        return ready.changes().stream().anyMatch(change -> taken.contains(change.path()))
                ? Optional.of("it changes a file that another package here changes too")
                : Optional.empty();
    }
}
