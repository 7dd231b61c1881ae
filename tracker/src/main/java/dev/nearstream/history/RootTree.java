package dev.nearstream.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a git tree object, by where they stand in its bytes: {@code mode name NUL hash}, sorted. In the next
 * tree what lies in the common beginning or the common end is the same; only what lies between is looked for anew.
 */
final class RootTree {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private final Map<String, Span> spans = new HashMap<>();

    /** Where an entry begins and ends; its hash are its last 20 bytes. */
    private record Span(int start, int end) {
        Span shifted(int by) {
            return by == 0 ? this : new Span(start + by, end + by);
        }
    }

    RootTree(byte[] bytes, Collection<String> names) {
        this.bytes = bytes;
        this.spans.putAll(find(bytes, Map.of(), names));
    }

    @Nullable
    ObjectId id(String name) {
        @Nullable Span span = spans.get(name);
        return span == null ? null : ObjectId.fromRaw(bytes, span.end() - Constants.OBJECT_ID_LENGTH);
    }

    void forget(String name) {
        spans.remove(name);
    }

    /** Becomes that tree; the names whose entry is another there, or none. */
    List<String> moveTo(byte[] next) {
        int prefix = Arrays.mismatch(bytes, next);
        if (prefix < 0) {
            return List.of();
        }
        int suffix = commonEnd(bytes, next, Math.min(bytes.length, next.length) - prefix);
        int shift = next.length - bytes.length;
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Span> entry : spans.entrySet()) {
            Span span = entry.getValue();
            if (span.start() >= bytes.length - suffix) {
                entry.setValue(span.shifted(shift));
            } else if (span.end() > prefix) {
                changed.add(entry.getKey());
            }
        }
        bytes = next;
        changed.forEach(spans::remove);
        if (!changed.isEmpty()) {
            spans.putAll(find(next, spans, changed));
        }
        return changed;
    }

    private static int commonEnd(byte[] left, byte[] right, int most) {
        int count = 0;
        while (count + Long.BYTES <= most
                && (long) LONGS.get(left, left.length - count - Long.BYTES)
                        == (long) LONGS.get(right, right.length - count - Long.BYTES)) {
            count += Long.BYTES;
        }
        while (count < most && left[left.length - 1 - count] == right[right.length - 1 - count]) {
            count++;
        }
        return count;
    }

    private static Map<String, Span> find(byte[] tree, Map<String, Span> known, Collection<String> names) {
        Map<String, Span> found = new HashMap<>();
        int start = 0;
        while (start < tree.length) {
            int name = start;
            while (tree[name] != ' ') {
                name++;
            }
            int end = ++name;
            while (tree[end] != 0) {
                end++;
            }
            int next = end + 1 + Constants.OBJECT_ID_LENGTH;
            String text = new String(tree, name, end - name, StandardCharsets.UTF_8);
            if (!known.containsKey(text) && names.contains(text)) {
                found.put(text, new Span(start, next));
            }
            start = next;
        }
        return found;
    }
}
