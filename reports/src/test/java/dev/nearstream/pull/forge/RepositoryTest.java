package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.http.ImpatientWebClient;
import dev.nearstream.pull.ForgeException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/wolfi-dev/os, https://github.com, wolfi-dev/os",
        "https://github.com/wolfi-dev/os.git, https://github.com, wolfi-dev/os",
        "https://me:secret@git.example:8443/a/b/c.d/, https://git.example:8443, a/b/c.d",
        "git@git.example:a/b.git, https://git.example, a/b",
        "git.example:/a/b.git, https://git.example, a/b",
        "ssh://git@git.example:2222/a/b.git, https://git.example, a/b",
        "http://localhost:3000/a/b, http://localhost:3000, a/b",
    })
    void isReadFromAUrlOfGit(String url, String root, String path) throws ForgeException {
        Repository repository = Repository.of(url, "");
        assertThat(repository.root()).isEqualTo(URI.create(root));
        assertThat(repository.fullName()).isEqualTo(path);
        assertThat(repository.name()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/srv/git/x",
                "https://host/one",
                "https://host/a/../b",
                "https://host/a/b?x=secret",
                "file:///a/b",
                "https://host/a//b",
                "https://host/a/b%2Fc",
                "https://x:secret@host/one",
                "a\nb:c/d"
            })
    void everythingElseIsRefused(String url) {
        assertThatThrownBy(() -> Repository.of(url, ""))
                .isInstanceOf(ForgeException.class)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aForgeMayLieBelowItsHost() throws ForgeException {
        Repository repository = Repository.of("https://host/git/group/name.git", "/git");
        assertThat(repository.root()).isEqualTo(URI.create("https://host/git"));
        assertThat(repository.fullName()).isEqualTo("group/name");
        Token token = Token.fromEnvironment(Map.of("T", "x"), "T");
        URI api = URI.create("https://host/git/api/v4/");
        ForgeSettings settings = ForgeSettings.web(ForgeKind.GITLAB, "https://host/git/group/name.git", api, token);
        assertThat(new Forges(ImpatientWebClient.create(), MergeCheck.NOBODY_KNOWS)
                        .of(settings)
                        .name())
                .isEqualTo("host/git/group/name");
    }

    @Test
    void anOwnersRepositoryIsInNoGroup() throws ForgeException {
        Repository repository = Repository.of("https://host/a/b/c", "");
        assertThatThrownBy(repository::ofAnOwner).hasMessageContaining("host/a/b/c is no repository");
    }

    @ParameterizedTest
    @CsvSource({"github, GITHUB", "gitlab, GITLAB", "gitea, GITEA", "forgejo, GITEA", "plain, PLAIN"})
    void kindsHaveNames(String name, ForgeKind kind) {
        assertThat(ForgeKind.named(name)).contains(kind);
        assertThat(ForgeKind.named("other")).isEmpty();
    }
}
