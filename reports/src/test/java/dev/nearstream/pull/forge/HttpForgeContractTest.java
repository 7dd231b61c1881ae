package dev.nearstream.pull.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.nearstream.http.ImpatientWebClient;
import dev.nearstream.pull.Forge;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.ForgeException.Kind;
import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import dev.nearstream.pull.PullRequest.State;
import dev.nearstream.pull.forge.FakeState.Item;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a forge with an API does, against one on this machine. */
abstract class HttpForgeContractTest extends ForgeContractTest {
    private static final String TOKEN = FakeHost.TOKEN;

    abstract FakeHost host();

    abstract ForgeKind kind();

    /** The repository's path. */
    String path() {
        return "owner/name";
    }

    @AfterEach
    void nothingWasAskedThatIsNotPublished() {
        assertThat(host().unpublished).isEmpty();
    }

    @Override
    Forge forge() throws ForgeException {
        return forge(TOKEN);
    }

    private Forge forge(String token) throws ForgeException {
        Token secret = Token.fromEnvironment(Map.of("T", token), "T");
        return new Forges(ImpatientWebClient.create(), MergeCheck.NOBODY_KNOWS)
                .of(ForgeSettings.web(kind(), host().root() + "/" + path() + ".git", host().api(), secret));
    }

    @Override
    void push(String branch) {
        host().state.branches.add(branch);
    }

    private Item item(String number) {
        return Objects.requireNonNull(host().state.pull(Integer.parseInt(number)));
    }

    @Override
    void merge(PullRequest pull) {
        item(pull.number()).open = false;
        item(pull.number()).merged = true;
        item(pull.number()).branchGone = true;
    }

    @Override
    Seen seen(String number) {
        Item item = item(number);
        return new Seen(item.title, item.body, item.labels, item.reviewers);
    }

    @Override
    String said(String number) {
        return String.join("\n", item(number).comments);
    }

    @Override
    List<String> writes() {
        List<String> writes = List.copyOf(host().writes);
        host().writes.clear();
        return writes;
    }

    /** What is asked of a forge, each in the way of its own. */
    private interface Asked {
        void of(Forge forge) throws Exception;
    }

