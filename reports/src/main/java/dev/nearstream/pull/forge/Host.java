package dev.nearstream.pull.forge;

import dev.nearstream.pull.ForgeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs between the APIs of forges: each a request, or as few as it takes. */
interface Host {
    /** Pull requests and issues have numbers, labels and comments of their own on some. */
    enum Thing {
        PULL,
        ISSUE
    }

    String name();

    /** UTF-16 units of a text that are taken. */
    int longestBody();

    /** The text, so that the host shows it and does nothing on its account. */
    default String harmless(String body) {
        return body;
    }

    /** A title that the host does not take for a draft's. */
    default String harmlessTitle(String title) {
        return title;
    }

    List<String> missingRights() throws ForgeException;

    /** All open pull requests from branches of this repository. */
    List<Standing> open() throws ForgeException;

    /** Those of a branch of this repository in whatever state, the newest first. */
    List<Standing> of(String branch) throws ForgeException;

    Optional<Standing> get(String number) throws ForgeException;

    Standing create(String branch, String base, String title, String body, boolean draft) throws ForgeException;

    void edit(Thing thing, Standing standing, Change change) throws ForgeException;

    /** All labels by name, with what the API calls them. */
    Map<String, String> labels() throws ForgeException;

    /**
     * Adds labels to those that are there.
     *
     * @param labels as the API calls them
     */
    void addLabels(Thing thing, String number, List<String> labels) throws ForgeException;

    /** Asks those whom the host knows for a review, beside those who have been asked. */
    void request(Standing standing, List<String> reviewers) throws ForgeException;

    void comment(Thing thing, String number, String text) throws ForgeException;

    void close(Thing thing, String number) throws ForgeException;

    /** The open issues that the token's user has opened. */
    List<Standing> ownIssues() throws ForgeException;

    Standing createIssue(String title, String body) throws ForgeException;
}
