package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a POM says of a version, and does not say of what is built. */
class MavenPinsTest {
    private static final String PIN = "g@a@1.2.3";
    private static final String USES = "<dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId>"
            + "<version>1</version></dependency></dependencies>";

    private static String a(String inner) {
        return "<dependency><groupId>g</groupId><artifactId>a</artifactId>" + inner + "</dependency>";
    }

    private static String direct(String inner) {
        return "<dependencies>" + a(inner) + "</dependencies>";
    }

    private static String managed(String inner) {
        return "<dependencyManagement>" + direct(inner) + "</dependencyManagement>";
    }

    private static String profile(String inner) {
        return "<profiles><profile><id>p</id>" + inner + "</profile></profiles>";
    }

    private static String property(String value) {
        return "<properties><v>" + value + "</v></properties>";
    }

    private static String pom(String... parts) {
        return "<project><groupId>r</groupId><artifactId>r</artifactId><version>1</version>\n"
                + String.join("\n", parts) + "</project>";
    }

    private static String child(String artifact, String... parts) {
        return "<project><parent><groupId>r</groupId><artifactId>r</artifactId><version>1</version></parent>\n"
                + "<artifactId>" + artifact + "</artifactId>" + String.join("\n", parts) + "</project>";
    }

    private static Pins root(String... parts) {
        return new Pins().file("pom.xml", pom(parts));
    }

    @Test
    void whatIsBuiltIsHeldByAPlainDependencyOrAManagedOne() {
        assertThat(root(managed("<version>1.2.3</version>"), USES).bump(PIN)).startsWith("DROPPABLE: pom.xml:2 ");
        assertThat(root(direct("<version>1.2.4</version><scope>runtime</scope><type>jar</type>"))
                        .bump(PIN))
                .startsWith("DROPPABLE: pom.xml:2 ");
        assertThat(root(managed("<version>1.2.3</version><type>pom</type><scope>import</scope>"), USES)
                        .bump("g@a@1.2.3@import@pom"))
                .startsWith("DROPPABLE: pom.xml:2 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<version>1.2.3</version><scope>test</scope>",
                "<version>1.2.3</version><scope>provided</scope>",
                "<version>1.2.3</version><scope>${s}</scope>",
                "<version>1.2.3</version><type>test-jar</type>",
                "<version>1.2.3</version><type>zip</type>",
                "<version>1.2.3</version><classifier>linux-x86_64</classifier>",
                "<version>[1.2.3]</version>",
                "<version>[1.2.3,2)</version>",
                "<version>LATEST</version>",
                "<version>${project.version}</version>",
                "<version>${revision}</version>"
            })
    void anotherScopeArtifactOrRangeTellsNothing(String inner) {
        assertThat(root(direct(inner)).bump(PIN)).startsWith("UNKNOWN: pom.xml:2 ");
        assertThat(root(managed(inner)).bump(PIN)).startsWith("UNKNOWN: pom.xml:2 ");
        assertThat(root(managed(inner), USES).bump(PIN)).startsWith("UNKNOWN: pom.xml:2 ");
    }

    @Test
    void aJarOfTheTreeHasWhateverItHas() {
        String system = "<scope>system</scope><systemPath>lib/a.jar</systemPath>";
        assertThat(root(direct("<version>1.2.3</version>" + system)).bump(PIN))
                .isEqualTo("UNKNOWN: pom.xml:2 takes g:a from a jar of the tree (system scope)");
        assertThat(root(managed("<version>1.2.3</version>"), direct(system)).bump(PIN))
                .startsWith("UNKNOWN: pom.xml:3 ");
    }

    @Test
    void whatStandsInAProfileAloneIsNotWhatIsBuilt() {
        String active = "<activation><activeByDefault>true</activeByDefault></activation>";
        String managed = managed("<version>1.2.3</version>");
        assertThat(root(profile(managed)).bump(PIN))
                .startsWith("UNKNOWN: pom.xml:2 ")
                .contains("only in a profile");
        assertThat(root(USES, profile(managed)).bump(PIN)).startsWith("UNKNOWN");
        assertThat(root(USES, profile(active + managed)).bump(PIN)).startsWith("UNKNOWN");
        assertThat(root(profile(direct("<version>1.2.3</version>"))).bump(PIN)).startsWith("UNKNOWN");
        assertThat(root(managed, USES, profile(managed("<version>1.2.2</version>")))
                        .bump(PIN))
                .startsWith("NEEDED: pom.xml:4 ");
    }

    @Test
    void aPropertyMustBeSetOutsideOfProfilesWhereItIsUsed() {
        String managed = managed("<version>${v}</version>");
        String module = "<modules><module>m</module></modules>";
        assertThat(root(managed, USES, property("1.2.3")).bump(PIN)).startsWith("DROPPABLE");
        assertThat(root(managed, USES, profile(property("1.2.3"))).bump(PIN)).startsWith("UNKNOWN");
        assertThat(root(managed, USES, module)
                        .file("m/pom.xml", child("m", property("1.2.3")))
                        .bump(PIN))
                .startsWith("UNKNOWN");
        assertThat(root(managed, USES, module, property("1.2.3"))
                        .file("m/pom.xml", child("m", property("1.2.2")))
                        .bump(PIN))
                .startsWith("NEEDED");
        assertThat(root(managed, USES, module, property("1.2.3"))
                        .file("m/pom.xml", child("m"))
                        .bump(PIN))
                .startsWith("DROPPABLE");
        assertThat(root(
                                managed,
                                USES,
                                "<properties><v>${w}</v></properties>",
                                profile("<properties><w>1.2.3</w></properties>"))
                        .bump(PIN))
                .startsWith("UNKNOWN");
    }