    private Map<String, Asked> everything(PullRequest pull) throws Exception {
        Proposal proposal = proposal("asked");
        Map<String, Asked> all = new LinkedHashMap<>();
        all.put("missingRights", forge -> {
            List<String> missing = forge.missingRights();
            throw new ForgeException(Kind.UNAVAILABLE, String.join("", missing));
        });
        all.put("open", forge -> forge.open(""));
        all.put("find", forge -> forge.find(pull.branch()));
        all.put("get", forge -> forge.get(pull.number()));
        all.put("open one", forge -> forge.open(proposal));
        all.put("update", forge -> forge.update(pull, proposal));
        all.put("close", forge -> forge.close(pull, "x"));
        all.put("openIssue", forge -> forge.openIssue("k", "x", "y", List.of()));
        all.put("closeIssue", forge -> forge.closeIssue("k", "x"));
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, UNAVAILABLE",
        "403, UNAVAILABLE",
        "404, UNAVAILABLE",
        "422, REFUSED",
        "423, UNAVAILABLE",
        "429, UNAVAILABLE",
        "500, UNAVAILABLE",
        "502, UNAVAILABLE",
    })
    void aRefusalIsOneLineWithoutTheToken(int status, Kind kind) throws Exception {
        String body = "{\"message\":\"bad\\ntoken " + TOKEN + "\",\"errors\":[{\"message\":\"" + TOKEN + "\"}]}";
        assertFails(
                kind,
                aResponse().withStatus(status).withHeader("Retry-After", "9999").withBody(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"number\": 1, \"tit",
                "<html>" + TOKEN + "</html>",
                "{\"" + TOKEN + "\":1}}",
                "\"" + TOKEN + "\""
            })
    void anAnswerThatIsNoneOfTheApisIsAFailure(String body) throws Exception {
        assertFails(Kind.UNAVAILABLE, aResponse().withBody(body));
    }

    @Test
    void aBrokenConnectionIsAFailure() throws Exception {
        assertFails(Kind.UNAVAILABLE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertFails(Kind.UNAVAILABLE, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        assertFails(
                Kind.UNAVAILABLE,
                aResponse().withStatus(302).withHeader("Location", "http://" + TOKEN + "@/?" + TOKEN));
    }

    private void assertFails(Kind kind, ResponseDefinitionBuilder answer) throws Exception {
        PullRequest pull = new PullRequest("1", "", prefix() + "asked", "", State.OPEN, false, "x");
        for (Map.Entry<String, Asked> asked : everything(pull).entrySet()) {
            host().server().stubFor(any(anyUrl()).atPriority(1).willReturn(answer));
            Forge forge = forge();
            ForgeException failure = catchThrowableOfType(
                    ForgeException.class, () -> asked.getValue().of(forge));
            assertThat(failure).as(asked.getKey()).isNotNull();
            String message = Objects.requireNonNull(failure.getMessage());
            assertThat(message).as(asked.getKey()).contains(forge.name()).doesNotContain("\n");
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).as(asked.getKey()).doesNotContain(TOKEN);
            if (!asked.getKey().equals("missingRights")) {
                assertThat(failure.kind()).as(asked.getKey() + " " + message).isEqualTo(kind);
            }
        }
    }

    @Test
    void anotherTokenIsNotLetIn() throws Exception {
        assertThatThrownBy(() -> forge("wrong").open(""))
                .isInstanceOfSatisfying(
                        ForgeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("401")
                .hasMessageContaining("the token is not accepted")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void settingsPrintNoToken() throws Exception {
        Token token = Token.fromEnvironment(Map.of("T", TOKEN), "T");
        assertThat(token.toString() + ForgeSettings.web(kind(), "x", null, token) + forge())
                .doesNotContain(TOKEN);
    }

    @Test
    void whatWasDoneWithoutAnAnswerIsNotDoneTwice() throws Exception {
        Proposal proposal = with(proposal("lost"), List.of("automated"), List.of("ann"));
        host().loseAnswer();
        PullRequest opened = forge().open(proposal);
        assertThat(host().state.pulls).hasSize(1);
        assertThat(seen(opened.number()).labels()).containsExactly("automated");
        assertThat(seen(opened.number()).reviewers()).containsExactly("ann");
        host().loseAnswer();
        forge().openIssue("key", "title", "text", List.of());
        forge().openIssue("key", "title", "text", List.of());
        assertThat(host().state.issues).hasSize(1);
    }

    @Test
    void oneOfABranchThatIsNotThereIsRefusedAlone() throws Exception {
        Proposal proposal = proposal("unpushed");
        host().state.branches.remove(proposal.branch());
        assertThatThrownBy(() -> forge().open(proposal))
                .isInstanceOfSatisfying(
                        ForgeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining(proposal.branch());
    }

    @Test
    void aForksBranchOfTheSameNameIsNotOurs() throws Exception {
        Proposal proposal = proposal("forked");
        host().state.pull(proposal.branch(), BASE).fromFork = true;
        assertThat(forge().open("")).isEmpty();
        assertThat(forge().find(proposal.branch())).isEmpty();
        forge().open(proposal);
        assertThat(host().state.pulls).hasSize(2);
    }

    @Test
    void anIssueOfSomebodyElseWithOurKeyIsNotOurs() throws Exception {
        Item issue = host().state.issue("mallory");
        issue.body = IssueKey.of("key").before("text");
        forge().closeIssue("key", "closed");
        assertThat(issue.open).isTrue();
        PullRequest ours = forge().openIssue("key", "title", "text", List.of("automated"));
        assertThat(ours.number()).isNotEqualTo(String.valueOf(issue.number));
        Item item = Objects.requireNonNull(host().state.issue(Integer.parseInt(ours.number())));
        assertThat(item.labels).isEqualTo(Set.of("automated"));
        forge().closeIssue("key", "It is over.");
        assertThat(item.open).isFalse();
        assertThat(item.comments).containsExactly("It is over.");
    }

    @Test
    void aTextThatIsTooLongIsCutAndSaysSo() throws Exception {
        String line = "0123456789".repeat(10) + "\n";
        Proposal proposal = proposal("long");
        PullRequest opened = forge().open(with(proposal, "long", line.repeat(20_000), false));
        String body = seen(opened.number()).body();
        assertThat(body.length()).isLessThan(1_048_577).isGreaterThan(65_000);
        assertThat(body).endsWith(ForgeText.CUT);
        assertThat(forge().openIssue("key", "title", line.repeat(20_000), List.of())
                        .number())
                .isEqualTo(forge().openIssue("key", "title", line, List.of()).number());
    }

    @Test
    void aTokenGoesOverNoOpenLine() throws Exception {
        Token token = Token.fromEnvironment(Map.of("T", TOKEN), "T");
        Forges forges = new Forges(ImpatientWebClient.create(), MergeCheck.NOBODY_KNOWS);
        URI open = URI.create("http://forge.example/api/v4");
        assertThatThrownBy(() -> forges.of(ForgeSettings.web(kind(), "https://forge.example/o/n", open, token)))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("https");
    }
}
