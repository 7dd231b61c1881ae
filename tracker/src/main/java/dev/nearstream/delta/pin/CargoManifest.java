package dev.nearstream.delta.pin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlTable;

/** The dependencies of a {@code Cargo.toml}: the package's, its builds', its targets' and the workspace's. */
final class CargoManifest {
    private static final List<String> TABLES = List.of("dependencies", "build-dependencies");

    private final Map<String, String> versions = new TreeMap<>();

    private CargoManifest() {}

    static AskedFor parse(String file, String text) {
        TomlTable toml = TomlFile.parse(file, text);
        CargoManifest manifest = new CargoManifest();
        manifest.tables(toml);
        manifest.dependencies(table(table(toml, "workspace"), "dependencies"));
        TomlTable targets = table(toml, "target");
        if (targets != null) {
            targets.keySet().forEach(target -> manifest.tables(table(targets, target)));
        }
        for (String holder : List.of("package", "workspace")) {
            TomlTable of = holder.equals("package") ? table(toml, holder) : table(table(toml, holder), "package");
            if (of != null && of.get(List.of("rust-version")) instanceof String rust) {
                manifest.versions.put("rust-version", rust);
            }
        }
        return new AskedFor(manifest.versions);
    }

    private void tables(@Nullable TomlTable of) {
        TABLES.forEach(name -> dependencies(table(of, name)));
    }

    private void dependencies(@Nullable TomlTable table) {
        if (table == null) {
            return;
        }
        for (String name : table.keySet()) {
            Object asked = table.get(List.of(name));
            if (asked instanceof String version) {
                AskedFor.add(versions, name, version);
            } else if (asked instanceof TomlTable inner && !Boolean.TRUE.equals(inner.get(List.of("workspace")))) {
                AskedFor.add(versions, name, version(inner));
            }
        }
    }

    private static String version(TomlTable asked) {
        for (String key : List.of("version", "tag", "rev", "branch", "path")) {
            if (asked.get(List.of(key)) instanceof String text) {
                return key.equals("version") ? text : key + " " + text;
            }
        }
        return "";
    }

    private static @Nullable TomlTable table(@Nullable TomlTable of, String key) {
        return of != null && of.get(List.of(key)) instanceof TomlTable inner ? inner : null;
    }
}
