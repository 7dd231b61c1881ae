package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nearstream.pull.Forge;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import dev.nearstream.pull.PullRequest.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every forge does. */
abstract class ForgeContractTest extends ForgeRig {
    @Test
    void nothingIsMissing() throws Exception {
        assertThat(forge().missingRights()).isEmpty();
        assertThat(forge().name()).doesNotContain("://").isNotBlank();
    }

    @Test
    void opensOneThatOthersFind() throws Exception {
        Proposal proposal = proposal("curl/8.1");
        PullRequest opened = forge().open(proposal);
        assertThat(opened.branch()).isEqualTo(proposal.branch());
        assertThat(opened.title()).isEqualTo("curl/8.1 package update");
        assertThat(opened.state()).isEqualTo(State.OPEN);
        assertThat(opened.draft()).isFalse();
        assertThat(opened.url()).isNotBlank();
        assertThat(forge().get(opened.number())).contains(opened);
        assertThat(forge().find(proposal.branch())).contains(opened);
        assertThat(forge().open(proposal.branch())).containsExactly(opened);
        assertThat(seen(opened.number()).body().strip()).endsWith("Takes it to the newest release.");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(forge().find(prefix() + "none")).isEmpty();
        assertThat(forge().get("987654")).isEmpty();
        assertThat(forge().get("../etc/passwd")).isEmpty();
        assertThat(forge().open(prefix() + "none")).isEmpty();
    }

