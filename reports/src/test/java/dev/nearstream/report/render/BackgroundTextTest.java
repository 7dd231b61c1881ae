package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nearstream.delta.Purpose;
import dev.nearstream.report.Families;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Nights;
import dev.nearstream.report.PackageReport;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Background;
import dev.nearstream.store.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people say of a delta, on the pages and in {@code explain}. */
class BackgroundTextTest {
    private static final AssessedDelta TAKEN = Nights.delta("patch:a.patch", 12, Nights.applies(0), Nights.upstream());

    private static AssessedDelta delta(@Nullable String reason, @Nullable String from, @Nullable String decision) {
        return Nights.said(TAKEN, Purpose.UNKNOWN, new Background(reason, from, decision, "family"));
    }

    private static Outcome.Tracked of(String name, AssessedDelta... deltas) {
        return Nights.tracked(name, "1.0", Nights.lag("1.1", 1, null), List.of(deltas), List.of());
    }

    private static PackageReport report(AssessedDelta delta, String... copies) {
        Outcome outcome = of("pkg-1", delta);
        List<Outcome> all = new ArrayList<>(List.of(outcome));
        for (String copy : copies) {
            all.add(of(copy, delta));
        }
        return PackageReport.of(Nights.run(1), outcome, null, Nights.ZONE, Families.of(all));
    }

    @Test
    void aDecisionIsShownAndNothingIsAvoidable() {
        PackageReport report = report(delta(null, null, "not the same change (Ann)"));
        assertThat(PackagePage.of(report))
                .contains("- **Kept**, decided: not the same change (Ann)\n")
                .doesNotContain("Avoidable");
        assertThat(ExplainTextRenderer.of(report)).contains("\n  kept, decided: not the same change (Ann)\n");
        assertThat(PackagePage.of(report(delta(null, null, null))))
                .contains("**Avoidable**")
                .doesNotContain("Kept");
    }

    @Test
    void whatIsKeptIsNotProposedToBeDropped() {
        Night night = new Night(
                Nights.run(1), List.of(of("kept", delta(null, null, "not the same | change")), of("free", TAKEN)));
        NightReport report = NightReport.of(night, null, Nights.ZONE);
        assertThat(report.dropAtBump())
                .extracting(one -> one.of().packageName())
                .containsExactly("free");
        assertThat(report.kept()).extracting(one -> one.of().packageName()).containsExactly("kept");
        assertThat(NightPage.of(report, "packages/"))
                .contains("<summary>1 delta kept by somebody's decision</summary>")
                .contains("not the same \\| change");
    }

    @Test
    void jsonSaysTheDecisionBeforeTheReason() throws Exception {
        assertThat(reason(delta("why", "patch", "not the same"))).isEqualTo("decided: not the same");
        assertThat(reason(delta("why", "patch", null))).isEqualTo("why");
        assertThat(reason(delta(null, "commit 0123abc", null))).isNull();
    }

    private static @Nullable String reason(AssessedDelta delta) throws Exception {
        return new JsonMapper()
                .readTree(ExplainJson.of(report(delta), LocalDate.EPOCH))
                .get("deltas")
                .get(0)
                .get("reason")
                .textValue();
    }

    @Test
    void aReasonSaysWhereItStands() {
        assertThat(page("Mend <it>", "patch")).contains("- Reason: “Mend &lt;it&gt;” (the patch)\n");
        assertThat(page("Mend it", "recipe")).contains("“Mend it” (the recipe)");
        assertThat(page("pkg: mend it", "commit 0123456789abcdef0123456789abcdef01234567"))
                .contains("“pkg: mend it” (the commit that added it, `0123456789`)");
    }

    @Test
    void aPatchWithoutAReasonSaysSo() {
        assertThat(page(null, "commit 0123456789abcdef"))
                .contains("- Reason: no reason is stated in the patch, the recipe or the commit that added it, "
                        + "`0123456789`\n");
        assertThat(page(null, null)).contains("- Reason: no reason is stated in the patch or the recipe\n");
    }

    /** Its name says it. */
    @Test
    void nothingIsMissingWhereThePurposeIsKnown() {
        assertThat(PackagePage.of(report(TAKEN))).doesNotContain("Reason:");
    }

    private static String page(@Nullable String reason, @Nullable String from) {
        return PackagePage.of(report(delta(reason, from, null)));
    }

    @Test
    void copiesNameTheirPackages() {
        PackageReport report = report(delta(null, null, null), "pkg-3", "pkg-2");
        assertThat(PackagePage.of(report)).contains("- Copies: one of 3 copies: pkg-1, pkg-2, pkg-3\n");
        assertThat(ExplainTextRenderer.of(report)).contains("\n  one of 3 copies: pkg-1, pkg-2, pkg-3\n");
        assertThat(PackagePage.of(report(delta(null, null, null)))).doesNotContain("Copies");
    }

    @Test
    void equalPatchesOfAnOlderStoreAreCopiesToo() {
        Families families = Families.of(List.of(of("b", TAKEN), of("a", TAKEN)));
        assertThat(families.copies(TAKEN)).containsExactly("a", "b");
    }
}
