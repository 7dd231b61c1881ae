package dev.nearstream.upstream;

import static dev.nearstream.http.WireFailures.find;

import dev.nearstream.http.HostGate;
import dev.nearstream.http.TimeLimits;
import dev.nearstream.http.TooLongException;
import dev.nearstream.http.WireFailures;
import dev.nearstream.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.jspecify.annotations.Nullable;

/** Tells what kind of failure an exchange with a server ended in, by status and by type. */
record FailureReport(
        UpstreamUrl url, String shown, @Nullable String ref, HostGate gate) {

    /** @throws TransientFailure where another attempt may help */
    UpstreamException of(Exception exception, HttpTrace trace) {
        Throwable wire = trace.failure().map(Throwable.class::cast).orElse(exception);
        if (find(wire, TimeLimits.TotalTimeException.class).isPresent()) {
            return trace.reached()
                    ? problem(Kind.FAILED, words(wire, TimeLimits.TotalTimeException.class), exception)
                    : unreachable(words(wire, TimeLimits.TotalTimeException.class), exception);
        }
        if (isUnknownHost(wire)) {
            String reason = "unknown host " + url.host();
            gate.putOut(url.host(), url.port(), reason);
            return problem(Kind.UNREACHABLE, reason, exception);
        }
        if (!trace.reached() && WireFailures.isConnecting(wire)) {
            return unreachable("cannot connect: " + said(WireFailures.innermost(wire)), exception);
        }
        if (find(wire, TimeLimits.SilenceException.class).isPresent()) {
            UpstreamException silent = trace.reached()
                    ? problem(Kind.FAILED, words(wire, TimeLimits.SilenceException.class), exception)
                    : unreachable(words(wire, TimeLimits.SilenceException.class), exception);
            throw new TransientFailure(silent);
        }
        gate.reached(url.host(), url.port());
        if (find(wire, TooLongException.class).isPresent()) {
            return problem(Kind.FAILED, words(wire, TooLongException.class), exception);
        }
        if (trace.failure().isEmpty() && trace.status() >= 300) {
            return byStatus(trace.status(), exception);
        }
        if (find(wire, NoRemoteRepositoryException.class).isPresent()) {
            return problem(Kind.NOT_FOUND, "there is no such repository", exception);
        }
        if (isDenied(wire)) {
            return problem(Kind.DENIED, "the server refuses this user's keys", exception);
        }
        UpstreamException failed = problem(Kind.FAILED, said(Problems.quoted(wire)), exception);
        if (isBroken(wire, trace)) {
            throw new TransientFailure(failed);
        }
        return failed;
    }

    private UpstreamException byStatus(int status, Exception exception) {
        return switch (status) {
            case 401 ->
                problem(
                        Kind.DENIED,
                        "the server wants credentials (401): there is no such repository, or a private one",
                        exception);
            case 403 -> problem(Kind.DENIED, "the server refuses (403)", exception);
            case 404, 410 -> problem(Kind.NOT_FOUND, "there is no such repository (" + status + ")", exception);
            default -> {
                UpstreamException failed = problem(Kind.FAILED, "the server answers " + status, exception);
                if (status == 429 || status >= 500) {
                    throw new TransientFailure(failed);
                }
                yield failed;
            }
        };
    }

    private UpstreamException unreachable(String reason, Exception exception) {
        gate.failed(url.host(), url.port(), reason);
        return problem(Kind.UNREACHABLE, reason, exception);
    }

    private boolean isUnknownHost(Throwable wire) {
        return WireFailures.isUnknownHost(wire) || (url.kind() == UpstreamUrl.Kind.GIT && !isResolved(url.host()));
    }

    /** JGit's transport for git: says an unknown host in words alone, without the cause. */
    private static boolean isResolved(String host) {
        try {
            InetAddress.getByName(host);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isDenied(Throwable wire) {
        return find(wire, SshException.class)
                .filter(ssh -> ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                        || ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE)
                .isPresent();
    }

    /** The wire broke, in distinction to an answer that we do not like. */
    private static boolean isBroken(Throwable wire, HttpTrace trace) {
        return find(wire, NotSupportedException.class).isEmpty()
                && find(wire, PackProtocolException.class).isEmpty()
                && (trace.failure().isPresent()
                        || find(wire, SocketException.class).isPresent()
                        || find(wire, java.io.EOFException.class).isPresent()
                        || find(wire, java.io.InterruptedIOException.class).isPresent());
    }

    private UpstreamException problem(Kind kind, String what, Throwable cause) {
        return Problems.of(kind, shown, ref, what, "", cause);
    }

    private static String words(Throwable wire, Class<? extends IOException> type) {
        return find(wire, type).map(Problems::quoted).orElse("");
    }

    /** In JGit's words, without the address that it puts before some of them. */
    private String said(String words) {
        return words.startsWith(shown + ": ") ? words.substring(shown.length() + 2) : words;
    }
}
