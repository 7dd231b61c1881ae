package dev.nearstream.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private static final CodeOwners FILES = CodeOwners.parse("*.yaml @distro/all\n/zlib.yaml @ann\n");

    @Test
    void theConfigurationGoesBeforeTheTreesFile() {
        Owners owners = Owners.of(OwnerMap.of(Map.of("zlib", List.of("@bob", "Core team"))), FILES);
        assertThat(owners.of("zlib", "zlib.yaml")).containsExactly("@bob", "Core team");
        assertThat(owners.of("jq", "jq.yaml")).containsExactly("@distro/all");
        assertThat(owners.of("jq")).containsExactly("@distro/all");
    }

    @Test
    void theFirstEntryThatFitsCounts() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        map.put("py3-numpy", List.of("@science"));
        map.put("py3-x*", List.of());
        map.put("{py3,pypy}-*", List.of("@python"));
        Owners owners = Owners.of(OwnerMap.of(map), FILES);
        assertThat(owners.of("py3-numpy")).containsExactly("@science");
        assertThat(owners.of("py3-xlib"))
                .as("nobody's, though CODEOWNERS has it")
                .isEmpty();
        assertThat(owners.of("pypy-cffi")).containsExactly("@python");
        assertThat(owners.of("ruby")).containsExactly("@distro/all");
    }

    @Test
    void aNameIsAskedByTheConfigurationAndAFileByTheTree() {
        Owners owners = Owners.of(OwnerMap.of(Map.of("lib*", List.of("@lib"))), FILES);
        assertThat(owners.of("libz", "zlib.yaml")).containsExactly("@lib");
        assertThat(owners.of("z", "zlib.yaml")).containsExactly("@ann");
    }

    @Test
    void aNameThatIsNoneIsNobodys() {
        Owners owners = Owners.of(OwnerMap.of(Map.of("*", List.of("@all"))), CodeOwners.none());
        assertThat(owners.of("a\0b", "x")).isEmpty();
        assertThat(owners.of("[", "x")).containsExactly("@all");
        assertThat(Owners.NONE.of("jq")).isEmpty();
    }
}
