package dev.nearstream.pull;

import java.util.List;
import java.util.Optional;

/**
 * Where pull requests of one repository live. Branches are pushed by git before, and never from here. Only those from
 * branches of the repository itself are known: a fork's branch may bear any name, ours as well.
 *
 * <p>One is for one run: it remembers what the forge said of labels, issues and numbers. Not safe for several threads.
 */
public interface Forge {

    /** The repository in words, as {@code github.com/owner/name}. */
    String name();

    /**
     * What the token cannot do that the bot needs, a line each that says what to grant; empty where all is well, as far as
     * the forge tells. Changes nothing.
     */
    List<String> missingRights() throws ForgeException;

    /** All open ones whose branch begins with the prefix, whoever opened them; the oldest first where that is known. */
    List<PullRequest> open(String branchPrefix) throws ForgeException;

    /** The newest one of a branch, in whatever state. */
    Optional<PullRequest> find(String branch) throws ForgeException;

    /** As it stands now; empty where the repository has none of that number. */
    Optional<PullRequest> get(String number) throws ForgeException;

    /**
     * Opens one. Where an open one of the branch is there already, as after a kill or a lost answer, that one is updated,
     * whatever its base. Where the last one of the branch is closed or merged, another is opened.
     *
     * <p>Labels and reviewers that the forge does not know are left out; the rest is done.
     */
    PullRequest open(Proposal proposal) throws ForgeException;

    /**
     * Gives an open one another title, text, base and draft state, and the labels that it lacks; what has not changed is
     * not sent. Reviewers are asked by {@link #open(Proposal)} alone: nobody is asked again every night.
     *
     * @throws ForgeException of kind REFUSED where it is not there, or not open any more
     */
    PullRequest update(PullRequest existing, Proposal proposal) throws ForgeException;

    /**
     * Closes it with a word to those who read it; does nothing where it is not open any more.
     *
     * @throws ForgeException of kind REFUSED where it is not there
     */
    void close(PullRequest existing, String comment) throws ForgeException;

    /**
     * Opens an issue, or gives the open one that we opened under the same key the new title and text.
     *
     * @param key stands invisibly in its text, and finds it again
     * @return the issue, as a pull request without branch and head
     */
    PullRequest openIssue(String key, String title, String body, List<String> labels) throws ForgeException;

    /** Closes our open issue of that key, if there is one, with a word. */
    void closeIssue(String key, String comment) throws ForgeException;
}
