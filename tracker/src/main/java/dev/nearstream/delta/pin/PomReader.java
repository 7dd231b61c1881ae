package dev.nearstream.delta.pin;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a POM as a stream of elements, each known by its path. Nothing outside of the text is looked at: a document type
 * declaration, and so any entity of its own, is refused.
 */
final class PomReader {
    private static final int DEEPEST = 100;
    private static final String PROFILE = "/project/profiles/profile";

    private final String file;
    private final Map<String, List<Pom.Value>> properties = new HashMap<>();
    private final List<Pom.Dependency> dependencies = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    /** The texts of the elements directly below the project, its parent, and the dependency in hand. */
    private final Map<String, Pom.Value> texts = new HashMap<>();

    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int line;

    PomReader(String file) {
        this.file = file;
    }

    Pom read(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                event(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw new ManifestException(
                    file,
                    at == null ? 1 : at.getLineNumber(),
                    at == null ? 1 : at.getColumnNumber(),
                    String.valueOf(e.getMessage())
                            .replaceFirst("(?s).*Message: ", "")
                            .replaceAll("\\s+", " "));
        }
        return pom();
    }

    private void event(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                path.add(reader.getLocalName());
                if (path.size() > DEEPEST) {
                    throw problem(reader, "more than " + DEEPEST + " elements, one in the other");
                }
                text.setLength(0);
                line = reader.getLocation().getLineNumber();
                if (isDependency(at())) {
                    texts.keySet().removeIf(key -> key.startsWith("dependency/"));
                    texts.put("dependency/", value("", at()));
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text.append(reader.getText());
            case XMLStreamConstants.END_ELEMENT -> {
                end(at(), text.toString().strip());
                path.remove(path.size() - 1);
                text.setLength(0);
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw problem(reader, "a document type declaration and its entities are not read");
            default -> {}
        }
    }

    private String at() {
        return "/" + String.join("/", path);
    }

    /** The place in the project, be it in a profile or not. */
    private static String inProject(String place) {
        return place.startsWith(PROFILE + "/") ? "/project" + place.substring(PROFILE.length()) : place;
    }

    private static boolean isDependency(String place) {
        String bare = inProject(place);
        return bare.equals("/project/dependencies/dependency")
                || bare.equals("/project/dependencyManagement/dependencies/dependency");
    }

    private void end(String place, String value) {
        String bare = inProject(place);
        String name = path.get(path.size() - 1);
        String parent = place.substring(0, place.length() - name.length() - 1);
        if (isDependency(place)) {
            dependency(place);
        } else if (isDependency(parent)) {
            texts.put("dependency/" + name, value(value, place));
        } else if (parent.equals("/project") || parent.equals("/project/parent")) {
            texts.put(place, value(value, place));
        } else if (bare.startsWith("/project/properties/") && inProject(parent).equals("/project/properties")) {
            properties.computeIfAbsent(name, key -> new ArrayList<>()).add(value(value, place));
        } else if (bare.equals("/project/modules/module") || bare.equals("/project/subprojects/subproject")) {
            modules.add(value);
        }
    }

    private void dependency(String place) {
        Pom.Value version = texts.get("dependency/version");
        Pom.Value start = texts.getOrDefault("dependency/", value("", ""));
        dependencies.add(new Pom.Dependency(
                text("dependency/groupId"),
                text("dependency/artifactId"),
                version == null ? null : version.text(),
                text("dependency/classifier"),
                text("dependency/type", "jar"),
                text("dependency/scope", "compile"),
                inProject(place).contains("/dependencyManagement/"),
                place.startsWith(PROFILE),
                version == null ? start.line() : version.line()));
    }

    private Pom.Value value(String text, String place) {
        return new Pom.Value(text, line, place.startsWith(PROFILE + "/"));
    }

    private String text(String place, String otherwise) {
        String given = text(place);
        return given.isEmpty() ? otherwise : given;
    }

    private String text(String place) {
        Pom.Value value = texts.get(place);
        return value == null ? "" : value.text();
    }

    private Pom pom() {
        return new Pom(
                file,
                text("/project/groupId"),
                text("/project/artifactId"),
                text("/project/version"),
                parent(),
                properties,
                dependencies,
                modules);
    }

    private Pom.@Nullable Parent parent() {
        Pom.Value artifact = texts.get("/project/parent/artifactId");
        if (artifact == null) {
            return null;
        }
        Pom.Value path = texts.get("/project/parent/relativePath");
        return new Pom.Parent(
                text("/project/parent/groupId"),
                artifact.text(),
                text("/project/parent/version"),
                path == null ? "../pom.xml" : path.text(),
                artifact.line());
    }

    private ManifestException problem(XMLStreamReader reader, String what) {
        Location at = reader.getLocation();
        return new ManifestException(file, at.getLineNumber(), at.getColumnNumber(), what);
    }
}
