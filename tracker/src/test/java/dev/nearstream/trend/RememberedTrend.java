package dev.nearstream.trend;

import dev.nearstream.history.IsoWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A past of one tree that is kept in memory. */
public final class RememberedTrend implements TrendStore {
    private final List<PastWeek> weeks = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final List<PackageSpan> packages = new ArrayList<>();
    private final Map<IsoWeek, PastStanding> standings = new TreeMap<>();
    private final List<Taken> taken = new ArrayList<>();

    @Override
    public List<PastWeek> weeks(String recipes) {
        return List.copyOf(weeks);
    }

    @Override
    public List<Span> spans(String recipes) {
        return spans.stream()
                .sorted(Comparator.comparing(Span::born).thenComparing(Span::packageName))
                .toList();
    }

    @Override
    public List<PackageSpan> packages(String recipes) {
        return List.copyOf(packages);
    }

    @Override
    public void add(String recipes, PastWeek week, WeekChange change) {
        IsoWeek at = week.at().week();
        change.ended()
                .forEach(of -> spans.replaceAll(span -> span.gone() == null
                                && span.packageName().equals(of.packageName())
                                && span.delta().id().equals(of.delta().id())
                        ? new Span(span.packageName(), span.delta(), span.born(), at)
                        : span));
        change.begun().forEach(of -> spans.add(new Span(of.packageName(), of.delta(), at, null)));
        packages.replaceAll(span -> span.gone() == null && change.gonePackages().contains(span.packageName())
                ? new PackageSpan(span.packageName(), span.born(), at)
                : span);
        change.newPackages().forEach(name -> packages.add(new PackageSpan(name, at, null)));
        weeks.add(week);
    }

    @Override
    public List<PastStanding> standings(String recipes) {
        return standings.values().stream().toList();
    }

    @Override
    public List<Taken> taken(String recipes) {
        return List.copyOf(taken);
    }

    @Override
    public void judge(String recipes, PastStanding standing, List<Taken> found) {
        standings.put(standing.week(), standing);
        taken.addAll(found);
    }

    @Override
    public void forgetFrom(String recipes, IsoWeek week) {
        standings.keySet().removeIf(one -> one.compareTo(week) >= 0);
        taken.removeIf(one -> one.seen().compareTo(week) >= 0);
        weeks.removeIf(one -> one.at().week().compareTo(week) >= 0);
        spans.removeIf(span -> span.born().compareTo(week) >= 0);
        spans.replaceAll(span -> span.gone() != null && span.gone().compareTo(week) >= 0
                ? new Span(span.packageName(), span.delta(), span.born(), null)
                : span);
        packages.removeIf(span -> span.born().compareTo(week) >= 0);
        packages.replaceAll(span -> span.gone() != null && span.gone().compareTo(week) >= 0
                ? new PackageSpan(span.packageName(), span.born(), null)
                : span);
    }
}