    @Test
    void whatIsOpenAlreadyIsNotOpenedAgain() throws Exception {
        Proposal proposal = proposal("again");
        PullRequest first = forge().open(proposal);
        PullRequest second = forge().open(with(proposal, "another title", proposal.body(), false));
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.title()).isEqualTo("another title");
        assertThat(forge().open(proposal.branch())).containsExactly(second);
    }

    @Test
    void nothingIsSentThatHasNotChanged() throws Exception {
        Proposal proposal = proposal("same");
        PullRequest opened = forge().open(proposal);
        writes();
        assertThat(forge().update(opened, proposal)).isEqualTo(opened);
        assertThat(forge().open(proposal)).isEqualTo(opened);
        assertNothingWritten();
        assertThat(forge().update(opened, with(proposal, "new", "newer\n", false))
                        .title())
                .isEqualTo("new");
        assertWritten();
        assertThat(seen(opened.number()).title()).isEqualTo("new");
        assertThat(seen(opened.number()).body().strip()).endsWith("newer");
    }

    @Test
    void oneBecomesADraftAndReadyAgain() throws Exception {
        Proposal ready = proposal("draft");
        Proposal draft = with(ready, ready.title(), ready.body(), true);
        PullRequest opened = forge().open(draft);
        assertThat(opened.draft()).isTrue();
        for (Proposal wanted : List.of(ready, draft, ready)) {
            assertThat(forge().update(opened, wanted).draft()).isEqualTo(wanted.draft());
            PullRequest now = forge().get(opened.number()).orElseThrow();
            assertThat(now.draft()).isEqualTo(wanted.draft());
            assertThat(now.title()).isEqualTo(ready.title());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Draft: x", "WIP: [WIP] x", "[Draft] x", "draft: WIP: x"})
    void aTitleMakesNoDraft(String title) throws Exception {
        Proposal proposal = proposal("title");
        PullRequest opened = forge().open(with(proposal, title, "", false));
        assertThat(forge().get(opened.number()).orElseThrow().draft()).isFalse();
        assertThat(opened.title()).endsWith("x");
    }

    @Test
    void labelsAreAddedToThoseOfOthersAndUnknownOnesLeftOut() throws Exception {
        assumeTrue(knowsNames());
        Proposal proposal = proposal("labels");
        PullRequest opened = forge().open(with(proposal, List.of("automated", "no such label"), List.of()));
        assertThat(seen(opened.number()).labels()).containsExactly("automated");
        forge().update(opened, with(proposal, List.of("needs review"), List.of()));
        assertThat(seen(opened.number()).labels()).containsExactlyInAnyOrder("automated", "Needs Review");
        writes();
        forge().update(opened, with(proposal, List.of("Automated"), List.of()));
        assertNothingWritten();
    }

    @Test
    void reviewersAreAskedAndUnknownOnesLeftOut() throws Exception {
        assumeTrue(knowsNames());
        Proposal proposal = proposal("reviewers");
        PullRequest opened = forge().open(with(proposal, List.of(), List.of("ann", "nobody-of-this-name", "bob")));
        assertThat(seen(opened.number()).reviewers()).containsExactlyInAnyOrder("ann", "bob");
        writes();
        forge().open(with(proposal, List.of(), List.of("bob", "ann")));
        assertNothingWritten();
    }

    @Test
    void closingSaysWhy() throws Exception {
        Proposal proposal = proposal("close");
        PullRequest opened = forge().open(proposal);
        forge().close(opened, "Superseded by another release.");
        assertThat(forge().get(opened.number()).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(forge().find(proposal.branch()).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(forge().open(proposal.branch())).isEmpty();
        writes();
        forge().close(opened, "again");
        assertNothingWritten();
        assertThatThrownBy(() -> forge().update(opened, proposal))
                .isInstanceOfSatisfying(
                        ForgeException.class, e -> assertThat(e.kind()).isEqualTo(ForgeException.Kind.REFUSED));
        assertThat(said(opened.number())).contains("Superseded by another release.");
    }

    @Test
    void afterOneThatIsClosedComesAnother() throws Exception {
        Proposal proposal = proposal("twice");
        PullRequest first = forge().open(proposal);
        forge().close(first, "not now");
        PullRequest second = forge().open(proposal);
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(forge().find(proposal.branch())).contains(second);
        assertThat(forge().get(first.number()).orElseThrow().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void whatIsMergedIsNotOpen() throws Exception {
        Proposal proposal = proposal("merged");
        PullRequest opened = forge().open(proposal);
        merge(opened);
        assertThat(forge().get(opened.number()).orElseThrow().state()).isEqualTo(State.MERGED);
        assertThat(forge().find(proposal.branch()).orElseThrow().state()).isEqualTo(State.MERGED);
        assertThat(forge().open(proposal.branch())).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotChanged() {
        PullRequest gone = new PullRequest("987654", "", prefix() + "gone", "", State.OPEN, false, "x");
        assertThatThrownBy(() -> forge().close(gone, "x")).isInstanceOf(ForgeException.class);
        assertThatThrownBy(() -> forge().update(gone, proposal("gone"))).isInstanceOf(ForgeException.class);
    }

    @Test
    void anIssueIsFoundByItsKey() throws Exception {
        Forge forge = forge();
        String key = prefix() + "a-->key";
        PullRequest opened = forge.openIssue(key, "conflicts in x", "first", List.of());
        assertThat(forge.openIssue(key, "conflicts in x", "second", List.of()).number())
                .isEqualTo(opened.number());
        assertThat(forge().openIssue(key, "conflicts in y", "third", List.of()).number())
                .isEqualTo(opened.number());
        PullRequest other = forge().openIssue(prefix() + "a", "another", "text", List.of());
        assertThat(other.number()).isNotEqualTo(opened.number());
        writes();
        forge().openIssue(key, "conflicts in y", "third", List.of());
        assertNothingWritten();
        forge().closeIssue(key, "resolved");
        assertWritten();
        forge().closeIssue(key, "again");
        assertNothingWritten();
        assertThat(forge().openIssue(key, "anew", "text", List.of()).number()).isNotEqualTo(opened.number());
        forge().closeIssue(key, "end of the test");
        forge().closeIssue(prefix() + "a", "end of the test");
    }

    @Test
    void listsAsManyAsThereAre() throws Exception {
        Forge forge = forge();
        for (int i = 0; i < many(); i++) {
            forge.open(proposal("many/" + i));
        }
        forge.open(proposal("other"));
        assertThat(forge().open(prefix() + "many/"))
                .hasSize(many())
                .allMatch(PullRequest::isOpen)
                .extracting(PullRequest::branch)
                .doesNotHaveDuplicates();
        Optional<PullRequest> first = forge().find(prefix() + "many/0");
        assertThat(first).isPresent();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "\"quoted\" 'it' \\back\\ <b>&amp;</b> `code` ${x} %s",
                "two\nlines\u0000 and \u0007bells\u001b[31m",
                "\u202Egnirts\u202C \u2066isolated\u2069",
                "\uD83D\uDE00 \uD834\uDD1E and half \uD83D",
                "\u05E9\u05DC\u05D5\u05DD / \u0645\u0631\u062D\u0628\u0627",
                "title that is very long, so long that no forge takes it: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "
                        + "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"
                        + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
            })
    void whateverIsWrittenIsOneLineAndStaysTheSame(String text) throws Exception {
        Proposal proposal = with(proposal("hostile"), text, text + "\n", false);
        PullRequest opened = forge().open(proposal);
        assertThat(opened.title()).matches("[^\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]{1,255}");
        assertThat(forge().get(opened.number()).orElseThrow().title()).isEqualTo(opened.title());
        assertThat(seen(opened.number()).body())
                .contains(ForgeText.body(text, 1000).strip());
        writes();
        forge().update(opened, proposal);
        assertNothingWritten();
    }
}
