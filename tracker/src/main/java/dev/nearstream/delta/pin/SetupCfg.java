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
                requires = section.equals("[options.extras_require]")
                        || (section.equals("[options]") && key.equals("install_requires"));
                if (requires && equals >= 0) {
                    Requirement.of(file, number, line.substring(equals + 1)).ifPresent(all::add);
                }
            } else if (requires) {
                Requirement.of(file, number, line).ifPresent(all::add);
            }
        }
        return new Requirement.File(all);
    }
}
