package dev.nearstream.bump.branch;

/** The transfer encoding of RFC 2045, 6.7, of text whose lines end with a line feed. */
final class QuotedPrintable {
    private static final int LONGEST_LINE = 76;

    private QuotedPrintable() {}

    /** ASCII alone; a line feed stays one, a carriage return is encoded. */
    static String encode(byte[] text) {
        StringBuilder encoded = new StringBuilder(text.length + text.length / 8);
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                encoded.append('\n');
                column = 0;
                continue;
            }
            boolean last = i + 1 == text.length || text[i + 1] == '\n';
            String unit = unit(text, i, last);
            // A soft break needs a column for its own sign.
            if (column + unit.length() > (last ? LONGEST_LINE : LONGEST_LINE - 1)) {
                encoded.append("=\n");
                column = 0;
            }
            encoded.append(unit);
            column += unit.length();
        }
        return encoded.toString();
    }

    private static String unit(byte[] text, int at, boolean last) {
        int c = text[at] & 0xff;
        boolean blank = c == ' ' || c == '\t';
        boolean mailbox = c == 'F' && (at == 0 || text[at - 1] == '\n'); // a line From ends the mail
        boolean plain = blank ? !last : c > ' ' && c < 0x7f && c != '=' && !mailbox;
        return plain ? String.valueOf((char) c) : "=%02X".formatted(c);
    }
}
