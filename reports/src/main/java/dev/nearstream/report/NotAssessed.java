package dev.nearstream.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One reason why packages, or deltas, were not assessed.
 *
 * @param state {@code skipped}, {@code failed: } and the stage, {@code not scored}, {@code delta}
 * @param names whom it concerns, sorted
 */
public record NotAssessed(String state, String reason, List<String> names) {

    public NotAssessed {
        names = names.stream().sorted().toList();
    }

    /** Collects names under their reasons. */
    static final class Groups {
        private record Key(String state, String reason) implements Comparable<Key> {
            private static final Comparator<Key> ORDER =
                    Comparator.comparing(Key::state).thenComparing(Key::reason);

            @Override
            public int compareTo(Key other) {
                return ORDER.compare(this, other);
            }
        }

        /** The address of one repository: of it the host is what packages have in common. What ends a clause is not. */
        private static final Pattern URL = Pattern.compile("[a-z][a-z+]*://(?:[^/@\\s]*@)?([^/\\s:,;()]*[^/\\s:,;().])"
                + "(?:(?:[^\\s:,;]|:(?=\\S))*[^\\s:,;.)])?");

        /** What the packages after the first few of an unreachable host are told; the reason is the first ones'. */
        private static final Pattern HOST_OUT = Pattern.compile("\\S+ is not asked again in this run: ");

        /** A repository that is read in place: where each package's stands says nothing of the others'. */
        private static final Pattern LOCAL = Pattern.compile("(?<=there is no repository at )[^;]+");

        /** Why somebody has switched updates off differs from package to package; that they are off does not. */
        private static final Pattern DISABLED = Pattern.compile("(?<=updates are disabled): .*");

        private record Member(String reason, String name) {}

        private final Map<Key, List<Member>> members = new TreeMap<>();

        /** A message that names the package or its repository is still the same reason for all. */
        void add(String state, String reason, String name) {
            String same = reason.startsWith(name + ": ") ? reason.substring(name.length() + 2) : reason;
            String hosts = URL.matcher(VisibleText.of(same)).replaceAll("$1");
            String places = LOCAL.matcher(hosts).replaceAll("its local path");
            String shared =
                    DISABLED.matcher(HOST_OUT.matcher(places).replaceAll("")).replaceAll("");
            members.computeIfAbsent(new Key(state, shared), key -> new ArrayList<>())
                    .add(new Member(VisibleText.of(reason), name));
        }

        /** The reason of most first; of one alone, as it was given. */
        List<NotAssessed> list() {
            return members.entrySet().stream()
                    .map(group -> of(group.getKey(), group.getValue()))
                    .sorted(Comparator.comparingInt(group -> -group.names().size()))
                    .toList();
        }

        private static NotAssessed of(Key key, List<Member> members) {
            String reason = members.size() == 1 ? members.get(0).reason() : key.reason();
            return new NotAssessed(
                    key.state(), reason, members.stream().map(Member::name).toList());
        }
    }
}
