package dev.nearstream.release;

import static dev.nearstream.http.WebServer.body;
import static dev.nearstream.http.WebServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.http.WebServer;
import dev.nearstream.http.WebServer.Answer;
import dev.nearstream.recipe.Recipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GitHub's releases: many repositories a request, and tags where they cannot be had. */
class GitHubReleasesTest {
    private static final Pattern ASKED =
            Pattern.compile("(r\\d+):repository\\(owner:\"([^\"]+)\",name:\"([^\"]+)\"\\)\\{nameWithOwner releases\\("
                    + "first:100(?:,after:\"([^\"]+)\")?,");

    private final WebServer server = new WebServer();
    private final TaggedMirror mirror = new TaggedMirror()
            .tag("v1.0", "2026-01-01")
            .tag("v1.1", "2026-06-01")
            .tag("v1.2", "2026-06-20")
            .tag("v1.3", "2026-06-21");
    private final Lists lists;
    /** By owner/name and, behind a blank, the cursor. */
    private final Map<String, String> repositories = new ConcurrentHashMap<>();

    private final List<Integer> batches = new CopyOnWriteArrayList<>();

    GitHubReleasesTest(@TempDir Path directory) throws Exception {
        lists = new Lists(directory, server, mirror);
        server.on("/graphql", graphql());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Answers what the query asks for, as far as there is any. */
    private Answer graphql() {
        return exchange -> {
            String query =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).replace("\\\"", "\"");
            List<String> data = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            Matcher asked = ASKED.matcher(query);
            while (asked.find()) {
                String name = asked.group(2) + "/" + asked.group(3);
                String found = repositories.get(asked.group(4) == null ? name : name + " " + asked.group(4));
                data.add("\"%s\": %s".formatted(asked.group(1), found));
                if (found == null) {
                    errors.add("{\"type\": \"NOT_FOUND\", \"path\": [\"%s\"], \"message\": \"Could not resolve\"}"
                            .formatted(asked.group(1)));
                }
            }
            batches.add(data.size());
            body("{\"data\": {%s}, \"errors\": [%s]}".formatted(String.join(",", data), String.join(",", errors)))
                    .to(exchange);
        };
    }

    private static String repository(String name, String next, String... releases) {
        return """
                {"nameWithOwner": "%s", "releases": {"pageInfo": {"hasNextPage": %s, "endCursor": "%s"}, "nodes": [%s]}}
                """.formatted(name, !next.isEmpty(), next, String.join(",", releases));
    }

    private static String release(String tag, String flags) {
        return "{\"tagName\": \"%s\", \"isDraft\": %s, \"isPrerelease\": %s, \"publishedAt\": \"2026-06-22T00:00:00Z\"}"
                .formatted(tag, flags.contains("draft"), flags.contains("pre"));
    }

    private static String recipe(String identifier) {
        return "update: {github: {identifier: %s, strip-prefix: v}}".formatted(identifier);
    }

    private ReleaseStanding standing(ReleaseSources sources) throws Exception {
        return Lists.standing(sources, "1.0", recipe("a/b"));
    }

    @Test
    void draftsAndPrereleasesDoNotCountNorDoTagsWithoutARelease() throws Exception {
        repositories.put(
                "a/b",
                repository(
                        "a/b",
                        "",
                        release("v9", "draft"),
                        release("v1.2", "pre"),
                        release("v1.1", ""),
                        release("v1.9", "")));
        ReleaseStanding standing = standing(lists.on("2026-06-30"));
        assertThat(Lists.newest(standing)).isEqualTo("1.1");
        assertThat(standing.source()).isEqualTo("releases");
        assertThat(standing.considered()).isEqualTo(4);
        assertThat(standing.rejected())
                .extracting(of -> of.tag() + ": " + of.why())
                .containsExactly("v1.2: a prerelease", "v1.9: upstream has no such tag", "v9: a draft");
        assertThat(standing.newer().get(0).date()).as("when it was published").hasToString("2026-06-22T00:00:00Z");
        assertThat(standing.newer().get(0).commit()).as("its tag's").isEqualTo("%040x".formatted(2));
        assertThat(server.requests().get(0).authorization()).isEqualTo("Bearer s3cret");
    }

