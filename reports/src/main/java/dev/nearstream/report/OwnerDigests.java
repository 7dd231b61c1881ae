package dev.nearstream.report;

import dev.nearstream.owner.Owners;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.Run;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A night by owner. Packages belong to whom they belong today; one of several owners is in each one's digest. Owners
 * that differ in capitals alone are one, as to the forges.
 *
 * @param digests sorted by owner
 * @param unowned how many packages nobody owns
 */
public record OwnerDigests(Run run, ZoneId zone, List<OwnerDigest> digests, int unowned) {

    public OwnerDigests {
        digests = List.copyOf(digests);
    }

    /**
     * What there is to say.
     *
     * @param before what it is compared with, or null
     * @param pulls that are open, whoever owns their packages
     */
    public static OwnerDigests of(
            Night night, @Nullable Night before, ZoneId zone, Owners owners, List<PullRequestRecord> pulls) {
        Parts tonight = Parts.of(night, owners);
        Parts then = before == null ? Parts.NONE : Parts.of(before, owners);
        List<OwnerDigest> digests = tonight.nights().entrySet().parallelStream()
                .map(part -> digest(part.getKey(), part.getValue(), then, before, zone, pulls))
                .toList();
        return new OwnerDigests(night.run(), zone, digests, tonight.unowned());
    }

    private static OwnerDigest digest(
            String owner, Night part, Parts then, @Nullable Night before, ZoneId zone, List<PullRequestRecord> pulls) {
        Night was = before == null
                ? null
                : then.nights().getOrDefault(owner, new Night(before.run(), List.of(), List.of()));
        Set<String> names = part.byPackage().keySet();
        List<PullRequestRecord> theirs = pulls.stream()
                .filter(pull -> names.contains(pull.bump().packageName()))
                .toList();
        return new OwnerDigest(
                owner, NightReport.of(part, was, zone), was == null ? null : Totals.of(was), WaitingPull.of(theirs));
    }

    /** A night in parts, by owner. */
    private record Parts(Map<String, Night> nights, int unowned) {
        static final Parts NONE = new Parts(Map.of(), 0);

        static Parts of(Night night, Owners owners) {
            Map<String, List<Outcome>> outcomes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            int unowned = 0;
            for (Outcome outcome : night.outcomes()) {
                List<String> of = owners.of(outcome.packageName(), outcome.recipe());
                unowned += of.isEmpty() ? 1 : 0;
                for (String owner : of) {
                    List<Outcome> theirs = outcomes.computeIfAbsent(owner, name -> new ArrayList<>());
                    if (theirs.isEmpty() || theirs.get(theirs.size() - 1) != outcome) {
                        theirs.add(outcome);
                    }
                }
            }
            Map<String, List<RecipeProblem>> problems = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (RecipeProblem problem : night.problems()) {
                for (String owner : owners.of(packageOf(problem.at().file()))) {
                    problems.computeIfAbsent(owner, name -> new ArrayList<>()).add(problem);
                }
            }
            Map<String, Night> nights = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            outcomes.forEach((owner, theirs) -> nights.put(
                    owner, new Night(night.run(), theirs, problems.getOrDefault(owner, List.of()), night.pulls())));
            return new Parts(nights, unowned);
        }

        /** By the recipe's file or the directory beside it. */
        private static String packageOf(String file) {
            int slash = file.indexOf('/');
            return slash < 0 ? file.replaceFirst("\\.yaml$", "") : file.substring(0, slash);
        }
    }
}
