package dev.nearstream.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One mailbox, with or without a name: {@code ann@example.org}, {@code Ann <ann@example.org>}. The address itself is
 * ASCII, as not every server takes others; the name need not be.
 */
public final class MailAddress {
    private static final int LONGEST = 320;

    private final InternetAddress address;

    private MailAddress(InternetAddress address) {
        this.address = address;
    }

    /** Empty where the text is none, or several. */
    public static Optional<MailAddress> parse(String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            InternetAddress[] all = InternetAddress.parse(text, true);
            if (all.length != 1 || all[0].isGroup()) {
                return Optional.empty();
            }
            all[0].validate();
            String bare = all[0].getAddress();
            boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(bare) && bare.matches("[^\\s@]+@[^\\s@]+");
            // Made anew: what was parsed would be sent as it was written, and not encoded.
            return plain
                    ? Optional.of(new MailAddress(new InternetAddress(bare, all[0].getPersonal(), "UTF-8")))
                    : Optional.empty();
        } catch (AddressException | UnsupportedEncodingException e) {
            return Optional.empty();
        }
    }

    /** Without the name. */
    public String bare() {
        return address.getAddress();
    }

    /** What follows the {@code @}. */
    public String domain() {
        return bare().substring(bare().indexOf('@') + 1);
    }

    InternetAddress internet() {
        return (InternetAddress) address.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailAddress that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return address.toUnicodeString();
    }
}