    @Test
    void useTagMeansTags() throws Exception {
        ReleaseStanding standing = Lists.standing(
                lists.on("2026-06-30"), "1.0", "update: {github: {identifier: a/b, strip-prefix: v, use-tag: true}}");
        assertThat(standing.source()).isEqualTo("tags");
        assertThat(Lists.newest(standing)).isEqualTo("1.3");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void withoutATokenOrOfflineTagsStandInAndNobodyIsAsked() throws Exception {
        for (ReleaseSources sources :
                List.of(lists.on("2026-06-30", false, false), lists.on("2026-06-30", true, true))) {
            ReleaseStanding standing = standing(sources);
            assertThat(standing.source()).isEqualTo("tags");
            assertThat(standing.findings()).isEmpty();
            assertThat(sources.notice()).get().asString().startsWith("tags stand in for GitHub releases: ");
        }
        assertThat(lists.on("2026-06-30").notice()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whereThereAreNoReleasesTagsStandIn() throws Exception {
        repositories.put("a/b", repository("a/b", ""));
        ReleaseStanding standing = standing(lists.on("2026-06-30"));
        assertThat(standing.source()).isEqualTo("tags");
        assertThat(standing.findings())
                .containsExactly("upstream has no releases on GitHub, and tags stand in; use-tag: true would say so");
    }

    @Test
    void thoseThatWillBeAskedForGoTogether() throws Exception {
        List<Recipe> recipes = IntStream.range(0, 120)
                .mapToObj(i -> OneRecipe.of("1.0", recipe("owner/n" + i)))
                .toList();
        IntStream.range(0, 120)
                .forEach(i -> repositories.put("owner/n" + i, repository("owner/n" + i, "", release("v1.1", ""))));
        ReleaseSources sources = lists.on("2026-06-30");
        sources.expect(recipes);
        recipes.parallelStream()
                .forEach(recipe -> assertThat(listed(recipe, sources)).isEqualTo(1));
        assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(120);
        assertThat(batches).hasSizeBetween(3, 4).allMatch(size -> size <= 50);
    }

    private static int listed(Recipe recipe, ReleaseSources sources) {
        try {
            return new RecipeReleases(recipe, sources).list().candidates().size();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void olderReleasesAreReadPageByPageOnceAndKept() throws Exception {
        repositories.put("a/b", repository("a/b", "c1", release("v1.3", ""), release("v1.2", "")));
        repositories.put("a/b c1", repository("a/b", "", release("v1.1", ""), release("v1.0", "")));
        assertThat(standing(lists.on("2026-06-29")).considered()).isEqualTo(4);
        assertThat(batches).hasSize(2);
        repositories.remove("a/b c1");
        repositories.put("a/b", repository("a/b", "c2", release("v1.4", ""), release("v1.2", "")));
        assertThat(standing(lists.on("2026-06-30")).considered())
                .as("what was withdrawn among the newer is gone: v1.4, v1.2, v1.1, v1.0")
                .isEqualTo(4);
        assertThat(batches).hasSize(3);
    }

    @Test
    void aRepositoryThatIsGoneOrMovedIsAFinding() throws Exception {
        assertThat(standing(lists.on("2026-06-29")).findings())
                .containsExactly("GitHub has no repository a/b; correct update.github.identifier");
        repositories.put("a/b", repository("new/home", "", release("v1.1", "")));
        assertThat(standing(lists.on("2026-06-30")).findings())
                .containsExactly("GitHub calls the repository a/b new/home now; correct update.github.identifier");
    }

    @Test
    void whereTheApiFailsTagsStandInOrWhatItListedLast() throws Exception {
        server.on("/graphql", status(500));
        ReleaseStanding first = standing(lists.on("2026-06-28"));
        assertThat(first.source()).isEqualTo("tags");
        assertThat(Lists.newest(first)).isEqualTo("1.3");
        assertThat(first.findings())
                .singleElement()
                .asString()
                .startsWith("api.github.com: the server answers 500")
                .endsWith("; tags stand in for releases");
        server.on("/graphql", graphql(), body("{\"data\": {\"r0\": "));
        repositories.put("a/b", repository("a/b", "", release("v1.1", "")));
        standing(lists.on("2026-06-29"));
        ReleaseStanding later = standing(lists.on("2026-06-30"));
        assertThat(later.source()).isEqualTo("releases");
        assertThat(Lists.newest(later))
                .as("a tag that may be a prerelease is not taken")
                .isEqualTo("1.1");
        assertThat(later.findings())
                .containsExactly("api.github.com: the answer for releases is no whole JSON; "
                        + "what it listed on 2026-06-29 stands in");
    }

    @Test
    void aQueryThatIsTooMuchIsAskedInHalves() throws Exception {
        List<Recipe> recipes = IntStream.range(0, 40)
                .mapToObj(i -> OneRecipe.of("1.0", recipe("owner/n" + i)))
                .toList();
        IntStream.range(0, 40)
                .forEach(i -> repositories.put("owner/n" + i, repository("owner/n" + i, "", release("v1.1", ""))));
        server.on("/graphql", status(502), graphql());
        ReleaseSources sources = lists.on("2026-06-30");
        sources.expect(recipes);
        recipes.forEach(recipe -> assertThat(listed(recipe, sources)).isEqualTo(1));
        assertThat(batches).containsExactly(20, 20);
    }

    @Test
    void anApiThatIsDownIsNotAskedForEver() throws Exception {
        server.on("/graphql", status(500));
        List<Recipe> recipes = IntStream.range(0, 400)
                .mapToObj(i -> OneRecipe.of("1.0", recipe("owner/n" + i)))
                .toList();
        ReleaseSources sources = lists.on("2026-06-30");
        sources.expect(recipes);
        recipes.forEach(recipe -> assertThat(listed(recipe, sources)).isEqualTo(4));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void whatGitHubSaysIsWrongIsShown() throws Exception {
        server.on(
                "/graphql",
                body("{\"data\": null, \"errors\": [{\"type\": \"RATE_LIMITED\", \"message\": \"Slow\\ndown\"}]}"));
        assertThat(standing(lists.on("2026-06-30")).findings())
                .containsExactly("api.github.com: Slow down; tags stand in for releases");
    }

    @Test
    void anArchivedRepositoryIsAFinding() throws Exception {
        String archived = repository("a/b", "", release("v1.1", ""))
                .replaceFirst("\\{", "{\"isArchived\": true, \"archivedAt\": \"2024-11-30T08:00:00Z\", ");
        repositories.put("a/b", archived);
        assertThat(standing(lists.on("2026-06-30")).findings())
                .containsExactly("GitHub has archived a/b on 2024-11-30: nothing more is released there");
    }
}
