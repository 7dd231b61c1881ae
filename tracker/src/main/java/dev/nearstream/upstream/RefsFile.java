package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Refs as lines of text: {@code HEAD branch}, then {@code hash name [commit]}, sorted, and a last line that says the
 * text is whole. The digest is the text's.
 */
final class RefsFile {
    private static final String END = "end";

    private RefsFile() {}

    /** From what a server or a repository says; refs other than heads and tags are left out. */
    static Refs of(Collection<Ref> all) {
        Map<String, Tag> tags = new HashMap<>();
        Map<String, String> heads = new HashMap<>();
        @Nullable String defaultBranch = null;
        for (Ref ref : all) {
            String name = ref.getName();
            @Nullable ObjectId object = ref.getObjectId();
            if (name.equals(Constants.HEAD) && ref.isSymbolic()) {
                String target = ref.getTarget().getName();
                defaultBranch =
                        target.startsWith(Constants.R_HEADS) ? target.substring(Constants.R_HEADS.length()) : null;
            } else if (object != null && name.startsWith(Constants.R_TAGS) && !name.endsWith("^{}")) {
                String tag = name.substring(Constants.R_TAGS.length());
                @Nullable ObjectId peeled = ref.getPeeledObjectId();
                tags.put(tag, new Tag(tag, object.name(), (peeled == null ? object : peeled).name()));
            } else if (object != null && name.startsWith(Constants.R_HEADS)) {
                heads.put(name.substring(Constants.R_HEADS.length()), object.name());
            }
        }
        return refs(tags, heads, defaultBranch);
    }

    static void write(Path file, Refs refs) throws IOException {
        MirrorFiles.write(file, text(refs.tags(), refs.heads(), refs.defaultBranch()));
    }

    /** Empty where there is no file, or none that is whole. */
    static Optional<Refs> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)) {
            return Optional.empty();
        }
        Map<String, Tag> tags = new HashMap<>();
        Map<String, String> heads = new HashMap<>();
        @Nullable String defaultBranch = null;
        for (String line : lines.subList(0, lines.size() - 1)) {
            String[] parts = line.split(" ", -1);
            String name = parts[1];
            if (parts[0].equals(Constants.HEAD)) {
                defaultBranch = name;
            } else if (name.startsWith(Constants.R_TAGS)) {
                String tag = name.substring(Constants.R_TAGS.length());
                tags.put(tag, new Tag(tag, parts[0], parts[2]));
            } else {
                heads.put(name.substring(Constants.R_HEADS.length()), parts[0]);
            }
        }
        return Optional.of(refs(tags, heads, defaultBranch));
    }

    private static Refs refs(Map<String, Tag> tags, Map<String, String> heads, @Nullable String defaultBranch) {
        return new Refs(tags, heads, defaultBranch, Hashes.of(text(tags, heads, defaultBranch)));
    }

    private static String text(Map<String, Tag> tags, Map<String, String> heads, @Nullable String defaultBranch) {
        List<String> lines = new ArrayList<>();
        if (defaultBranch != null) {
            lines.add(Constants.HEAD + " " + defaultBranch);
        }
        new TreeMap<>(heads).forEach((name, commit) -> lines.add(commit + " " + Constants.R_HEADS + name));
        new TreeMap<>(tags)
                .forEach((name, tag) -> lines.add(tag.object() + " " + Constants.R_TAGS + name + " " + tag.commit()));
        lines.add(END);
        return String.join("\n", lines) + "\n";
    }
}
