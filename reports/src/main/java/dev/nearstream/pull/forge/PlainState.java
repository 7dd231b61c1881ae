package dev.nearstream.pull.forge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.nearstream.pull.PullRequest.State;
import java.util.List;
import java.util.Objects;

/**
 * What the file beside a pull request's page says of it, for programs.
 *
 * @param name the branch; an issue's key
 * @param base empty for an issue
 * @param head empty for an issue
 * @param closedBecause empty while it is open
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlainState(
        String name,
        String base,
        String head,
        State state,
        boolean draft,
        String title,
        List<String> labels,
        List<String> reviewers,
        String closedBecause,
        String body) {

    PlainState {
        for (String text : new String[] {name, base, head, title, closedBecause, body}) {
            Objects.requireNonNull(text); // who reads JSON does not look
        }
        Objects.requireNonNull(state);
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
    }

    PlainState merged() {
        return new PlainState(name, base, head, State.MERGED, draft, title, labels, reviewers, closedBecause, body);
    }

    PlainState closed(String because) {
        return new PlainState(
                name, base, head, State.CLOSED, draft, title, labels, reviewers, ForgeText.body(because, 65_536), body);
    }
}
