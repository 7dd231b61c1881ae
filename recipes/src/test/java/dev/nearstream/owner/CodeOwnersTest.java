package dev.nearstream.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOwnersTest {

    @ParameterizedTest
    @CsvSource({
        "*, jq.yaml, true",
        "*, jq/fix.patch, true",
        "*.yaml, jq.yaml, true",
        "*.yaml, pipelines/go/bump.yaml, true",
        "/*.yaml, pipelines/go/bump.yaml, false",
        "/*.yaml, jq.yaml, true",
        "docs/*, docs/a.md, true",
        "docs/*, docs/a/b.md, false",
        "/jq/, jq/fix.patch, true",
        "/jq/, jq/deep/fix.patch, true",
        "/jq/, jq.yaml, false",
        "jq/, old/jq/fix.patch, true",
        "/jq, jq/fix.patch, true",
        "/jq, jq, true",
        "/jq, jq.yaml, false",
        "php-*.yaml, php-8.4.yaml, true",
        "php-8.?.yaml, php-8.4.yaml, true",
        "php-8.?.yaml, php-8.10.yaml, false",
        "**/patches, a/b/patches/x, true",
        "a/**/x, a/x, true",
        "a/**/x, a/b/c/x, true",
        "a/**, a/b/c, true",
        "c++.yaml, c++.yaml, true",
        "c++.yaml, ccc.yaml, false",
        "JQ.yaml, jq.yaml, false",
    })
    void patternsAreThoseOfGitignore(String pattern, String path, boolean matches) {
        assertThat(OwnerPattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void theLastPatternThatMatchesDecides() {
        CodeOwners owners = CodeOwners.parse("""
                # everything
                *            @distro/all
                /php-*.yaml  @distro/php ada@example.org   # the streams
                /php-8.1.yaml
                !ignored     @nobody
                [a-z].yaml @nobody
                /b.yaml @b
                """);
        assertThat(owners.of("b.yaml")).containsExactly("@b");
        assertThat(owners.of("jq.yaml")).containsExactly("@distro/all");
        assertThat(owners.of("php-8.4.yaml")).containsExactly("@distro/php", "ada@example.org");
        assertThat(owners.of("php-8.1.yaml")).as("nobody, as it says").isEmpty();
        assertThat(owners.of("a.yaml")).containsExactly("@distro/all");
    }

    @Test
    void eachSectionDecidesForItself() {
        CodeOwners owners = CodeOwners.parse("""
                * @all
                [Languages][2] @languages
                /php-*.yaml
                /ruby-*.yaml @ruby
                ^[Security]
                *.patch @security
                """);
        assertThat(owners.of("php-8.4.yaml")).containsExactly("@all", "@languages");
        assertThat(owners.of("ruby-3.4.yaml")).containsExactly("@all", "@ruby");
        assertThat(owners.of("php/x.patch")).containsExactly("@all", "@security");
    }

    @Test
    void aNameMayHaveBlanksAndMarks() {
        CodeOwners owners = CodeOwners.parse("/a\\ b.yaml @one\r\n/c\\#.yaml @two\n");
        assertThat(owners.of("a b.yaml")).containsExactly("@one");
        assertThat(owners.of("c#.yaml")).containsExactly("@two");
    }

    @Test
    void manyStarsTakeNoTime() {
        assertThat(OwnerPattern.of("*a".repeat(200) + "b").matches("a".repeat(2000)))
                .isFalse();
    }
}
