package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;

/** The requirements of a {@code setup.cfg}: the indented lines below {@code install_requires}, and extras. */
final class SetupCfg {
    private SetupCfg() {}

    static Requirement.File parse(String file, String text) {
        List<Requirement> all = new ArrayList<>();
        String section = "";
        boolean requires = false;
        boolean extra = false;
        boolean decides = false;
        int number = 0;
        for (String written : Lines.written(file, text)) {
            number++;
            String line = written.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            boolean indented = Character.isWhitespace(written.charAt(0));
            if (line.startsWith("[") && !indented) {
                section = line;
                requires = false;
            } else if (!indented) {
                int equals = line.indexOf('=');
                String key = equals < 0 ? line : line.substring(0, equals).strip();
                extra = section.equals("[options.extras_require]");
                boolean installs = section.equals("[options]") && key.equals("install_requires");
                requires = extra || installs;
                String value = equals < 0 ? "" : line.substring(equals + 1).strip();
                decides |= installs && !value.startsWith("file:");
                if (requires) {
                    add(file, number, value, extra, all);
                }
            } else if (requires) {
                add(file, number, line, extra, all);
            }
        }
        return new Requirement.File(file, all, decides);
    }

    private static void add(String file, int number, String text, boolean extra, List<Requirement> all) {
        Requirement.of(file, number, text)
                .map(asked -> extra ? asked.under() : asked)
                .ifPresent(all::add);
    }
}
