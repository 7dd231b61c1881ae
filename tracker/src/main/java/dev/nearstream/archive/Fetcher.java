package dev.nearstream.archive;

import dev.nearstream.http.Redaction;
import dev.nearstream.http.WebClient;
import dev.nearstream.http.WebException;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.upstream.UpstreamException.Kind;
import dev.nearstream.upstream.UpstreamUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Brings what a URL has to a file, from the network or from this machine. */
record Fetcher(WebClient web, boolean offline, long largest) {

    /** @param shown the URL as declared, for messages */
    void fetch(UpstreamUrl url, String shown, Path into) throws UpstreamException, IOException {
        switch (url.kind()) {
            case LOCAL -> copy(Path.of(url.address()), shown, into);
            case HTTP, HTTPS -> download(url, shown, into);
            case SSH, GIT ->
                throw ArchiveProblem.of(
                        Kind.REFUSED, shown, "an archive is read by https or http; such a URL would do", null);
        }
    }

    private void copy(Path file, String shown, Path into) throws UpstreamException, IOException {
        if (!Files.isRegularFile(file)) {
            throw ArchiveProblem.of(Kind.NOT_FOUND, shown, "there is no file " + file, null);
        }
        if (Files.size(file) > largest) {
            throw tooLarge(shown);
        }
        Files.copy(file, into, StandardCopyOption.REPLACE_EXISTING);
    }

    private void download(UpstreamUrl url, String shown, Path into) throws UpstreamException {
        if (offline) {
            throw ArchiveProblem.of(
                    Kind.OFFLINE,
                    shown,
                    "this archive was never downloaded; a run that is not offline would fetch it",
                    null);
        }
        try {
            web.download(URI.create(url.address()), into, largest);
        } catch (WebException e) {
            throw switch (e.kind()) {
                case TOO_LARGE -> tooLarge(shown);
                case UNREACHABLE -> failed(Kind.UNREACHABLE, shown, e);
                case HOST_OUT -> failed(Kind.HOST_OUT, shown, e);
                case DENIED -> failed(Kind.DENIED, shown, e);
                case NOT_FOUND -> failed(Kind.NOT_FOUND, shown, e);
                case REFUSED, RATE_LIMITED, FAILED ->
                    failed(Kind.FAILED, shown, e); // another night it may lead elsewhere
            };
        } catch (IllegalArgumentException e) {
            throw ArchiveProblem.of(Kind.REFUSED, shown, "this is no valid URL", e);
        }
    }

    private static UpstreamException failed(Kind kind, String shown, WebException e) {
        return ArchiveProblem.of(kind, shown, Redaction.quoted(e), e);
    }

    private UpstreamException tooLarge(String shown) {
        return ArchiveProblem.of(
                Kind.FAILED,
                shown,
                "it is larger than %,d bytes; archive-limit in the configuration could be raised".formatted(largest),
                null);
    }
}
