package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.http.ImpatientWebClient;
import dev.nearstream.pull.Forge;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainForgeTest extends ForgeContractTest {
    private final Path directory;
    private final Set<String> merged = new HashSet<>();
    private Map<String, Object> known = new HashMap<>();

    PlainForgeTest(@TempDir Path directory) {
        this.directory = directory.resolve("pulls");
    }

    @Override
    Forge forge() throws ForgeException {
        MergeCheck merges = (pull, base) -> base.equals(BASE) && merged.contains(pull.branch());
        return new Forges(ImpatientWebClient.create(), merges)
                .of(ForgeSettings.plain("https://me:secret@git.example/distribution", directory));
    }

    @Override
    void push(String branch) {}

    @Override
    void merge(PullRequest pull) {
        merged.add(pull.branch());
    }

    @Override
    boolean knowsNames() {
        return false;
    }

    @Override
    Seen seen(String number) throws ForgeException {
        PlainState state = new PlainFiles(directory).read(number).orElseThrow();
        return new Seen(state.title(), state.body(), Set.copyOf(state.labels()), Set.copyOf(state.reviewers()));
    }

    @Override
    String said(String number) throws IOException {
        return Files.readString(directory.resolve(number + ".md"));
    }

    /** A file that is written is another file. */
    @Override
    List<String> writes() throws IOException {
        Map<String, Object> now = new HashMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                now.put(file.toString(), String.valueOf(Files.getAttribute(file, "fileKey")));
            }
        }
        List<String> writes = new ArrayList<>(now.keySet());
        writes.removeIf(file -> Objects.equals(now.get(file), known.get(file)));
        known = now;
        return writes;
    }

    @Test
    void aPullRequestIsAPageWithItsPatch() throws Exception {
        Proposal plain = proposal("curl/8.1");
        Proposal proposal = with(plain, List.of("automated"), List.of("ann", "owner/core"));
        PullRequest opened = forge().open(with(proposal, "curl: *8.1*", "Body\n", true));
        assertThat(opened.number()).isEqualTo("nearstream~curl~8.1");
        assertThat(Files.readString(directory.resolve("nearstream~curl~8.1.patch")))
                .isEqualTo(plain.mail());
        assertThat(Files.readString(Path.of(opened.url()))).isEqualTo("""
                # curl: \\*8.1\\*

                - open
                - write `closed` for `open` in the line above to close it for this version
                - merges `nearstream/curl/8.1` into `main`, at %s
                - `git am nearstream~curl~8.1.patch` applies it
                - **draft**: somebody must look at it before it is merged
                - labels: automated
                - reviewers: ann, owner/core

                ---

                Body
                """.formatted(HEAD));
        forge().close(opened, "Upstream withdrew it.");
        assertThat(Files.readString(Path.of(opened.url())))
                .contains("- closed, not merged\n")
                .contains("**Closed:** Upstream withdrew it.\n");
        assertThat(directory.resolve("nearstream~curl~8.1.patch")).exists();
    }

    @Test
    void aPersonClosesOneByWritingSo() throws Exception {
        PullRequest opened = forge().open(proposal("curl/8.1"));
        Path page = Path.of(opened.url());
        Files.writeString(page, Files.readString(page).replace("- open\n", "- closed\n"));
        assertThat(forge().get(opened.number()))
                .hasValueSatisfying(pull -> assertThat(pull.state()).isEqualTo(PullRequest.State.CLOSED));
        assertThat(Files.readString(page))
                .contains("- closed, not merged\n", "**Closed:** A person wrote so into this page.\n");
        assertThat(new PlainFiles(directory).read(opened.number()).orElseThrow().state())
                .isEqualTo(PullRequest.State.CLOSED);
    }

    @Test
    void noNameLeadsOutOfTheDirectory() throws Exception {
        for (String branch :
                List.of("../../x", "/etc/x", ".hidden", "-rf", "a\u0000b", "..", "ü/😀", "x".repeat(400))) {
            Proposal evil = new Proposal(branch, BASE, HEAD, "t", "b", false, List.of(), List.of(), "m");
            PullRequest opened = forge().open(evil);
            assertThat(forge().find(branch)).contains(opened);
            forge().openIssue(branch, "t", "b", List.of());
        }
        try (Stream<Path> files = Files.walk(directory.getParent())) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(8 * 3 + 8 * 2)
                    .allMatch(file -> file.startsWith(directory))
                    .allMatch(file -> !file.getFileName().toString().startsWith("."));
        }
    }

    @Test
    void twoBranchesNeverShareAName() {
        Set<String> names = new HashSet<>();
        List<String> branches = List.of(
                "a/b",
                "a~b",
                "a%2Fb",
                "a%7Eb",
                "A/b",
                "a/b~~2",
                "x".repeat(400),
                "x".repeat(401),
                "",
                "%",
                ".a",
                "%2Ea");
        branches.forEach(branch -> names.add(PlainName.of(branch)));
        assertThat(names).hasSameSizeAs(branches).allMatch(PlainName::isSafe);
    }

    @Test
    void whatAKilledProcessLeftIsNotThere() throws Exception {
        Proposal proposal = proposal("killed");
        PullRequest opened = forge().open(proposal);
        Files.delete(directory.resolve(opened.number() + ".json")); // it is written last
        assertThat(forge().find(proposal.branch())).isEmpty();
        assertThat(forge().open(proposal)).isEqualTo(opened);
    }

    @Test
    void aDamagedStateIsNamed() throws Exception {
        Proposal proposal = proposal("damaged");
        PullRequest opened = forge().open(proposal);
        for (String damage : List.of("", "{", "null", "{}", "[]", "{\"name\":\"x\",\"state\":\"GONE\"}")) {
            Files.writeString(directory.resolve(opened.number() + ".json"), damage);
            assertThatThrownBy(() -> forge().open(""))
                    .isInstanceOfSatisfying(
                            ForgeException.class, e -> assertThat(e.kind()).isEqualTo(ForgeException.Kind.UNAVAILABLE))
                    .hasMessageContaining(opened.number() + ".json")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsMissing() throws Exception {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "a file");
        assertThat(forge().missingRights()).singleElement().asString().contains("must be a directory");
        assertThatThrownBy(() -> forge().open(proposal("x"))).isInstanceOf(ForgeException.class);
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        PullRequest opened = forge().open(proposal("link"));
        Path state = directory.resolve(opened.number() + ".json");
        Path elsewhere = directory.resolveSibling("elsewhere");
        Files.move(state, elsewhere);
        Files.createSymbolicLink(state, elsewhere);
        String before = Files.readString(elsewhere);
        assertThat(forge().get(opened.number())).isEmpty();
        forge().open(with(proposal("link"), "other", "other", true));
        assertThat(Files.readString(elsewhere)).isEqualTo(before);
    }

    @Test
    void aMergedOneSaysSoForGood() throws Exception {
        PullRequest opened = forge().open(proposal("curl"));
        merge(opened);
        assertThat(forge().get(opened.number()).orElseThrow().state()).isEqualTo(PullRequest.State.MERGED);
        merged.clear();
        assertThat(forge().get(opened.number()).orElseThrow().state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(Files.readString(Path.of(opened.url()))).contains("\n- merged\n");
        assertThat(forge().open(proposal("curl")).number()).isEqualTo(opened.number() + "~~2");
    }
}
