package dev.nearstream.pull.forge;

import dev.nearstream.pull.PullRequest.State;
import java.util.List;

/** A pull request or an issue as a page of markdown. */
final class PlainPage {
    private static final String SPECIAL = "\\`*_{}[]<>#|~&!$";

    private PlainPage() {}

    /** @param patch the name of the patch's file, beside the page */
    static String ofPull(PlainState pull, String patch) {
        StringBuilder page = begin(pull);
        if (pull.state() == State.OPEN) {
            page.append("- write `closed` for `open` in the line above to close it for this version\n");
        }
        page.append("- merges `%s` into `%s`, at %s\n".formatted(pull.name(), pull.base(), pull.head()));
        page.append("- `git am ").append(patch).append("` applies it\n");
        if (pull.draft()) {
            page.append("- **draft**: somebody must look at it before it is merged\n");
        }
        names(page, "labels", pull.labels());
        names(page, "reviewers", pull.reviewers());
        return end(page, pull);
    }

    static String ofIssue(PlainState issue) {
        StringBuilder page = begin(issue);
        names(page, "labels", issue.labels());
        return end(page, issue);
    }

    private static StringBuilder begin(PlainState of) {
        return new StringBuilder("# ")
                .append(escaped(of.title()))
                .append("\n\n- ")
                .append(state(of.state()))
                .append('\n');
    }

    private static String end(StringBuilder page, PlainState of) {
        if (!of.closedBecause().isBlank()) {
            page.append("\n**Closed:** ").append(of.closedBecause().strip()).append('\n');
        }
        return page.append("\n---\n\n").append(of.body().strip()).append('\n').toString();
    }

    private static String state(State state) {
        return switch (state) {
            case OPEN -> "open";
            case CLOSED -> "closed, not merged";
            case MERGED -> "merged";
        };
    }

    private static void names(StringBuilder page, String what, List<String> names) {
        if (!names.isEmpty()) {
            page.append("- ").append(what).append(": ");
            page.append(String.join(", ", names.stream().map(PlainPage::escaped).toList()));
            page.append('\n');
        }
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        ForgeText.title(text).chars().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append((char) c);
        });
        return safe.toString();
    }
}
