package dev.nearstream.pull.forge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which API a forge speaks. */
public enum ForgeKind {
    /** none: the pull requests are files, the branches any git remote's */
    PLAIN,
    /** github.com, GitHub Enterprise Cloud and Server */
    GITHUB,
    GITLAB,
    /** and Forgejo, whose API is the same */
    GITEA;

    /** The kind of this name, as configurations write it: {@code github}; {@code forgejo} is {@code gitea}. */
    public static Optional<ForgeKind> named(String name) {
        String known = name.equals("forgejo") ? "gitea" : name;
        return Arrays.stream(values()).filter(kind -> kind.text().equals(known)).findFirst();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
