package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaPinsTest {
    private static final String ROOT = """
            <project>
              <groupId>org.example</groupId>
              <artifactId>root</artifactId>
              <version>1.0</version>
              <properties>
                <netty.version>4.1.120.Final</netty.version>
                <jackson.version>${jackson.base}.8</jackson.version>
                <jackson.base>2.18</jackson.base>
              </properties>
              <modules><module>app</module></modules>
              <dependencyManagement><dependencies>
                <dependency>
                  <groupId>io.netty</groupId>
                  <artifactId>netty-handler</artifactId>
                  <version>${netty.version}</version>
                </dependency>
                <dependency>
                  <groupId>com.fasterxml.jackson.core</groupId>
                  <artifactId>jackson-core</artifactId>
                  <version>${jackson.version}</version>
                </dependency>
                <dependency>
                  <groupId>org.outer</groupId>
                  <artifactId>outer</artifactId>
                  <version>${outer.version}</version>
                </dependency>
              </dependencies></dependencyManagement>
            </project>
            """;
    private static final String APP = """
            <project>
              <parent>
                <groupId>org.example</groupId>
                <artifactId>root</artifactId>
                <version>1.0</version>
              </parent>
              <artifactId>app</artifactId>
              <dependencies>
                <dependency><groupId>io.netty</groupId><artifactId>netty-handler</artifactId></dependency>
                <dependency>
                  <groupId>org.direct</groupId>
                  <artifactId>direct</artifactId>
                  <version>1.4.2</version>
                </dependency>
              </dependencies>
              <build><plugins><plugin><dependencies>
                <dependency><groupId>io.netty</groupId><artifactId>netty-handler</artifactId><version>3.0.0</version></dependency>
              </dependencies></plugin></plugins></build>
            </project>
            """;

    private static Pins maven() {
        return new Pins().file("pom.xml", ROOT).file("app/pom.xml", APP);
    }

    @Test
    void aManagedVersionAtOrAboveThePinReachesIt() {
        assertThat(maven().bump("io.netty@netty-handler@4.1.118.Final"))
                .isEqualTo(
                        "DROPPABLE: pom.xml:15 asks for io.netty:netty-handler 4.1.120.Final, the pin is 4.1.118.Final");
        assertThat(maven().bump("io.netty@netty-handler@4.1.121.Final@compile@jar"))
                .startsWith("NEEDED: pom.xml:15 ");
        assertThat(maven().bump("io.netty@netty-handler@4.2.1.Final")).startsWith("NEEDED");
    }

    @Test
    void parallelLinesDoNotCompare() {
        assertThat(maven().bump("com.fasterxml.jackson.core@jackson-core@2.18.8"))
                .startsWith("DROPPABLE: pom.xml:20 ");
        assertThat(maven().bump("com.fasterxml.jackson.core@jackson-core@2.15.4"))
                .startsWith("UNKNOWN: pom.xml:20 ")
                .endsWith("on another maintenance line (2.18, not 2.15)");
    }

    @Test
    void aVersionThatNoPomOfTheTreeSetsTellsNothing() {
        assertThat(maven().bump("org.outer@outer@1.0.0"))
                .isEqualTo(
                        "UNKNOWN: pom.xml:25 asks for org.outer:outer ${outer.version}, which no POM of the tree sets");
        assertThat(maven().bump("org.absent@absent@1.0.0")).startsWith("UNKNOWN: no POM of the build of pom.xml gives");
        assertThat(new Pins().bump("org.absent@absent@1.0.0")).isEqualTo("UNKNOWN: there is no pom.xml");
    }

    @Test
    void everyDefinitionOfAPropertyCounts() {
        Pins pins = maven().file(
                        "app/pom.xml",
                        APP.replace(
                                "  <dependencies>\n    <dependency><groupId>io",
                                "  <profiles><profile><properties><netty.version>4.1.100.Final</netty.version></properties></profile>"
                                        + "</profiles>\n  <dependencies>\n    <dependency><groupId>io"));
        assertThat(pins.bump("io.netty@netty-handler@4.1.118.Final")).startsWith("NEEDED: pom.xml:15 ");
        assertThat(property(pins, "netty.version", "4.1.118.Final")).startsWith("NEEDED: app/pom.xml:8 ");
        assertThat(property(maven(), "netty.version", "4.1.118.Final")).startsWith("DROPPABLE: pom.xml:6 ");
        assertThat(property(maven(), "jackson.version", "2.18.8")).startsWith("DROPPABLE: pom.xml:7 ");
        assertThat(property(maven(), "absent.version", "1.0")).startsWith("UNKNOWN: no POM of the build");
    }

    private static String property(Pins pins, String name, String value) {
        return pins.own("properties.yaml", "properties:\n  - property: " + name + "\n    value: \"" + value + "\"\n")
                .one("  - uses: bump\n    with:\n      properties: properties.yaml\n");
    }

    @Test
    void aModuleThatIsNotHeldToItMayGetAnotherVersion() {
        assertThat(maven().bump("org.direct@direct@1.4.2")).startsWith("DROPPABLE: app/pom.xml:13 ");
        String other = APP.replace("<artifactId>app</artifactId>", "<artifactId>other</artifactId>")
                .replace("org.direct", "org.indirect");
        Pins pins = maven().file("pom.xml", ROOT.replace("</module>", "</module><module>other</module>"))
                .file("other/pom.xml", other);
        assertThat(pins.bump("io.netty@netty-handler@4.1.118.Final")).startsWith("DROPPABLE");
        assertThat(pins.bump("org.direct@direct@1.4.2"))
                .startsWith("UNKNOWN")
                .contains("but other/pom.xml does not inherit it");
    }

    @Test
    void anotherManifestMayBeNamed() {
        Pins pins =
                new Pins().file("bom/parent-template.xml", ROOT.replace("<modules><module>app</module></modules>", ""));
        assertThat(pins.one("""
                  - uses: bump
                    with:
                      deps: io.netty@netty-handler@4.1.121.Final
                      manifest: bom/parent-template.xml
                """)).startsWith("NEEDED: bom/parent-template.xml:15 ");
    }

    @Test
    void aPomThatIsNoneIsSaidWithItsPlace() {
        assertThat(new Pins().file("pom.xml", "<project>\n<a>").bump("g@a@1.0")).startsWith("UNKNOWN: pom.xml:2:");
        assertThat(new Pins()
                        .file(
                                "pom.xml",
                                "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<project>&e;</project>")
                        .bump("g@a@1.0"))
                .startsWith("UNKNOWN: pom.xml:")
                .doesNotContain("root:");
        assertThat(new Pins().file("pom.xml", "<a>".repeat(200)).bump("g@a@1.0"))
                .startsWith("UNKNOWN: pom.xml:1:")
                .endsWith("more than 100 elements, one in the other");
    }

    @Test
    void parentsAndPropertiesThatGoInCirclesEnd() {
        Pins pins = new Pins().file("pom.xml", """
                        <project><artifactId>a</artifactId>
                        <parent><artifactId>a</artifactId><relativePath>pom.xml</relativePath></parent>
                        <properties><p>${q}</p><q>${p}${p}</q></properties>
                        <modules><module>.</module></modules>
                        <dependencies><dependency><groupId>g</groupId><artifactId>x</artifactId><version>${p}</version></dependency>
                        </dependencies></project>
                        """);
        assertThat(pins.bump("g@x@1.0")).startsWith("UNKNOWN: pom.xml:5 ");
    }

    @Test
    void aModuleThatIsNotThereLeavesItUntold() {
        Pins pins = new Pins().file("pom.xml", ROOT);
        assertThat(pins.bump("io.netty@netty-handler@4.1.118.Final"))
                .isEqualTo("UNKNOWN: pom.xml:1:1: its module app is not there");
        pins = new Pins().file("pom.xml", ROOT.replace(">app<", ">../../outside<"));
        assertThat(pins.bump("io.netty@netty-handler@4.1.118.Final")).startsWith("UNKNOWN: pom.xml:1:1: ");
    }

    @Test
    void severalProjectsOfAGradleBuildResolveForThemselves() {
        Pins pins = new Pins()
                .file("settings.gradle", "include 'app'\n")
                .file("build.gradle", "implementation 'org.plain:plain:1.2.3'\n");
        assertThat(pins.bump("org.plain@plain@1.2.3"))
                .startsWith("UNKNOWN: build.gradle:1 ")
                .contains("each project of the build");
        assertThat(pins.bump("org.plain@plain@1.2.4")).startsWith("NEEDED");
        Pins both = pins.file("pom.xml", ROOT);
        assertThat(both.bump("org.plain@plain@1.2.3")).startsWith("UNKNOWN: both Maven and Gradle");
    }
}
