package dev.nearstream.delta.pin.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by Python's PEP 440: epoch, release, then developmental, pre-, post-release and local part, in its order.
 *
 * @param release without trailing zeros
 * @param local its segments; empty where there is none
 */
record PythonVersion(
        String epoch, List<String> release, String line, Pre pre, String post, String dev, List<String> local)
        implements LinedVersion {

    /** {@code a}, {@code b} or {@code rc} and its number; {@code letter} is empty for none. */
    record Pre(String letter, String number) {}

    private static final Pattern FORM = Pattern.compile("v?(?:(\\d+)!)?(\\d+(?:\\.\\d+)*)"
            + "(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\\d*))?"
            + "(?:-(\\d+)|[-_.]?(post|rev|r)[-_.]?(\\d*))?"
            + "(?:[-_.]?(dev)[-_.]?(\\d*))?"
            + "(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?");
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]");

    static Optional<PythonVersion> parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> release = new ArrayList<>();
        for (String number : form.group(2).split("\\.", -1)) {
            release.add(Digits.stripped(number));
        }
        String epoch = form.group(1) == null ? "0" : Digits.stripped(form.group(1));
        String line = (epoch.equals("0") ? "" : epoch + "!") + release.get(0) + "."
                + (release.size() > 1 ? release.get(1) : "0");
        while (release.size() > 1 && release.get(release.size() - 1).equals("0")) {
            release.remove(release.size() - 1);
        }
        String post = form.group(5) != null ? form.group(5) : form.group(6) == null ? "" : number(form.group(7));
        return Optional.of(new PythonVersion(
                epoch,
                List.copyOf(release),
                line,
                pre(form.group(3), form.group(4)),
                post,
                form.group(8) == null ? "" : number(form.group(9)),
                form.group(10) == null
                        ? List.of()
                        : SEPARATORS.splitAsStream(form.group(10)).toList()));
    }

    private static String number(String digits) {
        return digits.isEmpty() ? "0" : digits;
    }

    private static Pre pre(String letter, String number) {
        if (letter == null) {
            return new Pre("", "0");
        }
        String normal = switch (letter) {
            case "alpha", "a" -> "a";
            case "beta", "b" -> "b";
            default -> "rc";
        };
        return new Pre(normal, number(number));
    }

    @Override
    public int compare(LinedVersion other) {
        PythonVersion that = (PythonVersion) other;
        int order = Digits.compare(epoch, that.epoch);
        for (int at = 0; order == 0 && at < Math.max(release.size(), that.release.size()); at++) {
            order = Digits.compare(part(release, at), part(that.release, at));
        }
        order = order != 0 ? order : Integer.compare(stage(), that.stage());
        order = order != 0 ? order : pre.letter.compareTo(that.pre.letter);
        order = order != 0 ? order : Digits.compare(pre.number, that.pre.number);
        order = order != 0 ? order : absentFirst(post, that.post);
        order = order != 0 ? order : absentLast(dev, that.dev);
        return order != 0 ? order : locals(local, that.local);
    }

    /** A local part names another build of the same release, by others. */
    @Override
    public boolean tells(LinedVersion other) {
        PythonVersion that = (PythonVersion) other;
        return local.equals(that.local) || published().compare(that.published()) != 0;
    }

    private PythonVersion published() {
        return new PythonVersion(epoch, release, line, pre, post, dev, List.of());
    }

    /** 0 for a developmental release of the release itself, 1 for a pre-release, 2 for the rest. */
    private int stage() {
        return !pre.letter.isEmpty() ? 1 : post.isEmpty() && !dev.isEmpty() ? 0 : 2;
    }

    private static int absentFirst(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(!one.isEmpty(), !other.isEmpty());
        }
        return Digits.compare(one, other);
    }

    private static int absentLast(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return Digits.compare(one, other);
    }

    private static String part(List<String> release, int at) {
        return at < release.size() ? release.get(at) : "0";
    }

    private static int locals(List<String> one, List<String> other) {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            boolean left = one.get(at).matches("\\d+");
            boolean right = other.get(at).matches("\\d+");
            int order = left != right
                    ? Boolean.compare(left, right)
                    : left
                            ? Digits.compare(one.get(at), other.get(at))
                            : one.get(at).compareTo(other.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
