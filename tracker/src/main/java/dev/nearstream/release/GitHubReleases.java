package dev.nearstream.release;

import dev.nearstream.http.HostCredentials;
import dev.nearstream.release.GitHubQuery.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's releases, by GraphQL and so only with a token. Who asks for one repository takes those along that will be asked
 * for soon, so that thousands of repositories make some dozens of requests. Each is asked once in a run. Safe for several
 * threads.
 */
final class GitHubReleases {
    static final String URL = "https://api.github.com/graphql";
    /** GitHub gives a query ten seconds; 5,000 releases take two or three. */
    private static final int BATCH = 50;

    private static final int SMALLEST = 10;
    private static final int MOST_PAGES = 10;
    /** Failures in a row after which the rest of the run goes without. */
    static final int PATIENCE = 3;

    private final ListApi api;
    private final KeptLists kept;
    private final @Nullable String token;
    private final Map<String, CompletableFuture<Answer>> answers = new HashMap<>();
    private final Set<String> expected = new LinkedHashSet<>();
    private int failures;

    GitHubReleases(ListApi api, KeptLists kept, HostCredentials credentials) {
        this.api = api;
        this.kept = kept;
        this.token = token(credentials);
    }

    static @Nullable String token(HostCredentials credentials) {
        return credentials
                .find("api.github.com")
                .or(() -> credentials.find("github.com"))
                .map(HostCredentials.Login::secret)
                .orElse(null);
    }

    /**
     * What is known of a repository's releases.
     *
     * @param releases null where nothing is known; a finding says why
     */
    record Answer(@Nullable List<Candidate> releases, List<String> findings) {}

    /** Why tags stand in for releases in this run, or empty. */
    Optional<String> unavailable() {
        if (api.isOffline()) {
            return Optional.of("tags stand in for GitHub releases: offline");
        }
        return token == null
                ? Optional.of("tags stand in for GitHub releases: NEARSTREAM_TOKEN_GITHUB_COM is not set")
                : Optional.empty();
    }

    /** Says what will be asked for, in the order in which it will be. */
    synchronized void expect(Collection<String> identifiers) {
        identifiers.stream()
                .map(GitHubReleases::key)
                .filter(of -> !answers.containsKey(of))
                .forEach(expected::add);
    }

    /** The releases of {@code owner/name}; only where they are available. */
    Answer of(String identifier) {
        String key = key(identifier);
        List<String> batch = new ArrayList<>();
        CompletableFuture<Answer> answer;
        synchronized (this) {
            if (!answers.containsKey(key)) {
                batch.add(key);
                expected.remove(key);
                expected.stream().limit(BATCH - 1L).forEach(batch::add);
                batch.forEach(of -> {
                    expected.remove(of);
                    answers.put(of, new CompletableFuture<>());
                });
            }
            answer = Objects.requireNonNull(answers.get(key));
        }
        if (!batch.isEmpty()) {
            new Batch().ask(batch);
        }
        return answer.join();
    }

    /** GitHub tells no capitals from small letters. */
    private static String key(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    private void settle(String key, Answer answer) {
        open(key).complete(answer);
    }

    private synchronized CompletableFuture<Answer> open(String key) {
        return Objects.requireNonNull(answers.get(key));
    }

    private synchronized boolean isOut() {
        return failures >= PATIENCE;
    }

    private synchronized void came(boolean answered) {
        failures = answered ? 0 : failures + 1;
    }

    /** Repositories that are asked for together. */
    private final class Batch {
        private final Map<String, List<Candidate>> found = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, String> archived = new HashMap<>();

        void ask(List<String> keys) {
            try {
                List<Page> open = keys.stream().map(key -> new Page(key, null)).toList();
                for (int page = 0; page < MOST_PAGES && !open.isEmpty(); page++) {
                    open = pages(open, page + 1 == MOST_PAGES);
                }
            } finally {
                keys.stream()
                        .filter(key -> !open(key).isDone())
                        .forEach(key -> settle(key, failed(key, "it was not asked")));
            }
        }

        /** Answers the pages that come next. */
        private List<Page> pages(List<Page> pages, boolean last) {
            String why = "it is not asked again in this run";
            if (!isOut()) {
                try {
                    Map<Page, GitHubQuery.Answer> came = request(pages);
                    came(true);
                    List<Page> next = new ArrayList<>();
                    for (Page page : pages) {
                        take(page, came.get(page), last).ifPresent(next::add);
                    }
                    return next;
                } catch (ListException e) {
                    came(false);
                    why = e.words();
                }
            }
            if (pages.size() >= 2 * SMALLEST && !isOut()) {
                List<Page> next = new ArrayList<>(pages(pages.subList(0, pages.size() / 2), last));
                next.addAll(pages(pages.subList(pages.size() / 2, pages.size()), last));
                return next;
            }
            for (Page page : pages) {
                settle(page.identifier(), failed(page.identifier(), why));
            }
            return List.of();
        }

        private Map<Page, GitHubQuery.Answer> request(List<Page> pages) throws ListException {
            return GitHubQuery.read(
                    URL, ListApi.json(URL, api.post(URL, GitHubQuery.of(pages), "Bearer " + token), "releases"), pages);
        }

        /** Answers the page that comes next, where it holds what is not known yet. */
        private Optional<Page> take(Page page, GitHubQuery.@Nullable Answer came, boolean last) {
            String key = page.identifier();
            if (came == null) {
                settle(key, failed(key, "the answer has nothing of it"));
                return Optional.empty();
            } else if (came.gone()) {
                settle(
                        key,
                        new Answer(
                                null,
                                List.of("GitHub has no repository " + key + "; correct update.github.identifier")));
                return Optional.empty();
            }
            names.put(key, came.name());
            if (came.archived() != null) {
                archived.put(key, came.archived());
            }
            List<Candidate> all = found.computeIfAbsent(key, unused -> new ArrayList<>());
            all.addAll(came.releases());
            if (came.next() != null && !last) {
                List<Candidate> older = older(key, all);
                if (older.isEmpty()) {
                    return Optional.of(new Page(key, came.next()));
                }
                all.addAll(older);
            }
            settle(key, complete(key, all));
            return Optional.empty();
        }

        /** What an earlier run was told of behind the oldest release that came; nothing where it was not told of that. */
        private List<Candidate> older(String key, List<Candidate> came) {
            if (came.isEmpty()) {
                return List.of();
            }
            String oldest = came.get(came.size() - 1).name();
            List<Candidate> known =
                    kept.find(source(key)).map(KeptLists.Kept::candidates).orElse(List.of());
            return known.stream()
                    .dropWhile(of -> !of.name().equals(oldest))
                    .skip(1)
                    .toList();
        }

        private Answer complete(String key, List<Candidate> all) {
            kept.keep(source(key), all);
            String name = names.getOrDefault(key, key);
            List<String> findings = new ArrayList<>();
            if (!key(name).equals(key)) {
                findings.add(
                        "GitHub calls the repository %s %s now; correct update.github.identifier".formatted(key, name));
            }
            Optional.ofNullable(archived.get(key)).ifPresent(findings::add);
            return new Answer(all, findings);
        }
    }

    private Answer failed(String key, String why) {
        String words = why.startsWith("api.") ? why : "api.github.com: " + why;
        return kept.find(source(key))
                .map(last -> new Answer(last.candidates(), List.of(words + KeptListing.standsIn(last))))
                .orElseGet(() -> new Answer(null, List.of(words + "; tags stand in for releases")));
    }

    private static String source(String key) {
        return "github " + key;
    }
}
