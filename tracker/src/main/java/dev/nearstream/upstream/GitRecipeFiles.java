package dev.nearstream.upstream;

import dev.nearstream.recipe.FileTooLargeException;
import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * The recipes of one commit, read from a git repository without a checkout. Symbolic links are followed inside the tree;
 * what leads out of it is absent. Safe for several threads.
 */
public final class GitRecipeFiles implements RecipeFiles, AutoCloseable {
    /** As the kernel's. */
    private static final int LINKS = 40;

    private static final int LONGEST_LINK = 4096;

    private final CommitTree commit;
    private final TreeReader tree;

    private GitRecipeFiles(CommitTree commit) {
        this.commit = commit;
        this.tree = commit.tree();
    }

    /**
     * The newest commit of a repository.
     *
     * @param source a URL or a local repository as a person gave it
     * @throws UpstreamException where it cannot be had
     */
    public static GitRecipeFiles open(Mirrors mirrors, RecipeSource source) throws UpstreamException {
        String revision = source.branch().map(branch -> "refs/heads/" + branch).orElse("HEAD");
        try {
            return new GitRecipeFiles(mirrors.trusted(source.location()).tree(revision));
        } catch (UpstreamException e) {
            if (e.kind() == UpstreamException.Kind.NO_REF && source.branch().isPresent()) {
                throw Problems.of(
                        e.kind(),
                        e.url(),
                        source.branch().get(),
                        "there is no such branch",
                        "a branch that it has would do",
                        e);
            }
            throw e;
        }
    }

    /** The repository's own name for messages, whatever the commit. */
    public String repository() {
        return commit.url();
    }

    /** A commit of a repository, which stays open until this is closed. */
    public static GitRecipeFiles of(Repository repository, String commit) throws UpstreamException {
        return new GitRecipeFiles(
                CommitTree.open(repository, String.valueOf(repository.getDirectory()), ObjectId.fromString(commit)));
    }

    /**
     * The hash of the file or directory at a path, links followed: where it is the same in another tree, so is what
     * stands there. Empty where nothing does.
     */
    public Optional<String> hash(String path) throws IOException {
        return resolve(path).map(place -> place.node().id().name());
    }

    /** The commit's hash. */
    public String commit() {
        return commit.commit();
    }

    @Override
    public String location() {
        return commit.location();
    }

    @Override
    public List<Entry> list(String directory) throws IOException {
        Optional<Place> place = resolve(directory);
        if (place.isEmpty() || !place.get().node().isDirectory()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, TreeReader.Node> child : children(place.get()).entrySet()) {
            TreeReader.Node node = child.getValue();
            if (node.isLink()) {
                Optional<TreeReader.Node> target =
                        step(place.get(), child.getKey()).map(Place::node);
                if (target.isEmpty()) {
                    continue;
                }
                node = target.get();
            }
            if (node.isDirectory() || node.isFile()) {
                entries.add(new Entry(child.getKey(), node.isDirectory()));
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        return List.copyOf(entries);
    }

    @Override
    public boolean isFile(String path) throws IOException {
        return resolve(path).filter(place -> place.node().isFile()).isPresent();
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws IOException {
        Optional<Place> place = resolve(path);
        if (place.isEmpty() || !place.get().node().isFile()) {
            return Optional.empty();
        }
        try {
            TreeReader.Node node = place.get().node();
            long size = tree.size(node.id());
            if (size > limit) {
                throw new FileTooLargeException(path, size, limit);
            }
            return Optional.of(tree.bytes(node.id(), limit));
        } catch (MissingObjectException e) {
            throw missing(path, e);
        }
    }

    @Override
    public String followed(String path) {
        try {
            return resolve(path).map(Place::path).orElse(path);
        } catch (IOException e) {
            return path;
        }
    }

    /** A node, and the directories that lead to it from the root. */
    private record Place(Optional<Place> parent, String name, TreeReader.Node node) {
        String path() {
            String above = parent.map(Place::path).orElse("");
            return above.isEmpty() ? name : above + "/" + name;
        }
    }

    private Optional<Place> resolve(String path) throws IOException {
        return resolve(new Place(Optional.empty(), "", tree.rootNode()), path);
    }

    private Optional<Place> step(Place directory, String name) throws IOException {
        return resolve(directory, name);
    }

    private Optional<Place> resolve(Place start, String path) throws IOException {
        if (path.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> names = new ArrayDeque<>(List.of(path.split("/", -1)));
        Place place = start;
        int links = 0;
        while (!names.isEmpty()) {
            String name = names.remove();
            if (!place.node().isDirectory()) {
                return Optional.empty();
            }
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..")) {
                if (place.parent().isEmpty()) {
                    return Optional.empty();
                }
                place = place.parent().get();
                continue;
            }
            Optional<TreeReader.Node> next = Optional.ofNullable(children(place).get(name));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            if (!next.get().isLink()) {
                place = new Place(Optional.of(place), name, next.get());
                continue;
            }
            String target = target(next.get(), path);
            if (target.startsWith("/") || ++links > LINKS) {
                return Optional.empty();
            }
            List<String> parts = List.of(target.split("/", -1));
            for (int i = parts.size() - 1; i >= 0; i--) {
                names.push(parts.get(i));
            }
        }
        return Optional.of(place);
    }

    private Map<String, TreeReader.Node> children(Place directory) throws IOException {
        try {
            return tree.children(directory.node().id());
        } catch (MissingObjectException e) {
            throw missing("a directory", e);
        }
    }

    private String target(TreeReader.Node link, String path) throws IOException {
        try {
            return tree.size(link.id()) > LONGEST_LINK
                    ? "/"
                    : new String(tree.bytes(link.id(), LONGEST_LINK), StandardCharsets.UTF_8);
        } catch (MissingObjectException e) {
            throw missing(path, e);
        }
    }

    private IOException missing(String path, MissingObjectException cause) {
        return new IOException(
                location() + ": " + path + ": object " + cause.getObjectId().name()
                        + " is missing from the repository; a complete clone would have it",
                cause);
    }

    @Override
    public void close() {
        commit.close();
    }
}
