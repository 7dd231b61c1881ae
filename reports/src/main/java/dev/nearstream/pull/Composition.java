package dev.nearstream.pull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A pull request as it is to be: of one package, or of several.
 *
 * @param branch with the prefix
 * @param members by package
 * @param draft whether a person must look before it may be merged
 */
record Composition(String branch, List<Member> members, String title, String body, boolean draft) {

    Composition {
        members = List.copyOf(members);
    }

    /** Of one package. */
    static Composition alone(String branch, Member member) {
        Prepared.Ready ready = member.ready();
        return new Composition(branch, List.of(member), ready.message().title(), ready.body(), ready.draft());
    }

    List<Prepared.Ready> parts() {
        return members.stream().map(Member::ready).toList();
    }

    List<String> reviewers() {
        Set<String> all = new LinkedHashSet<>();
        members.forEach(member -> all.addAll(member.ready().reviewers()));
        return List.copyOf(all);
    }

    /** Those that a package shares it with, in words; empty where it is alone. */
    String with(Member one) {
        List<String> others = members.stream()
                .map(Member::name)
                .filter(name -> !name.equals(one.name()))
                .toList();
        return others.isEmpty() ? "" : "with " + String.join(", ", others);
    }
}
