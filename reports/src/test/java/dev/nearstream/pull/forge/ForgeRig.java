package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.pull.Forge;
import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import java.util.List;
import java.util.Set;

/** What a test of a forge has at hand, whichever forge it is. */
abstract class ForgeRig {
    static final String BASE = "main";
    static final String HEAD = "a".repeat(40);

    /** A new one each time, as another process has it. */
    abstract Forge forge() throws Exception;

    /** Puts a branch with a change on the remote. */
    abstract void push(String branch) throws Exception;

    /** Merges one, or skips the test where that cannot be. */
    abstract void merge(PullRequest pull) throws Exception;

    /** What is there, apart from the forge's own account where it can be. */
    abstract Seen seen(String number) throws Exception;

    /** What has been sent, or which files have been written, since this was asked before. */
    abstract List<String> writes() throws Exception;

    /** What has been said where one was closed, or skips the test where that cannot be read. */
    abstract String said(String number) throws Exception;

    record Seen(String title, String body, Set<String> labels, Set<String> reviewers) {}

    /** Whether {@link #writes} knows. */
    boolean observesWrites() {
        return true;
    }

    final void assertNothingWritten() throws Exception {
        assertThat(writes()).isEmpty();
    }

    final void assertWritten() throws Exception {
        if (observesWrites()) {
            assertThat(writes()).isNotEmpty();
        }
    }

    String base() {
        return BASE;
    }

    /** Begins the names of this test's branches. */
    String prefix() {
        return "nearstream/";
    }

    /** As many as a list of several pages has. */
    int many() {
        return 250;
    }

    /** Whether labels and reviewers must be known. */
    boolean knowsNames() {
        return true;
    }

    final Proposal proposal(String branch) throws Exception {
        push(prefix() + branch);
        return new Proposal(
                prefix() + branch,
                base(),
                HEAD,
                branch + " package update",
                "Takes it to the newest release.\n",
                false,
                List.of(),
                List.of(),
                "From " + HEAD + " Mon Sep 17 00:00:00 2001\nSubject: [PATCH] x\n\n---\n");
    }

    static Proposal with(Proposal of, String title, String body, boolean draft) {
        return new Proposal(
                of.branch(), of.base(), of.head(), title, body, draft, of.labels(), of.reviewers(), of.mail());
    }

    static Proposal with(Proposal of, List<String> labels, List<String> reviewers) {
        return new Proposal(
                of.branch(), of.base(), of.head(), of.title(), of.body(), of.draft(), labels, reviewers, of.mail());
    }
}
