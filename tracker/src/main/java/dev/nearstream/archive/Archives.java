package dev.nearstream.archive;

import dev.nearstream.http.Redaction;
import dev.nearstream.http.WebClient;
import dev.nearstream.task.Task;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.upstream.UpstreamException.Kind;
import dev.nearstream.upstream.UpstreamUrl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archives of one run. Each is downloaded once, for this run and all that follow, and imported once; what failed is
 * not tried again in the run. Safe for several threads, and for several processes on one directory.
 */
public final class Archives {
    private static final Logger LOG = LoggerFactory.getLogger(Archives.class);
    /** Unpackers want up to 128 MiB each. */
    private static final int AT_ONCE = 2;

    private final ArchiveSettings settings;
    private final ArchiveFiles files;
    private final Fetcher fetcher;
    private final UnpackLimits limits;
    private final Clock clock;
    private final Semaphore unpacking = new Semaphore(AT_ONCE);
    private final ConcurrentMap<ArchiveSource, Answer> answers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ArchiveSum> summed = new ConcurrentHashMap<>();

    /** @param web of the run, which knows the hosts that are out */
    public Archives(ArchiveSettings settings, WebClient web, Clock clock) {
        this(settings, web, clock, UnpackLimits.DEFAULT);
    }

    Archives(ArchiveSettings settings, WebClient web, Clock clock, UnpackLimits limits) {
        this.settings = settings;
        this.files = new ArchiveFiles(settings.directory());
        this.fetcher = new Fetcher(web, settings.offline(), settings.largest());
        this.limits = limits;
        this.clock = clock;
    }

    /** What came of one source; who asks while another is at it waits. */
    private final class Answer {
        private @Nullable ArchiveMirror mirror;
        private @Nullable UpstreamException failure;

        synchronized ArchiveMirror of(ArchiveSource source) throws UpstreamException {
            if (failure != null) {
                throw failure;
            }
            ArchiveMirror known = mirror;
            if (known == null) {
                try {
                    known = find(source);
                } catch (UpstreamException e) {
                    failure = e;
                    throw e;
                }
                mirror = known;
            }
            return known;
        }
    }

    /**
     * The archive's files.
     *
     * @throws UpstreamException of kind REFUSED where its URL is never read, or where what is in it, known by its sum, is
     *     not taken; OFFLINE where it would have to be downloaded; NOT_FOUND and others as the server answers; FAILED
     *     where its sum is another
     */
    public ArchiveMirror open(ArchiveSource source) throws UpstreamException {
        return answers.computeIfAbsent(source, unused -> new Answer()).of(source);
    }

    /**
     * The sum of what a URL has now. It is downloaded for it, once in a run, and kept as the archive of that sum. A page for
     * people in place of a file has none.
     *
     * @throws UpstreamException as {@link #open}
     */
    public ArchiveSum sum(String declaredUrl, ArchiveSum.Algorithm algorithm) throws UpstreamException {
        String shown = UpstreamUrl.withoutUser(declaredUrl);
        UpstreamUrl url = settings.rewrites().effective(declaredUrl);
        ArchiveSource source = new ArchiveSource(declaredUrl, List.of(), 0);
        try {
            ArchiveSum known = summed.get(declaredUrl);
            if (known == null) {
                known = downloaded(source, url, shown, null);
                if (WebPage.isInPlaceOf(declaredUrl, files.archive(known))) {
                    Files.deleteIfExists(files.archive(known));
                    throw ArchiveProblem.of(
                            Kind.FAILED, shown, "a web page came in its place; its sum would be no file's", null);
                }
                summed.put(declaredUrl, known);
            }
            return known.algorithm() == algorithm ? known : ArchiveSum.of(algorithm, files.archive(known));
        } catch (IOException e) {
            throw ArchiveProblem.disk(shown, e);
        }
    }

