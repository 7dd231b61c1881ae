package dev.nearstream.pull.forge;

import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.forge.Host.Thing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How what a host has becomes what is wanted: nothing is sent that is so already, and nothing is created twice. */
final class HostChanges {
    private final Host host;
    private @Nullable Map<String, String> labels;

    HostChanges(Host host) {
        this.host = host;
    }

    /** A title as the host shows it, and does not take it for a draft's. */
    String title(String title) {
        return ForgeText.title(host.harmlessTitle(ForgeText.title(title)));
    }

    String body(String body) {
        return ForgeText.body(host.harmless(body), host.longestBody());
    }

    /** @param wanted labels; those that the host does not know are left out */
    void apply(Thing thing, Standing standing, Change change, List<String> wanted) throws ForgeException {
        if (!change.isNone()) {
            host.edit(thing, standing, change);
        }
        Set<String> has = lower(standing.labels());
        List<String> lacking = wanted.stream()
                .filter(label -> !has.contains(label.toLowerCase(Locale.ROOT)))
                .toList();
        if (lacking.isEmpty()) {
            return;
        }
        Map<String, String> all = labels();
        List<String> known =
                lacking.stream().filter(all::containsKey).map(all::get).toList();
        if (!known.isEmpty()) {
            host.addLabels(thing, standing.number(), known);
        }
    }

    static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** By name in any case: GitHub tells none apart by case. */
    private Map<String, String> labels() throws ForgeException {
        if (labels == null) {
            Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(host.labels());
            labels = all;
        }
        return labels;
    }

    interface Creation {
        Standing create() throws ForgeException;
    }

    interface Look {
        Optional<Standing> look() throws ForgeException;
    }

    /** Creates what is not there, and looks again after a failure: the answer was lost, or another was faster. */
    static Standing create(Creation creation, Look look) throws ForgeException {
        Optional<Standing> there = look.look();
        if (there.isPresent()) {
            return there.get();
        }
        ForgeException failure;
        try {
            return creation.create();
        } catch (ForgeException e) {
            failure = e;
        }
        Optional<Standing> after;
        try {
            after = look.look();
        } catch (ForgeException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        if (after.isEmpty()) {
            throw failure;
        }
        return after.get();
    }
}
