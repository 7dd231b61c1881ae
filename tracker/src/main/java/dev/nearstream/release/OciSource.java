package dev.nearstream.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nearstream.http.WebAnswer;
import dev.nearstream.upstream.Mirror;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tags of an image in a registry (OCI distribution specification, "Listing Tags"), asked for without credentials,
 * with the anonymous token that registries hand out where they want one. They bear no dates and no commits.
 *
 * @param identifier {@code host/name}
 * @param mirror of the repository that the recipe checks out, or null
 */
record OciSource(String identifier, @Nullable Mirror mirror, ListApi api, KeptLists kept) implements ReleaseSource {
    private static final Pattern IMAGE =
            Pattern.compile("([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?)/([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)");
    private static final Pattern NEXT = Pattern.compile("<([^<>]+)>\\s*;[^,]*\\brel=\"?next\"?");
    private static final Pattern PARAMETER = Pattern.compile("(realm|service|scope)=\"([^\"]*)\"");
    private static final int MOST_PAGES = 50;

    @Override
    public Listing list() {
        Matcher image = IMAGE.matcher(identifier);
        if (!image.matches()) {
            return Listing.failed(
                    Listing.Kind.OCI,
                    mirror,
                    "update.oci.identifier is host/name of an image, not '" + identifier + "'");
        }
        String base = "https://" + image.group(1);
        return new KeptListing(Listing.Kind.OCI, mirror, kept, "oci " + identifier)
                .of(() -> tags(base, "/v2/" + image.group(2) + "/tags/list?n=1000", image.group(2)));
    }

    private List<Candidate> tags(String base, String first, String image) throws ListException {
        List<Candidate> tags = new ArrayList<>();
        String what = "image " + image;
        String bearer = null;
        Optional<String> next = Optional.of(first);
        for (int page = 0; page < MOST_PAGES && next.isPresent(); page++) {
            String url = base + next.get();
            WebAnswer answer = api.get(url, Map.of(), bearer);
            if (answer.status() == 401 && bearer == null) {
                bearer = "Bearer " + token(answer, base);
                answer = api.get(url, Map.of(), bearer);
            }
            JsonNode listed = ListApi.json(url, answer, what).path("tags");
            if (!listed.isArray() && !listed.isNull()) {
                throw failed(base, "the answer for " + what + " has no tags");
            }
            listed.forEach(tag -> {
                if (tag.isTextual()) {
                    tags.add(Candidate.named(tag.textValue()));
                }
            });
            next = answer.header("Link").flatMap(link -> next(link, base));
        }
        if (next.isPresent()) {
            throw failed(base, "%s has more than %d pages of tags".formatted(what, MOST_PAGES));
        }
        return tags;
    }

    /** The path of the next page; one on another host is not followed. */
    private static Optional<String> next(String link, String base) {
        Matcher next = NEXT.matcher(link);
        if (!next.find()) {
            return Optional.empty();
        }
        try {
            URI to = URI.create(base).resolve(next.group(1));
            return to.getRawQuery() == null ? Optional.empty() : Optional.of(to.getRawPath() + "?" + to.getRawQuery());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The registry names who hands out tokens. */
    private String token(WebAnswer refused, String base) throws ListException {
        String challenge = refused.header("WWW-Authenticate").orElse("");
        String realm = "";
        StringBuilder query = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(challenge);
        while (parameter.find()) {
            if (parameter.group(1).equals("realm")) {
                realm = parameter.group(2);
            } else {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.group(1))
                        .append('=')
                        .append(parameter.group(2).replaceAll("[^A-Za-z0-9._:/,-]", ""));
            }
        }
        if (!challenge.regionMatches(true, 0, "Bearer ", 0, 7) || !realm.matches("https?://[\\w.:/-]+")) {
            throw new ListException(ListException.Kind.DENIED, ListApi.host(base) + " wants credentials");
        }
        JsonNode document = ListApi.json(realm, api.get(realm + query, Map.of(), null), "a token");
        String token =
                document.path("token").asText(document.path("access_token").asText(""));
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw failed(realm, "the answer for a token has none");
        }
        return token;
    }

    private static ListException failed(String url, String words) {
        return new ListException(ListException.Kind.FAILED, ListApi.host(url) + ": " + words);
    }
}
