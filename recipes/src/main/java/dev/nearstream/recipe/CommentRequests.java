package dev.nearstream.recipe;

import dev.nearstream.recipe.CommentRequest.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the comments in a recipe that ask something of a person at an update. The phrases are those that people write in
 * recipes for that; a comment with several asks once, for what is most. docs/pull-request.md says how often they are
 * right.
 */
public final class CommentRequests {
    private static final int LONGEST = 300;

    private static final String UPDATE = "(?:updat(?:e|es|ed|ing)|upgrad(?:e|es|ed|ing)|bump(?:s|ed|ing)?)";

    /** What is updated is a dependency of the build, at every build. */
    private static final String OTHERS = "(?! (?:the )?(?:vendored\\b|dependenc|deps\\b|pip\\b|gems?\\b))";

    /** A new version; the page or the notes of one are none. */
    private static final String EVENT =
            "(?:new )?(?:package |version )?(?:updates?|upgrades?|bumps?|releases?)\\b(?! (?:page|notes))";

    private static final List<Pattern> LOOK = List.of(
            pattern("(?-i:\\bSTOP\\b)(?=!|:|$| [^.]{0,60}" + UPDATE + ")"),
            pattern("\\bbefore (?:you )?(?:" + UPDATE + "|merg(?:e|ing))\\b" + OTHERS),
            pattern("\\b(?:when|whenever|if|while) (?:you |we )?(?:are )?(?:reviewing )?(?:version )?" + UPDATE + "\\b"
                    + OTHERS),
            pattern("\\b(?:when|whenever) [^.]{0,50}\\b(?:is|are|gets?) (?:updated|upgraded|bumped)\\b"),
            pattern("\\b(?:on|for|with|at|upon|between) (?:each|every|any) " + EVENT),
            pattern("(?:^|[.:!] )(?:on|for|upon) (?:version )?(?:updates?|upgrades?|bumps?),? (?:please )?check\\b"),
            pattern("\\b(?:do not|don't|never) (?:auto-?)?(?:update|upgrade|bump)\\b" + OTHERS),
            pattern("\\bif the (?:next|new) (?:version|release)\\b"),
            pattern("\\b" + UPDATE + OTHERS + " (?:\\S+ ){0,5}manual(?:ly)?\\b"),
            pattern("(?<!would require a )\\bmanual(?:ly)? (?:\\S+ ){0,3}" + UPDATE + "\\b"),
            pattern("\\b(?:updates?|upgrades?|bumps?)\\b [^.]{0,60}\\bmanual intervention\\b"),
            pattern("\\b(?:must|needs? to|has to|have to|should) (?:also )?be (?:manually )?(?:updated|bumped)\\b"),
            pattern("\\bneeds? (?:updated|bumped)\\b"));

    private static final List<Pattern> REMINDER = List.of(
            pattern("\\b(?:keep|kept|stay|stays|be|remain)\\b [^.]{0,60}\\bin (?:sync|lockstep)\\b"),
            pattern("\\b(?:in )?lockstep\\b"),
            pattern("\\bmust (?:always |exactly )?match\\b"),
            pattern("\\b(?:remove|drop|delete|revert) (?:\\S+ ){0,4}(?:when|once|after|as soon as)\\b"),
            pattern("\\b(?:can|could|should|may) be (?:removed|dropped|deleted|reverted)\\b"),
            pattern("\\b(?:can|able to) (?:remove|drop|delete|revert) (?:this|it|these|them)\\b"),
            pattern("\\b(?:when|once|after|if) [^.]{0,60}\\b(?:remove|drop|delete|revert) (?:this|it|these)\\b"),
            pattern(
                    "\\buntil (?:upstream|the next (?:upstream )?release|a (?:new )?release|(?:it is|it's) released)\\b"));

    private CommentRequests() {}

    /** Those of one recipe's text, in its order. */
    public static List<CommentRequest> of(String file, String text) {
        List<CommentRequest> requests = new ArrayList<>();
        for (RecipeComment comment : RecipeComment.of(text)) {
            String words = comment.text();
            for (var kind : List.of(Map.entry(Kind.LOOK, LOOK), Map.entry(Kind.REMINDER, REMINDER))) {
                Optional<Integer> asks = first(kind.getValue(), words);
                if (asks.isPresent()) {
                    int line = comment.lineAt(asks.get());
                    requests.add(
                            new CommentRequest(new Position(file, line, 1), kind.getKey(), from(words, asks.get())));
                    break;
                }
            }
        }
        return requests;
    }

    private static Optional<Integer> first(List<Pattern> phrases, String words) {
        return phrases.stream()
                .map(phrase -> phrase.matcher(words))
                .filter(Matcher::find)
                .map(Matcher::start)
                .min(Integer::compare);
    }

    /** From the sentence on in which that character stands. */
    private static String from(String words, int at) {
        int start = 0;
        for (String end : List.of(". ", "! ", "? ")) {
            int stop = words.lastIndexOf(end, at);
            start = stop < 0 || stop + end.length() > at ? start : Math.max(start, stop + end.length());
        }
        String said = words.substring(start).strip();
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }

    private static Pattern pattern(String phrase) {
        return Pattern.compile(phrase, Pattern.CASE_INSENSITIVE);
    }
}
