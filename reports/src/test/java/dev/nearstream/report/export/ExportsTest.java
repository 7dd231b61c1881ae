package dev.nearstream.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.nearstream.report.Fullest;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Nights;
import dev.nearstream.report.Schemas;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ExportsTest {
    private static final String HOSTILE =
            "</title><script>alert(1)</script> \"a,b\"\n=cmd|'/c calc'!A0 \u202Eevil\u0000";

    private static Map<String, String> exports(Night night) {
        return Exports.of(NightReport.of(night, Nights.before(), Nights.ZONE));
    }

    private static List<String[]> rows(String csv) throws IOException {
        CsvMapper mapper =
                CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        try (MappingIterator<String[]> rows =
                mapper.readerFor(String[].class).with(CsvSchema.emptySchema()).readValues(csv)) {
            return rows.readAll();
        }
    }

    @Test
    void aRowAPackage() {
        assertThat(exports(Nights.tonight()).getOrDefault("packages.csv", "")).isEqualTo("""
                        package,state,version,epoch,newest,releases_behind,days_behind,held,deltas,avoidable,blocked,necessary,lag,total,why
                        base,skipped,,,,,,,,,,,,,"has no upstream"
                        curl,failed,,,,,,,,,,,,,"upstream: curl.se: unknown host"
                        held,assessed,2.0,3,3.0,1,232,pinned,0,0.00,0.00,0.00,0.00,0.00,
                        libpcap,assessed,1.10.4,3,1.10.6,2,232,,5,15.50,4.00,0.00,1.25,20.75,
                        wget,failed,,,,,,,,,,,,,"upstream: curl.se: unknown host"
                        zlib,assessed,1.3,3,1.3,0,0,,0,0.00,0.00,0.00,0.00,0.00,
                        """);
    }

    @Test
    void aRowADelta() throws Exception {
        List<String[]> rows = rows(exports(Nights.tonight()).getOrDefault("deltas.csv", ""));
        assertThat(rows).hasSize(6).allSatisfy(row -> assertThat(row).hasSize(17));
        assertThat(rows.get(2))
                .startsWith("libpcap", "patch", "patch:musl.patch", "libpcap.yaml", "14")
                .contains("applies", "conflicts");
    }

    @Test
    void theNightInOneDocumentALineAPackage() throws Exception {
        List<Outcome> outcomes = new ArrayList<>(Nights.tonight().outcomes());
        outcomes.add(Nights.unscored());
        String text = exports(new Night(Nights.run(1), outcomes)).getOrDefault("night.json", "");
        JsonNode night = new ObjectMapper().readTree(text);
        Schemas.assertValid("night", text);
        assertThat(text.lines().filter(line -> line.startsWith("{\"package\":")))
                .hasSize(7);
        assertThat(night.at("/totals").toString()).isEqualTo("""
                {"packages":7,"assessed":3,"notScored":1,"skipped":1,"failed":2,"aligned":1,"behind":2,"deltas":6,\
                "droppableNow":1,"droppableAtNewest":1,"breaking":1,"notReproduced":1,"kept":0,"unusedFiles":1,"problems":1}""");
        assertThat(night.at("/classes").toString()).isEqualTo("""
                {"avoidable":{"points":15.5,"packages":1},"blocked":{"points":4,"packages":1},\
                "necessary":{"points":0,"packages":0},"lag":{"points":1.25,"packages":1}}""");
        assertThat(night.at("/coverage").decimalValue()).isEqualByComparingTo("0.4286");
        assertThat(night.at("/alignment").decimalValue()).isEqualByComparingTo("0.3333");
        assertThat(night.at("/changes/verdicts").toString()).isEqualTo("""
                [{"package":"libpcap","id":"patch:fix-headers.patch","change":"taken","at":"newest",\
                "from":"applies","to":"upstream"},{"package":"libpcap","id":"patch:musl.patch","change":"broken",\
                "at":"newest","from":"applies","to":"conflicts"}]""");
        assertThat(night.at("/packages"))
                .extracting(one ->
                        one.get("package").asText() + " " + one.get("state").asText())
                .containsExactly(
                        "base skipped",
                        "curl failed",
                        "held assessed",
                        "libpcap assessed",
                        "odd not scored",
                        "wget failed",
                        "zlib assessed");
        JsonNode libpcap = night.at("/packages/3");
        assertThat(libpcap.at("/score").toString())
                .isEqualTo("{\"total\":20.75,\"avoidable\":15.5,\"blocked\":4,\"necessary\":0,\"lag\":1.25}");
        assertThat(libpcap.at("/deltas"))
                .extracting(
                        one -> one.at("/now/verdict").asText() + " " + one.get("droppable") + " " + one.get("breaks"))
                .containsExactly(
                        "applies \"at-newest\" false",
                        "applies null true",
                        "upstream \"now\" false",
                        "applies null false",
                        "conflicts null false");
    }

    @Test
    void theFullestNightHasNoFieldThatIsNotDocumented() throws Exception {
        List<Outcome> outcomes = new ArrayList<>(List.of(Nights.unscored()));
        for (String stream : new String[] {"pinned", "manual", "disabled"}) {
            outcomes.add(Fullest.tracked(stream));
        }
        List<PullRequestEvent> pulls = new ArrayList<>();
        for (PullRequestEvent.Kind kind : PullRequestEvent.Kind.values()) {
            pulls.add(new PullRequestEvent(
                    "full", kind, "1", "2", null, Nights.run(1).started()));
        }
        String text =
                exports(new Night(Nights.run(1), outcomes, List.of(), pulls)).getOrDefault("night.json", "");

        Schemas.assertValid("night", text);
        JsonNode delta = new ObjectMapper().readTree(text).at("/packages/0/deltas/0");
        assertThat(delta.at("/branch").toString())
                .isEqualTo("{\"name\":\"main\",\"commit\":\"0123abcd\",\"missing\":null,\"apart\":true}");
        assertThat(new ObjectMapper().readTree(text).at("/pullRequests"))
                .extracting(pull -> pull.get("event").asText())
                .containsExactly("opened", "merged", "closed", "superseded");
        assertThat(delta.at("/atBranch/verdict").asText()).isEqualTo("partly-upstream");
    }

    @Test
    void theFirstNightHasNothingToBeHeldAgainst() throws Exception {
        String text = Exports.of(NightReport.of(new Night(Nights.run(0), List.of()), null, Nights.ZONE))
                .getOrDefault("night.json", "");
        Schemas.assertValid("night", text);
        JsonNode night = new ObjectMapper().readTree(text);
        assertThat(night.get("changes").isNull()).isTrue();
        assertThat(night.get("coverage").isNull()).isTrue();
        assertThat(night.get("alignment").isNull()).isTrue();
    }

    @Test
    void aResultOnTheLineOfItsRecipe() throws Exception {
        JsonNode log = new ObjectMapper().readTree(exports(Nights.tonight()).getOrDefault("nearstream.sarif", ""));
        assertThat(log.get("version").asText()).isEqualTo("2.1.0");
        JsonNode run = log.get("runs").get(0);
        assertThat(run.get("tool").get("driver").get("rules")).hasSize(4);
        assertThat(run.get("results"))
                .extracting(result -> result.get("ruleId").asText())
                .containsExactly(
                        "droppable-delta",
                        "droppable-at-bump",
                        "breaks-at-newest",
                        "unused-file",
                        "unused-file",
                        "unused-file");
        JsonNode drop = run.get("results").get(0);
        assertThat(drop.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("libpcap.yaml");
        assertThat(drop.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(16);
        assertThat(drop.at("/message/text").asText())
                .isEqualTo("libpcap patch:old.patch: Upstream has this local change (1.10.4)");
        assertThat(drop.at("/partialFingerprints").get("nearstream/v1").asText())
                .hasSize(32);
    }

    @Test
    void anEntryAFindingNewestFirst() throws Exception {
        String feed = exports(Nights.tonight()).getOrDefault("findings.atom", "");
        Document xml = parsed(feed);
        assertThat(xml.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")
                        .getLength())
                .isEqualTo(4);
        assertThat(feed)
                .contains(
                        "<title>libpcap patch:musl.patch: does not apply at 1.10.6</title><updated>2026-08-22T02:00:00Z</updated>")
                .contains(
                        "<title>libpcap patch:old.patch: upstream has it at the packaged version</title><updated>2026-08-20T00:00:00Z</updated>");
    }

    @Test
    void theSameNightIsTheSameBytesInWhateverOrder() {
        List<Outcome> reversed = new ArrayList<>(Nights.tonight().outcomes());
        Collections.reverse(reversed);
        assertThat(exports(new Night(
                        Nights.tonight().run(), reversed, Nights.tonight().problems())))
                .isEqualTo(exports(Nights.tonight()));
    }

    @Test
    void hostileTextStaysText() throws Exception {
        Night night = new Night(
                Nights.run(1),
                List.of(
                        new Outcome.Failed("=" + HOSTILE, "x.yaml", "upstream", HOSTILE),
                        Nights.tracked(
                                "evil",
                                "1.0",
                                Nights.lag("1.0", 0, null),
                                List.of(Nights.delta("patch:" + HOSTILE, 3, Nights.upstream(), Nights.upstream())),
                                List.of())));
        Map<String, String> files = exports(night);
        assertThat(files.values()).allSatisfy(text -> assertThat(text).doesNotContain("\u202E", "\u0000"));
        assertThat(rows(files.getOrDefault("packages.csv", "")))
                .as("no cell begins as a formula does")
                .allSatisfy(row ->
                        assertThat(row).allSatisfy(cell -> assertThat(cell).doesNotStartWith("=")));
        parsed(files.getOrDefault("findings.atom", ""));
        assertThat(files.getOrDefault("findings.atom", "")).doesNotContain("<script");
        new ObjectMapper().readTree(files.getOrDefault("nearstream.sarif", ""));
        Schemas.assertValid("night", files.getOrDefault("night.json", ""));
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
