package dev.nearstream.pull;

import java.util.List;
import java.util.Optional;

/**
 * Where pull requests of one repository live. Branches are pushed by git before, and never from here. Not safe for
 * several threads.
 */
public interface Forge {

    /** The repository in words, as {@code github.com/owner/name}. */
    String name();

    /** What the token cannot do that the bot needs, a line each that says what to grant; empty where all is well. */
    List<String> missingRights() throws ForgeException;

    /** All open ones whose branch begins with the prefix, whoever opened them. */
    List<PullRequest> open(String branchPrefix) throws ForgeException;

    /** The newest one of a branch, in whatever state. */
    Optional<PullRequest> find(String branch) throws ForgeException;

    /** As it stands now. */
    Optional<PullRequest> get(String number) throws ForgeException;

    /**
     * Opens one. Where an open one of the branch is there already, as after a kill, that one is updated.
     *
     * <p>Labels and reviewers that the forge does not know are left out; the rest is done.
     */
    PullRequest open(Proposal proposal) throws ForgeException;

    /** Gives an open one another title, text, draft state and labels; what has not changed is not sent. */
    PullRequest update(PullRequest existing, Proposal proposal) throws ForgeException;

    /** Closes it with a word to those who read it. */
    void close(PullRequest existing, String comment) throws ForgeException;

    /**
     * Opens an issue, or gives the open one of the same key the new text.
     *
     * @param key stands invisibly in its text, and finds it again
     */
    PullRequest openIssue(String key, String title, String body, List<String> labels) throws ForgeException;

    /** Closes the open issue of that key, if there is one, with a word. */
    void closeIssue(String key, String comment) throws ForgeException;
}
