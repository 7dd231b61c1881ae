package dev.nearstream.report;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.score.ScoreClass;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A patch that is still needed, and of which nobody says that it was sent to upstream.
 *
 * @param carried one of its family, the heaviest
 * @param points that the family costs
 * @param copies how many packages carry it
 * @param send where an issue can be opened that offers it, filled in; empty where upstream is on no forge of a known kind
 */
public record Unsent(CarriedDelta carried, double points, int copies, Optional<String> send) {
    private static final Pattern GITHUB = Pattern.compile("https://github\\.com/[\\w.-]+/[\\w.-]+?(?:\\.git)?/?");
    private static final Pattern GITLAB = Pattern.compile("https://gitlab\\.[\\w.-]+(?:/[\\w.-]+){2,}?(?:\\.git)?/?");
    private static final int LONGEST = 300;

    /** The costliest first; copies of one patch are one. */
    static List<Unsent> of(Night night, RecipeLinks links) {
        Map<String, List<CarriedDelta>> families = night.deltas()
                .filter(Unsent::isUnsent)
                .collect(Collectors.groupingBy(CarriedDelta::family, LinkedHashMap::new, Collectors.toList()));
        return families.values().stream()
                .map(family -> of(family, links))
                .sorted(Comparator.comparingDouble((Unsent one) -> -one.points())
                        .thenComparing(one -> one.carried().of().packageName())
                        .thenComparing(one -> one.carried().delta().id()))
                .toList();
    }

    private static Unsent of(List<CarriedDelta> family, RecipeLinks links) {
        CarriedDelta heaviest = family.stream()
                .max(Comparator.comparingDouble(carried -> carried.points(ScoreClass.NECESSARY)))
                .orElseThrow();
        double points = family.stream()
                .mapToDouble(carried -> carried.points(ScoreClass.NECESSARY))
                .sum();
        return new Unsent(heaviest, points, family.size(), send(heaviest, links));
    }

    private static boolean isUnsent(CarriedDelta carried) {
        Verdict latest = carried.delta().atLatest();
        return carried.delta().kind() == DeltaKind.PATCH
                && carried.delta().declaredStatus() == null
                && carried.delta().purpose() != Purpose.CONFIGURATION
                && latest instanceof Verdict.Applies
                && !carried.delta().decided();
    }

    private static Optional<String> send(CarriedDelta carried, RecipeLinks links) {
        String upstream = carried.of().upstream();
        if (upstream == null) {
            return Optional.empty();
        }
        String base = upstream.replaceFirst("/$", "").replaceFirst("\\.git$", "");
        String name = carried.delta().id().substring(carried.delta().id().indexOf(':') + 1);
        String title = encoded("A patch that " + carried.of().packageName() + " is packaged with: " + name);
        String body = encoded(body(carried, name, links));
        if (GITHUB.matcher(upstream).matches()) {
            return Optional.of(base + "/issues/new?title=" + title + "&body=" + body);
        } else if (GITLAB.matcher(upstream).matches()) {
            return Optional.of(base + "/-/issues/new?issue%5Btitle%5D=" + title + "&issue%5Bdescription%5D=" + body);
        }
        return Optional.empty();
    }

    private static String body(CarriedDelta carried, String name, RecipeLinks links) {
        @Nullable String reason = carried.delta().background().reason();
        String file = carried.of().packageName() + "/" + name;
        return "We build " + carried.of().packageName() + " " + carried.of().version() + " with the patch " + name
                + (reason == null ? "." : ": " + VisibleText.of(reason, LONGEST))
                + links.file(file).map(url -> "\n\n" + url).orElse("")
                + "\n\nWould you take it?";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
