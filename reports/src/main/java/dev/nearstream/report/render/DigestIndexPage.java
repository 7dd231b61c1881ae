package dev.nearstream.report.render;

import dev.nearstream.report.Changes;
import dev.nearstream.report.OwnerDigest;
import dev.nearstream.report.OwnerDigests;
import dev.nearstream.report.Totals;
import java.util.Map;

/** All owners, one row each. */
public final class DigestIndexPage {
    /** The page where nobody is known to own anything. */
    public static final String NONE =
            "# Digests\n\nNobody is known to own a package: the recipes have no CODEOWNERS, and"
                    + " the configuration no `owners`.\n";

    private DigestIndexPage() {}

    /** @param files the digests' files, by owner */
    static String of(OwnerDigests digests, Map<String, String> files) {
        Table table = Table.of(
                "Owner",
                "#Packages",
                "#Assessed",
                "#Aligned",
                "#Changes",
                "#Worth doing",
                "#Will break",
                "#Pull requests");
        digests.digests().forEach(digest -> row(table, digest, files));
        Page page = new Page().heading(1, "Digests");
        page.paragraph("The night of " + Numbers.day(digests.run().started(), digests.zone()) + " by owner: "
                + Numbers.count(digests.digests().size(), "owner") + ", and "
                + Numbers.count(digests.unowned(), "package") + " that nobody owns.");
        return page.table(table).text();
    }

    private static void row(Table table, OwnerDigest digest, Map<String, String> files) {
        Totals totals = digest.report().totals();
        Changes changes = digest.report().changes();
        String label = Code.of(digest.owner(), 100);
        String file = files.get(digest.owner());
        table.row(
                file == null ? label : Inline.local(label, file),
                Numbers.count(totals.packages()),
                Numbers.count(totals.scored()),
                Numbers.share(totals.aligned(), totals.scored()),
                changes == null
                        ? Inline.UNKNOWN
                        : Numbers.count(changes.count()
                                + digest.report().night().pulls().size()),
                Numbers.count(digest.report().deeds().size()),
                Numbers.count(digest.report().breaking().size()),
                Numbers.count(digest.pulls().size()));
    }
}
