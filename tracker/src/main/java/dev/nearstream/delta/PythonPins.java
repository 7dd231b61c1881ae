package dev.nearstream.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requirements with a version, given to pip or uv on the command line. */
final class PythonPins {
    private static final Pattern REQUIREMENT =
            Pattern.compile("([A-Za-z0-9][\\w.-]*)(\\[[\\w,.-]*])?\\s*(==|>=|<=|~=|!=|<|>)\\s*[\\w.*$].*");

    private PythonPins() {}

    static List<Pin> pip(List<String> words) {
        return words.contains("install") ? requirements(words) : List.of();
    }

    static List<Pin> uv(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        boolean pip = words.get(0).equals("pip") && words.contains("install");
        boolean project = words.get(0).equals("add")
                || words.get(0).equals("lock")
                || words.get(0).equals("sync");
        return pip || project ? requirements(words) : List.of();
    }

    /** {@code python -m pip install …}. */
    static List<Pin> module(List<String> words) {
        int at = words.indexOf("-m");
        boolean pip = at >= 0 && at + 1 < words.size() && words.get(at + 1).equals("pip");
        return pip ? pip(words.subList(at + 1, words.size())) : List.of();
    }

    private static List<Pin> requirements(List<String> words) {
        List<Pin> pins = new ArrayList<>();
        for (String word : words) {
            Matcher requirement = REQUIREMENT.matcher(word);
            if (requirement.matches()) {
                pins.add(new Pin(requirement.group(1), word));
            }
        }
        return pins;
    }
}
