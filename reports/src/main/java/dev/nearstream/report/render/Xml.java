package dev.nearstream.report.render;

import dev.nearstream.report.VisibleText;

/** Text in XML and HTML. */
public final class Xml {
    private Xml() {}

    /** Text from anywhere as it is read, between tags and in quoted attributes. */
    public static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        String shown = VisibleText.code(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            escaped.append(
                    switch (c) {
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '&' -> "&amp;";
                        case '"' -> "&quot;";
                        case '\'' -> "&#39;";
                        default -> String.valueOf(c);
                    });
        }
        return escaped.toString();
    }
}
