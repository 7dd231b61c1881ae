package dev.nearstream.delta.pin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * npm's {@code package-lock.json}: {@code packages} by the place they are installed (lockfileVersion 2 and 3), else
 * nested {@code dependencies} (1).
 */
final class NpmLock {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 100;

    private final List<LockedPackage> packages = new ArrayList<>();
    private final List<LockedPackage> dependencies = new ArrayList<>();
    private final String file;
    private boolean places;

    private NpmLock(String file) {
        this.file = file;
    }

    static Lock parse(String file, String text) {
        NpmLock lock = new NpmLock(file);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ManifestException(file, 1, 1, "an object belongs here");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                if (key.equals("packages") && parser.currentToken() == JsonToken.START_OBJECT) {
                    lock.places = true;
                    lock.places(parser);
                } else if (key.equals("dependencies") && parser.currentToken() == JsonToken.START_OBJECT) {
                    lock.dependencies(parser, 0);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw new ManifestException(file, 1, 1, "the object is not closed");
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new ManifestException(
                    file,
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    String.valueOf(e.getOriginalMessage()).replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Lock.of(file, lock.places ? lock.packages : lock.dependencies);
    }

    private void places(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String place = parser.currentName();
            int module = place.lastIndexOf("node_modules/");
            parser.nextToken();
            Entry entry = entry(parser, -1);
            if (module >= 0) {
                packages.addAll(entry.locked(place.substring(module + "node_modules/".length())));
            }
        }
    }

    private void dependencies(JsonParser parser, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            dependencies.addAll(entry(parser, depth).locked(name));
        }
    }

    private static final class Entry {
        private @Nullable String name;
        private @Nullable String version;
        private String resolved = "";
        private boolean link;
        private int line;

        /** The package, and the name it is installed by where that is another: what it is asked for by may be the pin's. */
        List<LockedPackage> locked(String place) {
            String alias = version != null && version.startsWith("npm:") ? version.substring("npm:".length()) : "";
            int at = alias.indexOf('@', 1);
            String real = at > 0 ? alias.substring(0, at) : name == null ? place : name;
            String number = at > 0 ? alias.substring(at + 1) : version;
            List<LockedPackage> all =
                    new ArrayList<>(List.of(new LockedPackage(real, number, line, foreign(real, at))));
            if (!real.equals(place)) {
                all.add(new LockedPackage(place, null, line, real));
            }
            return all;
        }

        private String foreign(String real, int alias) {
            if (link) {
                return resolved.isEmpty() ? "the tree" : resolved;
            }
            String from = alias <= 0 && version != null && version.contains(":") ? version : resolved;
            return from.isEmpty() || Registry.isTarball(from, real) ? "" : from;
        }
    }

    /**
     * Reads one package.
     *
     * @param depth of the nested {@code dependencies}, or negative where they are none
     */
    private Entry entry(JsonParser parser, int depth) throws IOException {
        Entry entry = new Entry();
        entry.line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return entry;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (depth >= 0 && key.equals("dependencies") && value == JsonToken.START_OBJECT) {
                if (depth == DEEPEST) {
                    int line = parser.currentTokenLocation().getLineNr();
                    throw new ManifestException(
                            file, line, 1, "more than " + DEEPEST + " dependencies, one in the other");
                }
                dependencies(parser, depth + 1);
            } else if (key.equals("link")) {
                entry.link = value == JsonToken.VALUE_TRUE;
            } else if (value == JsonToken.VALUE_STRING) {
                switch (key) {
                    case "name" -> entry.name = parser.getText();
                    case "resolved" -> entry.resolved = parser.getText();
                    case "version" -> {
                        entry.version = parser.getText();
                        entry.line = parser.currentTokenLocation().getLineNr();
                    }
                    default -> {}
                }
            } else {
                parser.skipChildren();
            }
        }
        return entry;
    }
}