    private ArchiveMirror find(ArchiveSource source) throws UpstreamException {
        String shown = UpstreamUrl.withoutUser(source.url());
        UpstreamUrl url = settings.rewrites().effective(source.url());
        try {
            Optional<ArchiveSum> sum = source.sums().isEmpty()
                    ? files.noted(url.address(), clock.instant())
                    : Optional.of(source.sums().get(0));
            Optional<Path> tree = sum.map(of -> files.tree(of, source.strip()));
            Optional<String> commit = tree.isEmpty() ? Optional.empty() : ArchiveFiles.commit(tree.get());
            if (tree.isPresent() && commit.isPresent()) {
                return new ArchiveMirror(shown, tree.get(), commit.get());
            }
            return made(source, url, shown, sum);
        } catch (IOException e) {
            throw ArchiveProblem.disk(shown, e);
        }
    }

    private ArchiveMirror made(ArchiveSource source, UpstreamUrl url, String shown, Optional<ArchiveSum> expected)
            throws UpstreamException, IOException {
        ArchiveSum sum = expected.isPresent() && isThere(expected.get())
                ? expected.get()
                : downloaded(source, url, shown, expected.orElse(null));
        Path tree = files.tree(sum, source.strip());
        try {
            imported(sum, source.strip(), tree);
        } catch (ArchiveRefusedException e) {
            if (source.sums().isEmpty()) {
                Files.deleteIfExists(files.archive(sum)); // it may be a server's page of the day
                throw ArchiveProblem.of(Kind.FAILED, shown, Redaction.quoted(e), e);
            }
            throw ArchiveProblem.of(Kind.REFUSED, shown, Redaction.quoted(e), e);
        }
        if (source.sums().isEmpty()) {
            files.note(url.address(), sum);
        }
        String commit = ArchiveFiles.commit(tree).orElseThrow(() -> new IOException(tree + " does not open"));
        return new ArchiveMirror(shown, tree, commit);
    }

    /** Whether the archive lies there, whole. */
    private boolean isThere(ArchiveSum sum) throws IOException {
        try {
            return ArchiveSum.of(sum.algorithm(), files.archive(sum)).equals(sum);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private ArchiveSum downloaded(ArchiveSource source, UpstreamUrl url, String shown, @Nullable ArchiveSum noted)
            throws UpstreamException, IOException {
        files.clear(clock.instant());
        Path part = files.part(files.directory());
        try {
            fetcher.fetch(url, shown, part);
            for (ArchiveSum expected : source.sums()) {
                ArchiveSum found = ArchiveSum.of(expected.algorithm(), part);
                if (!found.equals(expected)) {
                    throw ArchiveProblem.of(
                            Kind.FAILED,
                            shown,
                            found.algorithm() + " is " + found.hex() + ArchiveSum.MISMATCH + expected.hex(),
                            null);
                }
            }
            ArchiveSum sum = source.sums().isEmpty()
                    ? ArchiveSum.of(ArchiveSum.Algorithm.SHA256, part)
                    : source.sums().get(0);
            if (noted != null && !noted.equals(sum)) {
                LOG.info("{}: was {}, is {} now", shown, noted.hex(), sum.hex());
            }
            Files.move(part, files.archive(sum), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return sum;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void imported(ArchiveSum sum, int strip, Path tree) throws IOException {
        Path made = files.partDirectory(files.trees());
        try {
            Task.pausing(unpacking::acquire);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        try {
            TreeImport.make(files.archive(sum), strip, limits, made);
            files.place(made, tree);
        } finally {
            unpacking.release();
            ArchiveFiles.delete(made);
        }
    }

    /**
     * Deletes the archives that none of these sources names, with their trees, save what stands for a URL that has no
     * sum and was asked for within the last 30 days.
     *
     * @return how many were deleted
     */
    public int prune(Collection<ArchiveSource> stillWanted) throws IOException {
        Set<String> sums = new HashSet<>();
        stillWanted.forEach(source -> source.sums().forEach(sum -> sums.add(sum.hex())));
        return new ArchivePruning(files, clock.instant()).keepOnly(sums);
    }
}
