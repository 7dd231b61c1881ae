package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubForgeTest extends HttpForgeContractTest {
    private final FakeGitHub host = new FakeGitHub();

    @Override
    FakeHost host() {
        return host;
    }

    @Override
    ForgeKind kind() {
        return ForgeKind.GITHUB;
    }

    @Override
    String path() {
        return "owner/na.me-1_x";
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com, https://api.github.com",
        "https://acme.ghe.com, https://api.acme.ghe.com",
        "https://git.example.org, https://git.example.org/api/v3",
    })
    void knowsWhereTheApiIs(URI root, URI api) {
        assertThat(GitHubHost.api(root)).isEqualTo(api);
    }

    @Test
    void sendsOnlyTheFieldThatHasChanged() throws Exception {
        Proposal proposal = proposal("one");
        PullRequest opened = forge().open(proposal);
        writes();
        forge().update(opened, with(proposal, "other", proposal.body(), false));
        assertThat(writes()).containsExactly("PATCH /api/v3/repos/owner/na.me-1_x/pulls/1 {\"title\":\"other\"}");
        forge().update(opened, with(proposal, "other", proposal.body(), true));
        assertThat(writes())
                .singleElement()
                .asString()
                .startsWith("POST /api/graphql")
                .contains("PR_1");
    }

    @Test
    void aTeamIsAskedByItsShortName() throws Exception {
        Proposal proposal = proposal("team");
        PullRequest opened = forge().open(with(proposal, List.of(), List.of("owner/core", "owner/none", "ann")));
        assertThat(seen(opened.number()).reviewers()).containsExactlyInAnyOrder("core", "ann");
        writes();
        forge().open(with(proposal, List.of(), List.of("owner/core")));
        assertThat(writes()).isEmpty();
    }

    @Test
    void noDraftIsOpenedReadyWhereThereAreNoDrafts() throws Exception {
        host.draftsAllowed = false;
        Proposal proposal = proposal("no-drafts");
        assertThatThrownBy(() -> forge().open(with(proposal, "x", "y", true)))
                .isInstanceOfSatisfying(
                        ForgeException.class, e -> assertThat(e.kind()).isEqualTo(ForgeException.Kind.REFUSED))
                .hasMessageContaining("Draft pull requests are not supported");
    }

    @Test
    void tellsWhichScopeAClassicTokenLacks() throws Exception {
        host.scopes = "gist, read:org";
        assertThat(forge().missingRights()).singleElement().asString().contains("the scope \"public_repo\"");
        host.scopes = "gist, repo";
        assertThat(forge().missingRights()).isEmpty();
    }

    @Test
    void tellsWhichPermissionAFineGrainedTokenLacks() throws Exception {
        host.mayPull = false;
        assertThat(forge().missingRights()).singleElement().asString().contains("\"Pull requests\": read and write");
        assertThat(host.state.pulls).isEmpty();
        assertThat(host.state.issues).isEmpty();
    }
}