    @Test
    void aPinnedPropertyMustBeSetOutsideOfProfilesToo() {
        assertThat(pinned(root(property("1.2.3")))).startsWith("DROPPABLE: pom.xml:2 ");
        assertThat(pinned(root(profile(property("1.2.3"))))).startsWith("UNKNOWN: pom.xml:2 ");
        assertThat(pinned(
                        root("<modules><module>m</module></modules>").file("m/pom.xml", child("m", property("1.2.3")))))
                .startsWith("UNKNOWN: m/pom.xml:2 ");
        assertThat(pinned(
                        root("<properties><v>${w}</v></properties>", profile("<properties><w>1.2.3</w></properties>"))))
                .startsWith("UNKNOWN: pom.xml:2 ");
    }

    private static String pinned(Pins pins) {
        return pins.own("properties.yaml", "properties:\n  - property: v\n    value: 1.2.3\n")
                .one("  - uses: bump\n    with:\n      properties: properties.yaml\n");
    }

    @Test
    void theOptionsBesideABuildBeatItsPoms() {
        Pins pins = root(managed("<version>${v}</version>"), USES, property("1.2.3"));
        assertThat(pins.file(".mvn/maven.config", "-T 4\n-Dv=1.2.2\n").bump(PIN))
                .startsWith("NEEDED");
        assertThat(pinned(root(property("1.2.3")).file(".mvn/maven.config", "--define v=1.2.2")))
                .startsWith("NEEDED: .mvn/maven.config:1 ");
        pins = root(managed("<version>${revision}</version>"), USES);
        assertThat(pins.file(".mvn/maven.config", "-Drevision=1.2.3\n-Pfast\n").bump(PIN))
                .startsWith("DROPPABLE");
    }

    @Test
    void aParentOfAnotherVersionOrGroupIsNotTheOneInTheTree() {
        String module = "<modules><module>m</module></modules>";
        String managed = managed("<version>1.2.3</version>");
        assertThat(root(managed, module).file("m/pom.xml", child("m", USES)).bump(PIN))
                .startsWith("DROPPABLE");
        assertThat(root(managed, module)
                        .file(
                                "m/pom.xml",
                                child("m", USES)
                                        .replace("<version>1</version></parent>", "<version>0.9</version></parent>"))
                        .bump(PIN))
                .startsWith("UNKNOWN")
                .contains("m/pom.xml does not inherit it");
        assertThat(root(managed, module)
                        .file("m/pom.xml", child("m", USES).replace("<parent><groupId>r<", "<parent><groupId>s<"))
                        .bump(PIN))
                .startsWith("UNKNOWN");
    }

    @Test
    void theParentsVersionIsAnotherOneInEveryModule() {
        String parent = "<parent><groupId>o</groupId><artifactId>o</artifactId><version>1.2.3</version></parent>";
        assertThat(root(
                                parent,
                                managed("<version>${project.parent.version}</version>"),
                                USES,
                                "<modules><module>m</module></modules>")
                        .file("m/pom.xml", child("m"))
                        .bump(PIN))
                .startsWith("UNKNOWN");
        assertThat(root(
                                managed("<version>${project.version}</version>"),
                                USES,
                                "<properties><project.version>1.2.3</project.version></properties>")
                        .bump(PIN))
                .startsWith("UNKNOWN");
    }

    @Test
    void aNameWithAPropertyMayBeThePins() {
        String other = "<dependencies><dependency><groupId>%s</groupId><artifactId>%s</artifactId>"
                + "<version>1.2.2</version></dependency></dependencies>";
        String managed = managed("<version>1.2.3</version>");
        assertThat(root(managed, other.formatted("${g}", "a")).bump(PIN))
                .isEqualTo("UNKNOWN: pom.xml:3 asks for ${g}:a, which may be g:a");
        assertThat(root(managed, other.formatted("g", "a${suffix}")).bump(PIN)).startsWith("UNKNOWN: pom.xml:3 ");
        assertThat(root(managed, other.formatted("${project.groupId}", "b")).bump(PIN))
                .startsWith("DROPPABLE");
    }

    @Test
    void everyDeclarationCountsAndExclusionsAreNone() {
        assertThat(root("<dependencies>" + a("<version>1.2.3</version>") + a("<version>1.2.2</version>")
                                + "</dependencies>")
                        .bump(PIN))
                .startsWith("NEEDED");
        assertThat(root(USES.replace(
                                "<version>1<",
                                "<exclusions><exclusion><groupId>g</groupId><artifactId>a</artifactId></exclusion></exclusions>"
                                        + "<version>1<"))
                        .bump(PIN))
                .startsWith("UNKNOWN: no POM of the build");
        assertThat(root(
                                USES,
                                "<build><plugins><plugin>" + direct("<version>1.2.3</version>")
                                        + "</plugin></plugins></build>")
                        .bump(PIN))
                .startsWith("UNKNOWN: no POM of the build");
    }
}
