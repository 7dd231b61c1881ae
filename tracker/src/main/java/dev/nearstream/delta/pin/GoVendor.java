package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@code vendor/modules.txt} says of the copies beside it: {@code # module version [=> replacement]}. Go refuses to
 * build where it does not agree with {@code go.mod}, unless it is told to overlook the copies.
 */
record GoVendor(Map<String, List<Request>> modules) {

    List<Request> requests(String name) {
        return modules.getOrDefault(name, List.of());
    }

    static GoVendor parse(String file, String text) {
        Map<String, List<Request>> modules = new HashMap<>();
        int number = 0;
        for (String line : Lines.of(file, text)) {
            number++;
            String[] words = line.strip().split("\\s+", -1);
            if (words.length < 3 || !words[0].equals("#")) {
                continue;
            }
            modules.computeIfAbsent(words[1], name -> new ArrayList<>()).add(request(file, number, words));
        }
        return new GoVendor(modules);
    }

    /** {@code # a v1}, {@code # a v1 => b v2}, {@code # a => b v2}. */
    private static Request request(String file, int line, String[] words) {
        int arrow = List.of(words).indexOf("=>");
        if (arrow < 0) {
            return Request.of(file, line, words[2]);
        }
        boolean same = words.length == arrow + 3 && words[arrow + 1].equals(words[1]);
        return same
                ? Request.of(file, line, words[arrow + 2])
                : Request.opaque(file, line, "has a copy of something else in the place of " + words[1]);
    }
}
