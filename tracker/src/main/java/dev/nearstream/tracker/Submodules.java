package dev.nearstream.tracker;

import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/** The submodules of checkouts, opened when a patch looks into them. Not thread-safe. */
final class Submodules implements AutoCloseable {
    private static final int MAX_DEPTH = 4;

    private final Upstreams upstreams;
    private final Map<String, Mount> open = new HashMap<>();

    Submodules(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /**
     * The submodule of {@code parent} that a path lies in, its directory relative to the parent's root; empty where it
     * lies in none, or too deep.
     */
    Optional<Mount> holding(Mount parent, SourceTree tree, String path, int depth) throws UpstreamException {
        if (depth >= MAX_DEPTH) {
            return Optional.empty();
        }
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String prefix = end < 0 ? path : path.substring(0, end);
            Optional<SourceTree.Entry> entry = tree.find(prefix);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            if (entry.get().type() == SourceTree.Type.SUBMODULE) {
                return Optional.of(mount(parent, tree, prefix, entry.get().id()));
            }
            if (end < 0) {
                return Optional.empty();
            }
        }
    }

    private Mount mount(Mount parent, SourceTree tree, String path, String commit) throws UpstreamException {
        String key = parent.id() + " " + path;
        Mount mount = open.get(key);
        if (mount == null) {
            String url = url(parent, tree, path);
            if (url == null) {
                throw new UpstreamException(
                        UpstreamException.Kind.NO_REF,
                        tree.location(),
                        path,
                        tree.location() + ": .gitmodules names no URL for the submodule " + path,
                        null);
            }
            mount = new Mount(null, path, upstreams.open(url), new Revision(commit, commit), true);
            open.put(key, mount);
        }
        return mount;
    }

    private static @Nullable String url(Mount parent, SourceTree tree, String path) throws UpstreamException {
        String url = declared(tree, path);
        if (url == null || !(url.startsWith("./") || url.startsWith("../"))) {
            return url;
        }
        String base = parent.mirror().url();
        try {
            return URI.create(base.endsWith("/") ? base : base + "/")
                    .resolve(url)
                    .toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String declared(SourceTree tree, String path) throws UpstreamException {
        Config modules = new Config();
        try {
            Optional<byte[]> text = tree.read(".gitmodules");
            if (text.isPresent()) {
                modules.fromText(new String(text.get(), StandardCharsets.UTF_8));
            }
        } catch (ConfigInvalidException e) {
            return null;
        }
        return modules.getSubsections("submodule").stream()
                .filter(name -> path.equals(modules.getString("submodule", name, "path")))
                .map(name -> modules.getString("submodule", name, "url"))
                .filter(url -> url != null)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        open.values().forEach(Mount::close);
    }
}
