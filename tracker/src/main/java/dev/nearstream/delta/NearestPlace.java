package dev.nearstream.delta;

import dev.nearstream.patch.Hunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a hunk that does not apply comes closest to a file: the place at which most of its old lines stand, and the
 * first of them that does not.
 *
 * @param line the line of the file, from 1; 0 where none of the hunk's lines is in it
 * @param wanted the old line that is looked for there
 * @param found what stands there instead; null behind the file's end
 */
record NearestPlace(int line, String wanted, @Nullable String found) {
    private static final int MAX_LINES = 200_000;
    private static final int MAX_PLACES = 200;
    private static final int MAX_SHOWN = 100;

    static NearestPlace of(Hunk hunk, byte[] content) {
        List<String> old = hunk.oldSide().stream().map(NearestPlace::text).toList();
        List<String> lines = text(content).lines().limit(MAX_LINES).toList();
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            places.computeIfAbsent(lines.get(i), unused -> new ArrayList<>()).add(i);
        }
        Map<Integer, Integer> votes = new HashMap<>();
        for (int i = 0; i < old.size(); i++) {
            List<Integer> at = old.get(i).isBlank() ? List.of() : places.getOrDefault(old.get(i), List.of());
            if (at.size() <= MAX_PLACES) {
                for (int place : at) {
                    votes.merge(place - i, 1, Integer::sum);
                }
            }
        }
        int nominal = (int) Math.min(Integer.MAX_VALUE, Math.max(0, hunk.oldStart() - 1));
        int best = nominal;
        int most = 0;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            boolean nearer = Math.abs((long) vote.getKey() - nominal) < Math.abs((long) best - nominal);
            if (vote.getValue() > most || (vote.getValue() == most && nearer)) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        for (int i = 0; i < old.size() && most > 0; i++) {
            int at = best + i;
            String stands = at >= 0 && at < lines.size() ? lines.get(at) : null;
            if (!old.get(i).equals(stands)) {
                return new NearestPlace(Math.max(at + 1, 1), old.get(i), stands);
            }
        }
        // A blank line that is nowhere tells nobody anything.
        String first = old.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        return new NearestPlace(0, first, null);
    }

    /** One line for a person. */
    String describe() {
        if (line == 0) {
            return wanted.isEmpty()
                    ? "its lines are not there"
                    : "looked for '" + shown(wanted) + "', which is nowhere";
        }
        return "looked for '%s' at line %d, where %s"
                .formatted(shown(wanted), line, found == null ? "the file has ended" : "'" + shown(found) + "' stands");
    }

    private static String shown(String text) {
        String stripped = text.strip();
        return stripped.length() <= MAX_SHOWN ? stripped : stripped.substring(0, MAX_SHOWN) + "…";
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.endsWith("\n") && text.indexOf('\n') == text.length() - 1
                ? text.substring(0, text.length() - 1)
                : text;
    }
}
