package dev.nearstream.pull.forge;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nearstream.http.ImpatientWebClient;
import dev.nearstream.pull.Forge;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.PullRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real server, where system properties name one: docs/forges.md. */
class RealForgeTest extends ForgeContractTest {
    private static final String PROPERTY = "nearstream.forge.";

    private final String prefix = "nearstream-contract/" + System.currentTimeMillis() + "/";
    private final String tokenVariable = property("token-env", "NEARSTREAM_FORGE_TOKEN");
    private final Path directory;
    private @Nullable BranchPusher branches;

    RealForgeTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static String property(String name, String otherwise) {
        return System.getProperty(PROPERTY + name, otherwise);
    }

    @BeforeEach
    void isWanted() throws Exception {
        assumeTrue(
                !property("kind", "").isEmpty(),
                "no real server: -Dnearstream.forge.kind, .repository, .url and .token-env name one, see docs/forges.md");
        String token = Objects.requireNonNull(System.getenv(tokenVariable), tokenVariable);
        branches = new BranchPusher(directory.resolve("git"), repository(), base(), token);
    }

    @AfterEach
    void leaveNothingOpen() throws Exception {
        if (branches != null) {
            Forge forge = forge();
            for (PullRequest pull : forge.open(prefix)) {
                forge.close(pull, "End of the test.");
            }
            branches.close();
        }
    }

    private static String repository() {
        return property("repository", "");
    }

    @Override
    Forge forge() throws ForgeException {
        ForgeKind kind = ForgeKind.named(property("kind", "")).orElseThrow();
        String url = property("url", "");
        Token token = Token.fromEnvironment(System.getenv(), tokenVariable);
        return new Forges(ImpatientWebClient.create(), MergeCheck.NOBODY_KNOWS)
                .of(ForgeSettings.web(kind, repository(), url.isEmpty() ? null : URI.create(url), token));
    }

    @Override
    void push(String branch) throws Exception {
        Objects.requireNonNull(branches).push(branch);
    }

    @Override
    void merge(PullRequest pull) {
        abort("nothing is merged on a real server");
    }

    @Override
    Seen seen(String number) throws Exception {
        Standing standing = ((HttpForge) forge()).standing(number).orElseThrow();
        return new Seen(standing.pull().title(), standing.body(), standing.labels(), standing.reviewers());
    }

    @Override
    String said(String number) {
        return abort("comments are not read from a real server");
    }

    @Override
    List<String> writes() {
        return List.of();
    }

    @Override
    boolean observesWrites() {
        return false;
    }

    @Override
    boolean knowsNames() {
        return false;
    }

    @Override
    String base() {
        return property("base", BASE);
    }

    @Override
    String prefix() {
        return prefix;
    }

    @Override
    int many() {
        return Integer.getInteger(PROPERTY + "many", 3);
    }
}
