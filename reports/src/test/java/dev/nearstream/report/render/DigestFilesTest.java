package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DigestFilesTest {

    @Test
    void namesAreReadable() {
        assertThat(DigestFiles.of(List.of("@org/team", "@Ann", "ann.b@example.org", "Core team", "@日本/team")))
                .containsOnly(
                        Map.entry("@org/team", "org-team.md"),
                        Map.entry("@Ann", "ann.md"),
                        Map.entry("ann.b@example.org", "ann.b-example.org.md"),
                        Map.entry("Core team", "core-team.md"),
                        Map.entry("@日本/team", "team.md"));
    }

    @Test
    void whoWouldShareANameHasAHash() {
        List<String> owners = List.of("@org/team", "@org-team", "org team", "@other");
        Map<String, String> names = DigestFiles.of(owners);
        assertThat(names.values()).doesNotHaveDuplicates();
        assertThat(names.get("@other")).isEqualTo("other.md");
        assertThat(names.get("@org/team")).matches("org-team~[0-9a-f]{16}\\.md");
        List<String> reversed = new java.util.ArrayList<>(owners);
        Collections.reverse(reversed);
        assertThat(DigestFiles.of(reversed)).isEqualTo(names);
    }

    @Test
    void noNameIsTheIndexOrNone() {
        assertThat(DigestFiles.of(List.of("@Index", "日本", "..", "@")))
                .allSatisfy((owner, file) -> assertThat(file).matches("(?:index)?~[0-9a-f]{16}\\.md"));
    }

    @Property
    void noNameLeadsOutOfTheDirectory(@ForAll String owner, @ForAll String other) {
        Map<String, String> names = DigestFiles.of(owner.equals(other) ? List.of(owner) : List.of(owner, other));
        assertThat(names.values()).allMatch(name -> name.matches("[a-z0-9_~][a-z0-9._~-]{0,80}\\.md"));
        if (!owner.equalsIgnoreCase(other)) {
            assertThat(names.values()).doesNotHaveDuplicates();
        }
    }
}
