package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain texts of a Gradle build say. */
class GradlePinsTest {
    @Test
    void gradlesCatalogueAndProperties() {
        Pins pins = new Pins()
                .file("settings.gradle.kts", "rootProject.name = \"app\"\n")
                .file("build.gradle.kts", """
                        val guava = "33.4.8-jre"
                        dependencies {
                            implementation("com.google.guava:guava:$guava")
                            implementation("org.plain:plain:1.2.3")
                            implementation("org.managed:managed")
                            implementation(libs.netty.handler)
                            runtimeOnly(libs.short)
                            implementation(group = "org.map", name = "map", version = "1.0.1")
                            implementation("org.props:props:${propsVersion}")
                            // implementation("org.plain:plain:0.0.1")
                        }
                        """)
                .file("gradle.properties", "propsVersion=2.0.1\n")
                .file("gradle/libs.versions.toml", """
                        [versions]
                        netty = "4.1.120.Final"
                        [libraries]
                        netty-handler = { module = "io.netty:netty-handler", version.ref = "netty" }
                        short = "org.short:short:1.0.0"
                        ranged = { group = "org.ranged", name = "ranged", version = { prefer = "1.0.0" } }
                        """);
        assertThat(pins.bump("io.netty@netty-handler@4.1.118.Final"))
                .startsWith("DROPPABLE: gradle/libs.versions.toml:2 ");
        assertThat(pins.bump("com.google.guava@guava@33.4.8-jre")).startsWith("DROPPABLE: build.gradle.kts:1 ");
        assertThat(pins.bump("org.plain@plain@1.2.4")).startsWith("NEEDED: build.gradle.kts:4 ");
        assertThat(pins.bump("org.managed@managed@1.2.4")).startsWith("UNKNOWN: build.gradle.kts:5 leaves the version");
        assertThat(pins.bump("org.map@map@1.0.1")).startsWith("DROPPABLE: build.gradle.kts:8 ");
        assertThat(pins.bump("org.props@props@2.0.1")).startsWith("DROPPABLE: gradle.properties:1 ");
        assertThat(pins.bump("org.short@short@1.0.0")).startsWith("DROPPABLE: gradle/libs.versions.toml:5 ");
        assertThat(pins.bump("org.ranged@ranged@1.0.0")).startsWith("UNKNOWN: gradle/libs.versions.toml:6 ");
        assertThat(pins.bump("org.absent@absent@1.0.0")).startsWith("UNKNOWN: no plain text of the Gradle build");
        assertThat(property(pins, "netty", "4.1.118.Final")).startsWith("DROPPABLE: gradle/libs.versions.toml:2 ");
    }

    @Test
    void whatIsForTestsOrInACommentDoesNotTellWhatGradleBuilds() {
        Pins pins =
                new Pins().file("settings.gradle", "rootProject.name = 'app'\n").file("build.gradle", """
                dependencies {
                    implementation 'org.uses:uses:1'
                    testImplementation 'org.plain:plain:1.2.3'
                    if (false) implementation 'org.other:other:1.2.3'
                    /*
                    implementation 'org.third:third:1.2.3'
                    */
                }
                """);
        assertThat(pins.bump("org.plain@plain@1.2.3")).startsWith("UNKNOWN");
        assertThat(pins.bump("org.other@other@1.2.3")).startsWith("UNKNOWN");
        assertThat(pins.bump("org.third@third@1.2.3")).startsWith("UNKNOWN");
    }

    private static String plain(String script) {
        return new Pins()
                .file("settings.gradle", "rootProject.name = 'app'\n")
                .file("build.gradle", script)
                .bump("g@a@1.2.3");
    }

