package dev.nearstream.mail;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How digests are mailed.
 *
 * @param server that takes them
 * @param to whom an owner's digest goes; capitals of the owner do not matter
 * @param when whether nothing is sent where nothing is new
 * @param site the site's public address, with a slash at its end; null where it has none
 */
public record MailSettings(
        MailServer server,
        MailAddress from,
        Map<String, List<MailAddress>> to,
        When when,
        @Nullable URI site) {

    /** On which nights. */
    public enum When {
        CHANGED,
        NIGHTLY
    }

    public MailSettings {
        Map<String, List<MailAddress>> byOwner = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        to.forEach((owner, addresses) -> byOwner.put(owner, List.copyOf(addresses)));
        to = byOwner;
    }

    /** Where the owner's digest goes; empty where it is not mailed. */
    public List<MailAddress> to(String owner) {
        return to.getOrDefault(owner, List.of());
    }
}
