package dev.nearstream.pull;

import dev.nearstream.delta.Delta;
import dev.nearstream.report.GroupReport;
import dev.nearstream.report.render.GroupPage;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a pull request of several packages. */
record GroupText(WishGroup group, List<Member> members, List<Apart> apart) {
    private static final int NAMED = 2;

    /**
     * A wish that is not part of it.
     *
     * @param why in a person's words
     */
    record Apart(Wish wish, Prepared prepared, String inputs, String why) {}

    Composition composition(String branch) {
        boolean family = group.kind() == WishGroup.Kind.FAMILY;
        String patch = family ? patch() : null;
        // Who of an owner's packages has its own changes nothing here; of a patch's copies a reader wants to know all.
        List<GroupReport.Apart> others = family
                ? apart.stream()
                        .map(one -> new GroupReport.Apart(
                                one.wish().bump().packageName(),
                                one.wish().bump().to(),
                                one.why()))
                        .toList()
                : List.of();
        GroupReport report = new GroupReport(
                branch,
                patch,
                family ? null : group.about(),
                members.stream().map(this::part).toList(),
                others);
        String title = names() + ": " + (patch == null ? "package updates" : "drop " + patch);
        return new Composition(branch, members, title, GroupPage.of(report), false);
    }

    private String names() {
        List<String> names = members.stream().map(Member::name).toList();
        return names.size() <= NAMED
                ? String.join(", ", names)
                : names.get(0) + " and " + (names.size() - 1) + " others";
    }

    private String patch() {
        return members.stream()
                .flatMap(member -> copies(member.wish()).stream())
                .map(Families::fileName)
                .sorted()
                .findFirst()
                .orElse(group.about());
    }

    private List<Delta.PatchFile> copies(Wish wish) {
        return Families.dropped(wish).stream()
                .filter(copy -> copy.family().equals(group.about()))
                .toList();
    }

    private GroupReport.Part part(Member member) {
        Wish wish = member.wish();
        return new GroupReport.Part(
                member.name(),
                wish.bump().from(),
                wish.bump().to(),
                member.ready().message().title(),
                wish.outcome().upstream(),
                copies(wish).stream()
                        .map(copy -> new GroupReport.Copy(
                                copy.path(), member.ready().part().evidence(copy.path())))
                        .toList(),
                member.ready()
                        .part()
                        .of(copies(wish).stream().map(Delta.PatchFile::path).collect(Collectors.toSet())));
    }
}
