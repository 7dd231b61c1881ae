package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a name into a path of the tree.
 *
 * <p>GNU patch's rules: symbolic links on the way are followed as long as they stay within the tree; one that is
 * absolute, leads out of it, to nothing or in circles makes the name invalid, and so does a file on the way. The last component is
 * not followed. A name that is too long for any file system is invalid.
 */
final class PathResolver {
    private static final int MOST_LINKS = 40;
    /** Linux's PATH_MAX: no file can have a longer name. */
    private static final int LONGEST = 4096;

    private final Function<String, @Nullable TreeEntry> entries;

    PathResolver(Function<String, @Nullable TreeEntry> entries) {
        this.entries = entries;
    }

    /** The path, or {@code null} where the name is invalid; what is not there yet is taken as written. */
    @Nullable
    String resolve(String name) {
        if (name.startsWith("/") || name.length() > LONGEST) {
            return null;
        }
        Deque<String> pending = new ArrayDeque<>();
        push(pending, name);
        List<String> done = new ArrayList<>();
        int links = 0;
        int fromLink = 0;
        while (!pending.isEmpty()) {
            String component = pending.removeFirst();
            boolean linked = fromLink > 0;
            fromLink = Math.max(0, fromLink - 1);
            if (component.equals("..")) {
                if (done.isEmpty()) {
                    return null;
                }
                done.remove(done.size() - 1);
                continue;
            }
            done.add(component);
            if (pending.isEmpty()) {
                break;
            }
            TreeEntry entry = entries.apply(String.join("/", done));
            if (entry == null && linked) {
                return null;
            }
            if (entry == null) {
                done.addAll(pending);
                break;
            }
            if (entry.kind() == TreeEntry.Kind.SYMLINK) {
                String target = new String(entry.content(), StandardCharsets.UTF_8);
                if (target.startsWith("/") || ++links > MOST_LINKS) {
                    return null;
                }
                done.remove(done.size() - 1);
                int before = pending.size();
                push(pending, target);
                fromLink += pending.size() - before;
            } else if (entry.kind().isFile()) {
                return null;
            }
        }
        return String.join("/", done);
    }

    private static void push(Deque<String> pending, String name) {
        List<String> components = new ArrayList<>(Arrays.asList(name.split("/")));
        components.removeIf(component -> component.isEmpty() || component.equals("."));
        Collections.reverse(components);
        components.forEach(pending::addFirst);
    }
}
