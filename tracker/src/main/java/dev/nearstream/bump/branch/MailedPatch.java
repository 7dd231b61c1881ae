package dev.nearstream.bump.branch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A commit as one mail of a mailbox, the way {@code git format-patch} writes it, from which {@code git am} makes a commit
 * of the same tree, author, date and message.
 *
 * <p>The body is plain text in UTF-8, and quoted-printable where plain text would not get through: with carriage returns,
 * which {@code git am} takes off, with lines of more than 998 bytes, and with what is not UTF-8. Git's own {@code
 * send-email} decides so too.
 */
final class MailedPatch {
    private static final int LONGEST_LINE = 998;
    /** What git writes there, so that the line is told from a person's text. */
    private static final String MAGIC_DATE = "Mon Sep 17 00:00:00 2001";

    private final ObjectReader reader;

    MailedPatch(ObjectReader reader) {
        this.reader = reader;
    }

    /** @param ids commits with one parent each, of which git makes one after the other */
    List<String> write(List<ObjectId> ids) throws IOException {
        List<String> mails = new ArrayList<>();
        for (ObjectId id : ids) {
            String number = ids.size() == 1 ? "" : " %d/%d".formatted(mails.size() + 1, ids.size());
            mails.add(write(id, "[PATCH" + number + "] "));
        }
        return mails;
    }

    private String write(ObjectId id, String tag) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            RevCommit commit = walk.parseCommit(id);
            RevCommit parent = walk.parseCommit(commit.getParent(0));
            byte[] body = body(commit, new PatchText(reader, parent.getTree(), commit.getTree()));
            boolean plain = isPlain(body);
            PersonIdent author = commit.getAuthorIdent();
            return "From " + id.name() + " " + MAGIC_DATE + "\n"
                    + "From: " + MailHeader.address(author.getName(), author.getEmailAddress()) + "\n"
                    + "Date: " + MailHeader.date(author.getWhenAsInstant()) + "\n"
                    + MailHeader.folded("Subject: ", tag + title(commit)) + "\n"
                    + "MIME-Version: 1.0\n"
                    + "Content-Type: text/plain; charset=UTF-8\n"
                    + "Content-Transfer-Encoding: " + (plain ? "8bit" : "quoted-printable") + "\n"
                    + "\n"
                    + (plain ? new String(body, UTF_8) : QuotedPrintable.encode(body));
        }
    }

    private static String title(RevCommit commit) {
        return commit.getFullMessage().lines().findFirst().orElse("");
    }

    private static byte[] body(RevCommit commit, PatchText patch) throws IOException {
        String message = commit.getFullMessage();
        int end = message.indexOf("\n\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((end < 0 ? "" : message.substring(end + 2)).getBytes(UTF_8));
        body.writeBytes("---\n".getBytes(ISO_8859_1));
        body.writeBytes(patch.stat().getBytes(UTF_8));
        body.write('\n');
        body.writeBytes(patch.diff());
        body.writeBytes("-- \nnearstream\n\n".getBytes(ISO_8859_1));
        return body.toByteArray();
    }

    private static boolean isPlain(byte[] body) {
        int length = 0;
        for (byte b : body) {
            length = b == '\n' ? 0 : length + 1;
            if (b == '\r' || length > LONGEST_LINE) {
                return false;
            }
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
