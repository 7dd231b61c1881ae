package dev.nearstream.upstream;

import dev.nearstream.http.Traffic;
import dev.nearstream.http.WebClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mirrors of one run: one for each URL that is really read, whatever it is called in the recipes. Safe for several
 * threads.
 */
public final class Mirrors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mirrors.class);

    private final MirrorSettings settings;
    private final DateCache dates;
    private final Clock clock;
    private final Network network;
    private final ConcurrentMap<String, ReadableMirror> mirrors = new ConcurrentHashMap<>();

    /** @param clock says when a mirror was last used, and how old a lock is */
    public Mirrors(MirrorSettings settings, DateCache dates, Clock clock) {
        this(settings, dates, clock, Traffic.UNHEARD);
    }

    /**
     * The same, of a run that is listened to.
     *
     * @param traffic hears what is asked of servers
     */
    public Mirrors(MirrorSettings settings, DateCache dates, Clock clock, Traffic traffic) {
        this(settings, dates, clock, new Network(settings, traffic));
    }

    Mirrors(MirrorSettings settings, DateCache dates, Clock clock, Network network) {
        Isolation.install();
        this.settings = settings;
        this.dates = dates;
        this.clock = clock;
        this.network = network;
    }

    /**
     * The mirror of a URL that a recipe declares, after the rewrites. Nothing is asked of the network yet.
     *
     * @throws UpstreamException of kind REFUSED where the URL is of a kind that is never read
     */
    public Mirror open(String declaredUrl) throws UpstreamException {
        UpstreamUrl url = url(declaredUrl);
        return mirror(url, UpstreamUrl.withoutUser(declaredUrl));
    }

    /** The HTTP client of this run: it and git know the same hosts that are out. */
    public WebClient web() {
        return network.web();
    }

    /** The mirror of a URL or a local path that the person at the command line gave. */
    public Mirror openTrusted(String urlOrPath) throws UpstreamException {
        return trusted(urlOrPath);
    }

    ReadableMirror trusted(String urlOrPath) throws UpstreamException {
        UpstreamUrl url =
                UpstreamUrl.trusted(settings.rewrites().apply(urlOrPath).orElse(urlOrPath));
        return mirror(url, UpstreamUrl.withoutUser(urlOrPath));
    }

    /**
     * A commit of such a repository, with where its objects lie; fetched at depth 1 where it is not here.
     *
     * @param revision as {@link Mirror#tree} takes it, or {@code HEAD}
     */
    public BorrowedObjects borrow(String urlOrPath, String revision) throws UpstreamException {
        ReadableMirror mirror = trusted(urlOrPath);
        try (CommitTree tree = mirror.tree(revision)) {
            return BorrowedObjects.of(tree.repository(), mirror.url(), tree.commit());
        }
    }

    /** The branches of a repository that the person at the command line gave to push to. */
    public RemoteBranches branches(String urlOrPath) throws UpstreamException {
        UpstreamUrl url =
                UpstreamUrl.trusted(settings.rewrites().apply(urlOrPath).orElse(urlOrPath));
        String shown = UpstreamUrl.withoutUser(urlOrPath);
        return new RemoteBranches(new Remote(url, shown, network), url, shown, settings.offline(), clock);
    }

    /**
     * What a declared URL is read from: the key by which {@link #prune} knows a mirror.
     *
     * @throws UpstreamException of kind REFUSED
     */
    public String effectiveUrl(String declaredUrl) throws UpstreamException {
        return url(declaredUrl).address();
    }

    private UpstreamUrl url(String declaredUrl) throws UpstreamException {
        return settings.rewrites().effective(declaredUrl);
    }

    private ReadableMirror mirror(UpstreamUrl url, String shown) {
        return mirrors.computeIfAbsent(url.address(), address -> make(url, shown));
    }

    private ReadableMirror make(UpstreamUrl url, String shown) {
        if (url.kind() == UpstreamUrl.Kind.LOCAL) {
            return new LocalMirror(shown, Path.of(url.address()), dates);
        }
        MirrorFiles files = MirrorFiles.of(settings.directory(), url);
        return new RemoteMirror(shown, files, new Remote(url, shown, network), settings, dates, clock);
    }

    /**
     * Deletes the mirrors of all other upstreams; those that another process is at stay.
     *
     * @param effectiveUrlsStillWanted as {@link #effectiveUrl} gives them
     * @return how many were deleted
     */
    public int prune(Set<String> effectiveUrlsStillWanted) throws IOException {
        Set<String> names = new HashSet<>();
        for (String url : effectiveUrlsStillWanted) {
            try {
                MirrorFiles files = MirrorFiles.of(settings.directory(), UpstreamUrl.trusted(url));
                names.add(files.directory().getFileName().toString());
            } catch (UpstreamException e) {
                LOG.debug("never mirrored: {}", e.getMessage());
            }
        }
        mirrors.values().forEach(ReadableMirror::release);
        return new MirrorPruning(settings.directory()).keepOnly(names);
    }

    /** Lets go of all connections and repositories, and brings the mirrors under their limit on disk. */
    @Override
    public void close() {
        mirrors.values().forEach(ReadableMirror::release);
        mirrors.clear();
        network.close();
        if (settings.diskLimit() > 0) {
            try {
                int evicted = new MirrorPruning(settings.directory()).shrinkTo(settings.diskLimit());
                LOG.debug("{} mirrors evicted", evicted);
            } catch (IOException e) {
                LOG.warn("{}: mirrors could not be evicted: {}", settings.directory(), Problems.quoted(e));
            }
        }
    }
}
