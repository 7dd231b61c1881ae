package dev.nearstream.report.render;

import dev.nearstream.report.Changes;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.OwnerDigest;
import dev.nearstream.report.RecipeLinks;
import dev.nearstream.report.Totals;
import dev.nearstream.report.WaitingPull;
import dev.nearstream.score.ScoreClass;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An owner's digest: what there is to say of a night, of the owner's packages alone, short enough for a mail. */
public final class DigestPage {
    private static final int PULLS = 20;
    private static final int NAMES = 4;
    private static final String OUT = "../";

    private DigestPage() {}

    /** The page as markdown, for a directory below the out directory; the same digest gives the same text. */
    public static String of(OwnerDigest digest) {
        NightReport report = digest.report();
        PageLinks links = new PageLinks(RecipeLinks.of(report.night().run()), OUT + "packages/");
        Page page = new Page();
        page.heading(1, "Digest of " + Code.of(digest.owner(), 100));
        page.paragraph(headline(digest));
        page.paragraph(standing(report.totals(), digest.before()));
        ChangesSection.write(page, links, report.changes(), report.night().pulls(), report.zone());
        DeedSection.write(page, links, report.deeds());
        BreakSection.write(page, links, report.breaking(), report.fuzzy());
        pulls(page, links, digest);
        NotAssessedSection.write(page, links, report.notAssessed(), report.deltasNotAssessed(), report.notReproduced());
        page.paragraph("More: "
                + Inline.local(
                        "the whole night", OUT + "runs/" + report.night().run().id() + ".md")
                + ", " + Inline.local("all packages", links.packageIndex()) + ", "
                + Inline.local("all digests", DigestFiles.INDEX) + ".");
        return page.text();
    }

    /** One line without markup, of our own words and numbers: what changed, and what there is to do. */
    public static String summary(OwnerDigest digest) {
        return Stream.of(changes(digest), deeds(digest), breaking(digest), waiting(digest))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String headline(OwnerDigest digest) {
        NightReport report = digest.report();
        Totals totals = report.totals();
        return Numbers.count(totals.packages(), "package") + ", " + Numbers.count(totals.scored())
                + " assessed in the night of "
                + Numbers.day(report.night().run().started(), report.zone()) + ": " + summary(digest) + ".";
    }

    private static String changes(OwnerDigest digest) {
        Changes changes = digest.report().changes();
        if (changes == null) {
            return "the first digest";
        }
        int count = changes.count() + digest.report().night().pulls().size();
        return count == 0 ? "nothing changed" : Numbers.count(count, "change");
    }

    private static String deeds(OwnerDigest digest) {
        int deeds = digest.report().deeds().size();
        return deeds == 0 ? "" : Numbers.count(deeds) + " worth doing";
    }

    private static String breaking(OwnerDigest digest) {
        int breaking = digest.report().breaking().size();
        return breaking == 0
                ? ""
                : Numbers.count(breaking, "delta") + (breaking == 1 ? " breaks" : " break") + " at the next bump";
    }

    private static String waiting(OwnerDigest digest) {
        int pulls = digest.pulls().size();
        return pulls == 0 ? "" : Numbers.count(pulls, "pull request") + (pulls == 1 ? " waits" : " wait");
    }

    private static String standing(Totals now, @Nullable Totals before) {
        String points = Stream.of(ScoreClass.values())
                .map(of -> of.name().toLowerCase(Locale.ROOT) + " " + points(now, of)
                        + (before == null || points(now, of).equals(points(before, of))
                                ? ""
                                : " (" + points(before, of) + " before)"))
                .collect(Collectors.joining(", "));
        boolean same = before == null || share(now).equals(share(before));
        return "Aligned: " + share(now) + (same || before == null ? "" : ", " + share(before) + " before")
                + ". Points: " + points + ".";
    }

    private static String share(Totals totals) {
        return Numbers.count(totals.aligned()) + " of " + Numbers.count(totals.scored());
    }

    private static String points(Totals totals, ScoreClass of) {
        return Numbers.points(totals.points().getOrDefault(of, 0.0));
    }

    private static void pulls(Page page, PageLinks links, OwnerDigest digest) {
        page.heading(2, "Pull requests that wait");
        if (digest.pulls().isEmpty()) {
            page.paragraph("None.");
            return;
        }
        page.bullets(digest.pulls().stream()
                .limit(PULLS)
                .map(pull -> line(links, pull, digest))
                .toList());
        if (digest.pulls().size() > PULLS) {
            page.paragraph("And "
                    + Inline.local(Numbers.count(digest.pulls().size() - PULLS) + " more", OUT + "pulls.md") + ".");
        }
    }

    private static String line(PageLinks links, WaitingPull pull, OwnerDigest digest) {
        return PullsPage.link("Pull request " + OutsideText.rest(pull.number()), pull.url(), OUT) + ": "
                + Listing.line(
                        pull.bumps(),
                        NAMES,
                        ", ",
                        bump -> links.packagePage(bump.packageName()) + " to " + Code.of(bump.to()))
                + ", since " + Numbers.day(pull.opened(), digest.report().zone())
                + (pull.draft() ? "; a draft: a person must look" : "");
    }
}
