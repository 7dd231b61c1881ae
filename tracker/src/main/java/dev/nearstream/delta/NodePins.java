package dev.nearstream.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code npm install name@version}, {@code npm pkg set overrides.name=…}, and what yarn and pnpm say for them. */
final class NodePins {
    private static final Set<String> INSTALLING =
            Set.of("install", "i", "add", "up", "upgrade", "update", "set", "ci", "global");
    private static final Set<String> SECTIONS = Set.of(
            "overrides",
            "resolutions",
            "dependencies",
            "devDependencies",
            "peerDependencies",
            "optionalDependencies",
            "pnpm");

    private NodePins() {}

    static List<Pin> read(String program, List<String> words) {
        List<String> operands =
                words.stream().filter(word -> !word.startsWith("-")).toList();
        if (operands.isEmpty()) {
            return List.of();
        }
        String command = operands.get(0);
        List<Pin> pins = new ArrayList<>();
        if (command.equals("pkg") && operands.size() > 2 && operands.get(1).equals("set")) {
            for (String setting : operands.subList(2, operands.size())) {
                override(setting, pins);
            }
        } else if (INSTALLING.contains(command)) {
            boolean versions = command.equals("set") && program.equals("yarn");
            for (String word : operands.subList(1, operands.size())) {
                int at = word.indexOf('@', 1);
                boolean path = word.startsWith("/") || word.startsWith(".") || word.startsWith("$") || versions;
                if (at > 0 && !path && at + 1 < word.length()) {
                    pins.add(Pin.of(word));
                }
            }
        }
        return pins;
    }

    private static void override(String setting, List<Pin> pins) {
        int equals = setting.indexOf('=');
        int dot = setting.indexOf('.');
        if (dot > 0 && equals > dot && SECTIONS.contains(setting.substring(0, dot))) {
            int begin = setting.startsWith("pnpm.") ? setting.indexOf('.', dot + 1) + 1 : dot + 1;
            if (begin > dot && begin < equals) { // else the setting names no package, as pnpm.overrides={"a":"1.0"}
                pins.add(new Pin(setting.substring(begin, equals), setting));
            }
        }
    }
}
