package dev.nearstream.decision;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeProblem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads decisions out of a recipe's comments: {@code # nearstream: keep fix.patch (Ann, 2026-03-04): not the same change}.
 * The comment may stand anywhere in the file, in a script too; the lines below it that are comments indented by two
 * blanks and more behind the {@code #} go on with the reason.
 *
 * @param decisions in the order of the file
 * @param problems comments that are meant to be decisions and are none
 */
public record DecisionComments(Decisions decisions, List<RecipeProblem> problems) {
    private static final byte[] MARK = "nearstream:".getBytes(StandardCharsets.UTF_8);
    private static final DecisionComments NONE = new DecisionComments(Decisions.NONE, List.of());
    private static final String RIGHT = "write '# nearstream: keep PATCH: why'";
    private static final int LONGEST = 500;
    private static final int MOST_LINES = 10;

    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#\\s*nearstream:\\s*(.*)$");
    private static final Pattern KEEP = Pattern.compile(
            "keep\\s+(?:\"(?<quoted>[^\"]+)\"|(?<plain>\\S+?))(?:\\s*\\((?<who>[^()]{0,200})\\))?\\s*[:,](?:\\s+(?<why>.*))?");
    private static final Pattern CONTINUED = Pattern.compile("\\s*#(?:\\s{2,}|\\t)(\\S.*)");

    public DecisionComments {
        problems = List.copyOf(problems);
    }

    /**
     * Reads a recipe's bytes.
     *
     * @param file the recipe's path, for the places
     */
    public static DecisionComments read(String file, byte[] bytes) {
        if (!contains(bytes)) {
            return NONE;
        }
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        List<Decision> decisions = new ArrayList<>();
        List<RecipeProblem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = COMMENT.matcher(lines.get(i));
            if (comment.find()) {
                Position at = new Position(file, i + 1, lines.get(i).indexOf('#', comment.start()) + 1);
                read(comment.group(1).strip(), continued(lines, i + 1), at, decisions, problems);
            }
        }
        return new DecisionComments(new Decisions(decisions), problems);
    }

    private static void read(
            String text, String more, Position at, List<Decision> decisions, List<RecipeProblem> problems) {
        Matcher keep = KEEP.matcher(text);
        if (!keep.matches()) {
            problems.add(new RecipeProblem(at, "this is no decision; " + RIGHT));
            return;
        }
        String delta = keep.group("quoted") != null ? keep.group("quoted") : keep.group("plain");
        String why = keep.group("why");
        String reason = ((why == null ? "" : why.strip()) + more).strip();
        if (reason.isEmpty()) {
            problems.add(new RecipeProblem(at, "the decision to keep " + delta + " has no reason; " + RIGHT));
            return;
        }
        Signature signature = Signature.of(keep.group("who"));
        decisions.add(new Decision(
                delta,
                reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…",
                signature.by,
                signature.on,
                at));
    }

    private static String continued(List<String> lines, int from) {
        StringBuilder more = new StringBuilder();
        for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
            Matcher line = CONTINUED.matcher(lines.get(i));
            if (!line.matches() || COMMENT.matcher(lines.get(i)).find()) {
                break;
            }
            more.append(' ').append(line.group(1).strip());
        }
        return more.toString();
    }

    /** Most recipes have none, and need not be decoded. */
    private static boolean contains(byte[] bytes) {
        for (int i = 0; i + MARK.length <= bytes.length; i++) {
            int same = 0;
            while (same < MARK.length && bytes[i + same] == MARK[same]) {
                same++;
            }
            if (same == MARK.length) {
                return true;
            }
        }
        return false;
    }

    /** Who and when, in either order, with a comma between them; either may be missing. */
    private record Signature(@Nullable String by, @Nullable LocalDate on) {
        static Signature of(@Nullable String written) {
            List<String> names = new ArrayList<>();
            LocalDate on = null;
            for (String part : written == null ? new String[0] : written.split(",", -1)) {
                try {
                    on = LocalDate.parse(part.strip());
                } catch (DateTimeException e) {
                    names.add(part.strip()); // whatever is no date is a name
                }
            }
            String by = String.join(", ", names).strip();
            return new Signature(by.isEmpty() ? null : by, on);
        }
    }
}
