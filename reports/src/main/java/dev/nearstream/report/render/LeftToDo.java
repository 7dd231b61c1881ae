package dev.nearstream.report.render;

import dev.nearstream.recipe.CommentRequest;
import dev.nearstream.recipe.Dependant;
import dev.nearstream.recipe.SecondProject;
import dev.nearstream.report.BumpReport;
import dev.nearstream.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the bump does not do, and a person may have to. */
final class LeftToDo {
    private static final int NAMES = 40;

    private LeftToDo() {}

    static void write(Page page, BumpReport report, int rows) {
        List<String> items = new ArrayList<>();
        if (report.shared()) {
            items.add(dependants(report.dependants()));
        }
        report.secondProjects().forEach(one -> items.add(second(one)));
        report.requests().stream()
                .filter(request -> request.kind() == CommentRequest.Kind.REMINDER)
                .forEach(request -> items.add("A comment in the recipe, " + asked(request)));
        String stale = report.staleEpochComment();
        if (stale != null) {
            items.add("The comment behind " + Code.of("epoch:") + " is of an earlier version, and can go: “"
                    + OutsideText.of(stale, 120) + "”");
        }
        if (!items.isEmpty()) {
            page.heading(3, "Left to do, or to look at");
            page.bullets(some(items, rows));
        }
    }

    /** {@code `glibc.yaml:62`: “STOP …”}. */
    static String asked(CommentRequest request) {
        return Code.of(request.at().file() + ":" + request.at().line()) + ": “"
                + OutsideText.rest(VisibleText.of(request.text())) + "”";
    }

    /** The first few, and how many more there are. */
    static List<String> some(List<String> items, int most) {
        if (items.size() <= most) {
            return items;
        }
        List<String> some = new ArrayList<>(items.subList(0, most));
        some.add("and " + Numbers.count(items.size() - most) + " more");
        return some;
    }

    private static String second(SecondProject one) {
        String place = Code.of(one.at().file() + ":" + one.at().line());
        String what = one.used().isEmpty()
                ? Code.of(one.name()) + (one.value().isEmpty() ? "" : " at " + Code.of(one.value(), 100))
                : Code.of(one.name()) + " = " + Code.of(one.value(), 100) + ", for "
                        + one.used().stream().limit(3).map(Code::of).collect(Collectors.joining(", "));
        return place + " stays at a fixed version, which this one may need another of: " + what;
    }

    private static String dependants(List<Dependant> dependants) {
        if (dependants.isEmpty()) {
            return "The package is shared, and no recipe names it or its subpackages.";
        }
        String names = dependants.stream()
                .limit(NAMES)
                .map(one -> Code.of(one.packageName()) + (one.building() ? "" : " (at run time)"))
                .collect(Collectors.joining(", "));
        String more = dependants.size() > NAMES ? " and " + Numbers.count(dependants.size() - NAMES) + " more" : "";
        return "The package is shared: " + Numbers.count(dependants.size(), "recipe")
                + " may have to be built anew (epoch + 1): " + names + more;
    }
}
