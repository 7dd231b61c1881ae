package dev.nearstream.delta;

import dev.nearstream.delta.DependencyPin.Ecosystem;
import dev.nearstream.delta.DependencyPin.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a pin says out of its text; empty where it holds a variable, a range or nothing that is a version. */
final class PinText {
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][\\w.+!-]*");
    private static final Pattern NAME = Pattern.compile("[@A-Za-z0-9_](?:[\\w./@:~+-]*[\\w-])?");

    private PinText() {}

    /**
     * @param ecosystem what the step says; a text that can be of one ecosystem only tells it too
     * @param text {@code name@v}, {@code group@artifact@v[@scope[@type]]}, {@code name==v}, {@code crate@old=v},
     *     {@code name=v}; for {@link Form#REPLACE} {@code module[@old]=replacement@v}
     */
    static Optional<DependencyPin> read(Ecosystem ecosystem, Form form, String text) {
        if (form == Form.REPLACE) {
            return replace(text);
        }
        int same = text.indexOf("==");
        if (same > 0) {
            Ecosystem python = ecosystem == Ecosystem.DETECTED ? Ecosystem.PYTHON : ecosystem;
            String name =
                    text.substring(0, same).replaceFirst("\\[[\\w,.-]*]$", "").strip();
            return pin(python, form, name, text.substring(same + 2).strip(), null);
        }
        int equals = text.indexOf('=');
        if (equals > 0 && form == Form.PROPERTY) {
            return pin(Ecosystem.JAVA, form, text.substring(0, equals), text.substring(equals + 1), null);
        }
        if (equals > 0) {
            String name = text.substring(0, equals);
            int at = name.indexOf('@', 1);
            return at < 0
                    ? pin(ecosystem, form, name, text.substring(equals + 1), null)
                    : pin(
                            rust(ecosystem),
                            form,
                            name.substring(0, at),
                            text.substring(equals + 1),
                            name.substring(at + 1));
        }
        String[] parts = text.split("@", -1);
        if (parts.length > 2 && !parts[0].isEmpty()) {
            Ecosystem java = ecosystem == Ecosystem.DETECTED ? Ecosystem.JAVA : ecosystem;
            return java == Ecosystem.JAVA
                    ? pin(java, form, parts[0] + ":" + parts[1], parts[2], null)
                    : Optional.empty();
        }
        int at = text.indexOf('@', 1);
        return at < 0 ? Optional.empty() : pin(ecosystem, form, text.substring(0, at), text.substring(at + 1), null);
    }

    private static Ecosystem rust(Ecosystem ecosystem) {
        return ecosystem == Ecosystem.DETECTED ? Ecosystem.RUST : ecosystem;
    }

    private static Optional<DependencyPin> replace(String text) {
        int equals = text.indexOf('=');
        int at = text.lastIndexOf('@');
        if (equals < 1 || at <= equals + 1) {
            return Optional.empty();
        }
        String old = text.substring(0, equals);
        String name = old.indexOf('@') > 0 ? old.substring(0, old.indexOf('@')) : old;
        String replacement = text.substring(equals + 1, at);
        return pin(Ecosystem.GO, Form.REPLACE, name, text.substring(at + 1), null)
                .filter(pin -> NAME.matcher(replacement).matches())
                .map(pin -> new DependencyPin(
                        pin.ecosystem(),
                        pin.form(),
                        name,
                        pin.version(),
                        null,
                        replacement.equals(name) ? null : replacement,
                        List.of()));
    }

    private static Optional<DependencyPin> pin(
            Ecosystem ecosystem, Form form, String name, String version, @Nullable String selected) {
        boolean plain = NAME.matcher(name).matches()
                && VERSION.matcher(version).matches()
                && (selected == null || VERSION.matcher(selected).matches());
        return plain
                ? Optional.of(new DependencyPin(ecosystem, form, name, version, selected, null, List.of()))
                : Optional.empty();
    }
}
