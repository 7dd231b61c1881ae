package dev.nearstream.report.render;

import dev.nearstream.report.PullView;
import dev.nearstream.report.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the bot did and left, as a page and for the terminal. */
public final class PullsPage {
    /** As a plain remote's pull requests are called. */
    private static final Pattern FILE = Pattern.compile("(?!https?:).*/(pulls/(?:issues/)?[^/]+\\.md)");

    /** The page where no run has looked for any. */
    public static final String NONE = "# Pull requests\n\nNo run has looked for pull requests.\n";

    private PullsPage() {}

    /**
     * The page, in markdown.
     *
     * @param ended why the forge could not be asked any more, or null
     */
    public static String markdown(List<PullView> pulls, boolean dry, @Nullable String ended) {
        Page page = new Page().heading(1, "Pull requests");
        if (dry) {
            page.paragraph("A dry run: this is what would be done, and nothing was.");
        }
        if (ended != null) {
            page.paragraph(
                            "**The forge could not be asked to the end**; what is not named here is left for the next run.")
                    .paragraph(Message.of(ended));
        }
        Table table = Table.of("package", "version", "state", "why");
        for (PullView pull : pulls) {
            table.row(
                    Code.ifBroken(pull.packageName()),
                    Code.of(pull.to()),
                    link(pull),
                    pull.why().isEmpty() ? Inline.UNKNOWN : Message.of(pull.why()));
        }
        if (pulls.isEmpty() && ended == null) {
            page.paragraph("There is nothing to propose.");
        }
        return page.table(table).text();
    }

    /** To the forge's page, or to the file that is one, beside this page. */
    private static String link(PullView pull) {
        return link(pull.deed(), pull.url(), "");
    }

    /** @param toOut the way from the page to the out directory */
    static String link(String label, @Nullable String url, String toOut) {
        Matcher file = FILE.matcher(url == null ? "" : url);
        return file.matches()
                ? Inline.local(label, toOut + file.group(1))
                : Inline.web(label, Optional.ofNullable(url));
    }

    /** A table, and the changes where they are wanted. */
    public static String text(List<PullView> pulls, boolean diffs) {
        if (pulls.isEmpty()) {
            return "there is nothing to propose\n";
        }
        TextTable table = TextTable.of("PACKAGE", "VERSION", "STATE", "WHY");
        for (PullView pull : pulls) {
            String url = pull.url() == null || pull.url().isEmpty() ? "" : VisibleText.of(pull.url());
            String why = VisibleText.of(pull.why());
            table.row(
                    VisibleText.of(pull.packageName()),
                    VisibleText.of(pull.to()),
                    pull.deed(),
                    why + (why.isEmpty() || url.isEmpty() ? "" : "; ") + url);
        }
        StringBuilder text = new StringBuilder(table.text());
        if (diffs) {
            pulls.stream()
                    .flatMap(pull -> Optional.ofNullable(pull.diff()).stream())
                    .forEach(diff -> text.append('\n').append(diff));
        }
        return text.toString();
    }
}
