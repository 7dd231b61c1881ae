package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import org.junit.jupiter.api.Test;

class GitLabForgeTest extends HttpForgeContractTest {
    private final FakeGitLab host = new FakeGitLab("group/sub.group/name");

    @Override
    FakeHost host() {
        return host;
    }

    @Override
    ForgeKind kind() {
        return ForgeKind.GITLAB;
    }

    @Override
    String path() {
        return "group/sub.group/name";
    }

    @Test
    void sendsOnlyTheFieldThatHasChanged() throws Exception {
        Proposal proposal = proposal("one");
        PullRequest opened = forge().open(proposal);
        writes();
        forge().update(opened, with(proposal, proposal.title(), "other", false));
        assertThat(writes())
                .containsExactly("PUT /api/v4/projects/group%2Fsub.group%2Fname/merge_requests/1 "
                        + "{\"description\":\"other\"}");
    }

    @Test
    void commandsInATextAreNotCarriedOut() throws Exception {
        Proposal proposal = proposal("commands");
        String body = "See\n/merge\n/close now\n/usr/bin/x stays\n";
        PullRequest opened = forge().open(with(proposal, "x", body, false));
        assertThat(forge().get(opened.number()).orElseThrow().isOpen()).isTrue();
        assertThat(seen(opened.number()).body()).isEqualTo("See\n\\/merge\n\\/close now\n/usr/bin/x stays\n");
    }

    @Test
    void tellsWhatTheTokenLacks() throws Exception {
        host.scope = "read_api";
        assertThat(forge().missingRights()).singleElement().asString().contains("the scope \"api\"");
        host.scope = "api";
        host.role = 20;
        assertThat(forge().missingRights()).singleElement().asString().contains("Developer");
        host.role = 0;
        assertThat(forge().missingRights()).singleElement().asString().contains("Developer");
    }
}
