package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.Version;
import dev.nearstream.release.Release;
import dev.nearstream.release.ReleaseStanding;
import dev.nearstream.report.Nights;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.PatchCheck;
import dev.nearstream.report.RunResult;
import dev.nearstream.store.Outcome;
import dev.nearstream.upstream.Tag;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    static final ReleaseStanding STANDING = new ReleaseStanding(
            Version.parse("1.10.4").orElseThrow(),
            new Release(
                    new Tag("v1.10.6", "1234567", "52ed0cd"),
                    Version.parse("1.10.6").orElseThrow(),
                    Instant.parse("2026-03-29T22:30:00Z")),
            null,
            2,
            null,
            null,
            "tags",
            3,
            List.of(new ReleaseStanding.Rejected("nightly", "no version")),
            null,
            List.of(),
            List.of());
    static final PatchCheck CHECK = new PatchCheck(
            "../libpcap",
            "v1.10.6",
            "52ed0cd",
            List.of(
                    new PatchCheck.Checked("a.patch", Nights.applies(2)),
                    new PatchCheck.Checked("b.patch", Nights.conflicts()),
                    new PatchCheck.Checked("c.patch", new Verdict.Unreadable("no hunk in it"))));

    @Test
    void patchCheck() throws Exception {
        JsonNode json = read(PatchCheckJson.of(CHECK));
        assertThat(keys(json)).containsExactly("repo", "rev", "commit", "patches");
        assertThat(json.get("patches").get(0).toString()).isEqualTo("""
                {"patch":"a.patch","verdict":"applies","how":"fuzz","hunks":2,"failedHunks":0,"upstreamHunks":0,\
                "files":[{"path":"src/a.c","hunks":[{"line":10,"result":"applied","offset":0,"fuzz":0},\
                {"line":40,"result":"applied","offset":0,"fuzz":2}]}],"evidence":[],"problem":null}""");
        assertThat(json.get("patches").get(1).get("how").isNull()).isTrue();
        assertThat(json.get("patches").get(2).toString()).isEqualTo("""
                {"patch":"c.patch","verdict":"unreadable","how":null,"hunks":0,"failedHunks":0,"upstreamHunks":0,\
                "files":[],"evidence":[],"problem":"no hunk in it"}""");
    }

    @Test
    void latest() throws Exception {
        assertThat(read(LatestJson.of("libpcap", "1.10.4", STANDING)).toString())
                .isEqualTo("""
                {"package":"libpcap","current":"1.10.4","latest":"1.10.6","tag":"v1.10.6","commit":"52ed0cd",\
                "releasedAt":"2026-03-29T22:30:00Z","behind":{"releases":2,"days":null},"source":"tags",\
                "considered":3,"rejected":[{"tag":"nightly","why":"no version"}]}""");
    }

    @Test
    void latestOfNothing() throws Exception {
        ReleaseStanding none =
                ReleaseStanding.unknown(Version.parse("1").orElseThrow(), "tags", "no tag is admitted", List.of());
        assertThat(read(LatestJson.of("x", "1", none)).toString()).isEqualTo("""
                {"package":"x","current":"1","latest":null,"tag":null,"commit":null,"releasedAt":null,\
                "behind":{"releases":null,"days":null},"source":"tags","considered":0,"rejected":[]}""");
    }

    @Test
    void explain() throws Exception {
        JsonNode json = read(ExplainJson.of(report(Nights.libpcap()), LocalDate.of(2026, 2, 11)));
        assertThat(keys(json)).containsExactly("package", "version", "run", "score", "lag", "deltas");
        assertThat(json.get("score").get("total").doubleValue()).isEqualTo(20.75);
        assertThat(json.get("score").get("components").get(0).toString())
                .isEqualTo("{\"points\":12.5,\"reason\":\"upstream has it since 2 days\"}");
        assertThat(json.get("lag").get("behind").toString()).isEqualTo("{\"releases\":2,\"days\":232}");
        JsonNode delta = json.get("deltas").get(0);
        assertThat(keys(delta))
                .containsExactly(
                        "kind",
                        "id",
                        "verdictNow",
                        "verdictAtLatest",
                        "verdictAtBranch",
                        "branch",
                        "evidence",
                        "ageDays",
                        "purpose",
                        "reason");
        assertThat(delta.get("reason").isNull()).isTrue();
        assertThat(delta.get("ageDays").intValue()).isEqualTo(10);
        assertThat(delta.get("verdictAtLatest").get("patch").textValue()).isEqualTo("fix-headers.patch");
        assertThat(delta.get("evidence").get(0).toString()).isEqualTo("""
                {"kind":"commit-contained","commit":"52ed0cd","subject":"Fix headers (#12) by @someone",\
                "date":"2026-01-02","firstRelease":"v1.10.5","detail":"the patch names it"}""");
        assertThat(json.get("deltas").get(4).get("verdictAtLatest").isNull()).isTrue();
    }

    @Test
    void explainOfAPackageThatFailed() throws Exception {
        Outcome failed = new Outcome.Failed("curl", "curl.yaml", "upstream", "unknown host");
        assertThat(read(ExplainJson.of(report(failed), LocalDate.EPOCH)).toString())
                .isEqualTo("""
                {"package":"curl","version":null,"run":"2026-08-22T02-00-00Z-ab12","score":null,"lag":null,"deltas":[]}""");
    }

    @Test
    void run() throws Exception {
        RunResult result = new RunResult(Nights.tonight(), true, Path.of("out", "index.md"));
        assertThat(read(RunJson.of(result)).toString()).isEqualTo("""
                {"run":"2026-08-22T02-00-00Z-ab12","resumed":true,"tracked":3,\
                "skipped":[{"package":"base","reason":"has no upstream"}],\
                "failed":[{"package":"curl","stage":"upstream","message":"curl.se: unknown host"},\
                {"package":"wget","stage":"upstream","message":"curl.se: unknown host"}],"report":"out/index.md"}""");
    }

    static PackageReport report(Outcome outcome) {
        return PackageReport.of(Nights.run(1), outcome, null, Nights.ZONE);
    }

    private static JsonNode read(String text) throws Exception {
        assertThat(text).endsWith("}\n");
        return new JsonMapper().readTree(text);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
