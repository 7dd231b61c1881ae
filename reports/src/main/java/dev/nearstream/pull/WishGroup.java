package dev.nearstream.pull;

import java.util.List;

/**
 * Wishes that are to become one pull request, as far as their plans allow.
 *
 * @param branch without the prefix: the same from night to night, whoever comes and goes
 * @param about the family's hash, or the owner; the package where it is alone
 * @param wishes at least one
 */
public record WishGroup(String branch, Kind kind, String about, List<Wish> wishes) {

    /** Why they go together. */
    public enum Kind {
        /** it does not */
        ALONE,
        /** they drop the same patch */
        FAMILY,
        /** they are one owner's */
        OWNER
    }

    public WishGroup {
        wishes = List.copyOf(wishes);
    }

    static WishGroup alone(Wish wish) {
        return new WishGroup(wish.branch(), Kind.ALONE, wish.bump().packageName(), List.of(wish));
    }

    /** Of what a wish of it is made, besides the wish itself: a family's text tells of all who carry the patch. */
    String inputs() {
        if (kind != Kind.FAMILY) {
            return "";
        }
        List<String> names =
                wishes.stream().map(wish -> wish.bump().packageName()).sorted().toList();
        return " among " + String.join(",", names);
    }
}
