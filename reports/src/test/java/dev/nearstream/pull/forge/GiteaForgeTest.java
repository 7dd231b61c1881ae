package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiteaForgeTest extends HttpForgeContractTest {
    private final FakeGitea host = new FakeGitea();

    @Override
    FakeHost host() {
        return host;
    }

    @Override
    ForgeKind kind() {
        return ForgeKind.GITEA;
    }

    @Override
    String path() {
        return "owner/na.me";
    }

    @Test
    void sendsOnlyTheFieldThatHasChanged() throws Exception {
        Proposal proposal = proposal("one");
        PullRequest opened = forge().open(proposal);
        writes();
        forge().update(opened, with(proposal, proposal.title(), proposal.body(), true));
        assertThat(writes())
                .containsExactly("PATCH /api/v1/repos/owner/na.me/pulls/1 {\"title\":\"WIP: one package update\"}");
    }

    @Test
    void aTeamThatIsAskedAlreadyIsNotAskedAgain() throws Exception {
        Proposal proposal = proposal("team");
        PullRequest opened = forge().open(with(proposal, List.of(), List.of("owner/core", "owner/none", "ann")));
        assertThat(seen(opened.number()).reviewers()).containsExactlyInAnyOrder("core", "ann");
        writes();
        forge().open(with(proposal, List.of(), List.of("owner/core")));
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write:repository", "write:issue", "read:user"})
    void tellsWhichScopeTheTokenLacks(String scope) throws Exception {
        host.lacking = scope;
        assertThat(forge().missingRights()).singleElement().asString().contains("\"" + scope + "\"");
        assertThat(host.state.pulls).isEmpty();
        assertThat(host.state.issues).isEmpty();
    }
}
