package dev.nearstream.pull;

import java.util.List;
import java.util.Optional;

/**
 * What goes together in one pull request.
 *
 * @param families whether a patch that several packages carry is dropped from all at once
 * @param owners whose packages go together, as CODEOWNERS writes them; {@code *} for everybody's
 * @param most packages of an owner in one pull request
 */
public record GroupSettings(boolean families, List<String> owners, int most) {
    public static final GroupSettings NONE = new GroupSettings(false, List.of(), 10);

    public GroupSettings {
        owners = List.copyOf(owners);
        if (most < 1) {
            throw new IllegalArgumentException("a pull request has at least one package, not " + most);
        }
    }

    /** The first of a package's owners whose packages go together. */
    Optional<String> owner(List<String> of) {
        return of.stream()
                .filter(one -> owners.contains("*") || owners.stream().anyMatch(one::equalsIgnoreCase))
                .findFirst();
    }
}
