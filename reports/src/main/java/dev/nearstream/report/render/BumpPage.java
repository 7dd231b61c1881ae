package dev.nearstream.report.render;

import dev.nearstream.report.BumpReport;
import dev.nearstream.report.UpstreamLinks;
import dev.nearstream.report.VerifyResult;
import java.util.Set;

/**
 * The text of a pull request that brings a package to a new version, in the order in which a maintainer reads it. Nothing
 * in it pings people, refers to issues, or closes them.
 */
public final class BumpPage {
    /** GitHub takes 65,536 characters. */
    private static final int LONGEST = 60_000;
    /** Of a page of several packages. */
    private static final int LONGEST_PART = 12_000;

    private BumpPage() {}

    /** The page; the same report gives the same text. */
    public static String of(BumpReport report) {
        for (Extent extent : Extent.values()) {
            Page page = body(report, extent, Set.of());
            page.heading(3, "To leave it");
            page.paragraph("Close this pull request: it stays closed for "
                    + Code.of(report.plan().to()) + ". " + report.leaveAlone());
            page.marker(report.key());
            String text = page.text();
            if (text.length() <= LONGEST) {
                return text;
            }
        }
        throw new IllegalStateException("without its long parts, the page of " + report.key() + " is still too long");
    }

    /**
     * The same as a part of a page of several packages: see {@link GroupPage}.
     *
     * @param shown patches whose evidence stands there already
     */
    public static String part(BumpReport report, Set<String> shown) {
        String text = "";
        for (Extent extent : Extent.values()) {
            text = body(report, extent, shown).marker(report.key()).text();
            if (text.length() <= LONGEST_PART) {
                return text;
            }
        }
        return text;
    }

    /** How much is shown: what is long and can be looked up elsewhere goes first. */
    enum Extent {
        ALL(50),
        WITHOUT_TEXTS(50),
        SHORT(10);

        private final int rows;

        Extent(int rows) {
            this.rows = rows;
        }

        /** Of tables and lists. */
        int rows() {
            return rows;
        }
    }

    private static Page body(BumpReport report, Extent extent, Set<String> shown) {
        Page page = new Page();
        page.paragraph(opening(report));
        BumpWarnings.write(page, report, extent.rows());
        FateSection.write(page, report, extent.rows(), shown);
        if (extent == Extent.ALL) {
            FateSection.refreshed(page, report);
        } else {
            page.paragraph(
                    "The texts of refreshed patches and upstream's notes are left out: the page would be too long.");
        }
        VerifyResult verified = report.verified();
        if (verified != null) {
            VerifySection.write(page, verified, extent.rows());
        }
        UpstreamSection.write(page, report, extent);
        BumpScoreSection.write(page, report);
        LeftToDo.write(page, report, extent.rows());
        return page;
    }

    private static String opening(BumpReport report) {
        var plan = report.plan();
        if (plan.from().equals(plan.to())) {
            return "Rebuilds " + Code.of(plan.packageName()) + " at "
                    + Inline.web(Code.of(plan.to()), UpstreamLinks.tag(report.upstream(), plan.tag()))
                    + ", without what upstream has in it already.";
        }
        return "Updates " + Code.of(plan.packageName()) + " from " + Code.of(plan.from()) + " to "
                + Inline.web(Code.of(plan.to()), UpstreamLinks.tag(report.upstream(), plan.tag()))
                + ", upstream's commit "
                + Inline.commit(report.upstream(), plan.commit())
                + ". Each local change of the package was held against both versions.";
    }
}