    @Test
    void aCataloguesEntryTellsNothingWhereItIsNotBuiltWithOrRejected() {
        String library = "[libraries]\na-b = { module = \"g:a\", version = %s }\n";
        assertThat(catalogue(library.formatted("\"1.2.3\""), "implementation(libs.a.b)"))
                .startsWith("DROPPABLE");
        assertThat(catalogue(library.formatted("{ strictly = \"1.2.3\" }"), "implementation(libs.a.b)"))
                .startsWith("DROPPABLE");
        assertThat(catalogue(library.formatted("\"1.2.3\""), "testImplementation(libs.a.b)"))
                .startsWith("UNKNOWN");
        assertThat(catalogue(library.formatted("\"1.2.3\""), "implementation(libs.a)"))
                .startsWith("UNKNOWN");
        for (String rich : List.of(
                "{ strictly = \"[1.2,1.3[\", prefer = \"1.2.3\" }",
                "{ require = \"1.2.3\", reject = [\"1.2.3\"] }",
                "{ require = \"1.2.3\", rejectAll = true }",
                "{ prefer = \"1.2.3\" }")) {
            assertThat(catalogue(library.formatted(rich), "implementation(libs.a.b)"))
                    .startsWith("UNKNOWN");
        }
    }

    private static String catalogue(String catalogue, String use) {
        return new Pins()
                .file("build.gradle.kts", use + "\n")
                .file("gradle/libs.versions.toml", catalogue)
                .bump("g@a@1.2.3");
    }

    private static String property(Pins pins, String name, String value) {
        return pins.own("properties.yaml", "properties:\n  - property: " + name + "\n    value: \"" + value + "\"\n")
                .one("  - uses: bump\n    with:\n      properties: properties.yaml\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "implementation 'g:a:1.2.3'",
                "api(\"g:a:1.2.4\") // at least\n",
                "\"implementation\"(\"g:a:1.2.3\")",
                "/* a */ implementation 'g:a:1.2.3' /* b */",
                "val v: String = \"1.2.3\"\nimplementation(\"g:a:$v\")"
            })
    void aPlainTextTellsWhatGradleBuilds(String script) {
        assertThat(plain(script)).startsWith("DROPPABLE: build.gradle:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compileOnly 'g:a:1.2.3'",
                "annotationProcessor 'g:a:1.2.3'",
                "classpath 'g:a:1.2.3'",
                "integrationTestImplementation 'g:a:1.2.3'",
                "testFixturesApi 'g:a:1.2.3'",
                "implementation 'x:y:1' // was 'g:a:1.2.3'",
                "implementation 'x:y:1' /* 'g:a:1.2.3' */",
                "implementation 'g:a:1.2.3' + suffix",
                "implementation 'g:a:1.2.3'.toString()",
                "implementation 'g:a:[1.2.3,2['",
                "implementation 'g:a:1.2.+'",
                "implementation 'g:a:latest.release'",
                "implementation 'g:a:1.3.0'",
                "implementation 'g:a:1.2.3-android'",
                "implementation('g:a:1.2.3') { version { strictly '1.0' } }",
                "implementation 'g:a:1.2.3'\nconfigurations.all { resolutionStrategy { eachDependency { } } }",
                "implementation enforcedPlatform('x:bom:1')\nimplementation 'g:a:1.2.3'",
                "v = '1.2.3'\nv = System.getenv('V') ?: '1.0'\nimplementation \"g:a:$v\"",
                "v = '1.2.3'\next.v = other\nimplementation \"g:a:$v\"",
                "v = '1.2.3'\next.v = \"$w\"\nimplementation \"g:a:$v\"",
                "v = '1.2.3' + patch\nimplementation \"g:a:$v\""
            })
    void whatMayBeAnotherDoesNotTellWhatGradleBuilds(String script) {
        assertThat(plain(script)).startsWith("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter '**/*.java'\nimplementation 'g:a:1.2.2'",
                "/* a */ implementation 'g:a:1.2.2'",
                "/*\n*/ implementation 'g:a:1.2.2'",
                "def url = 'https://example.org'; implementation 'g:a:1.2.2'",
                "v = '1.2.3'\next.v = '1.2.2'\nimplementation \"g:a:$v\"",
                "v = '1.2.3'\next.set('v', '1.2.2')\nimplementation \"g:a:$v\"",
                "v = '1.2.3'\nextra[\"v\"] = \"1.2.2\"\nimplementation \"g:a:$v\"",
                "implementation 'g:a:1.2.3'\nforce 'g:a:1.2.2'"
            })
    void whatIsBelowIsFound(String script) {
        assertThat(plain(script)).startsWith("NEEDED: build.gradle:");
    }
}
