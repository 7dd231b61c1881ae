package dev.nearstream.owner;

import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The owners of files, by a CODEOWNERS file as GitHub, GitLab and Gitea read it: the last pattern that matches decides,
 * and one without owners says that nobody owns it; each of GitLab's sections decides for itself. Immutable.
 */
public final class CodeOwners {
    private static final List<String> PLACES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");
    /** GitHub's limit. */
    private static final int LARGEST = 3 << 20;

    private static final Pattern SECTION = Pattern.compile("\\^?\\[([^\\]]+)\\](?:\\[\\d+\\])?(|[ \\t].*)");
    /** Blanks that no backslash stands before. */
    private static final Pattern BLANKS = Pattern.compile("(?<!\\\\)[ \\t]+");

    private static final Pattern COMMENT = Pattern.compile("(?:^|[ \\t])#.*$");

    private final Map<String, List<Rule>> sections;

    private record Rule(OwnerPattern pattern, List<String> owners) {}

    private CodeOwners(Map<String, List<Rule>> sections) {
        this.sections = sections;
    }

    /** Of a tree that has no such file. */
    public static CodeOwners none() {
        return new CodeOwners(Map.of());
    }

    /** The tree's own, from the first place that has one; none where there is none, or one of more than 3 MiB. */
    public static CodeOwners of(RecipeFiles files) throws IOException {
        for (String place : PLACES) {
            if (files.isFile(place)) {
                Optional<byte[]> text = files.read(place, LARGEST);
                if (text.isPresent()) {
                    return parse(new String(text.get(), StandardCharsets.UTF_8));
                }
            }
        }
        return none();
    }

    /** Lines that are no rule (a pattern with {@code !} or {@code [ ]}) are passed over, as the forges do. */
    public static CodeOwners parse(String text) {
        Map<String, List<Rule>> sections = new LinkedHashMap<>();
        String section = "";
        List<String> standing = List.of();
        for (String raw : text.lines().toList()) {
            String line = COMMENT.matcher(raw).replaceFirst("").strip();
            Matcher heading = SECTION.matcher(line);
            if (line.isEmpty()) {
                continue;
            } else if (heading.matches()) {
                section = heading.group(1).strip().toLowerCase(Locale.ROOT);
                standing = words(heading.group(2));
                continue;
            }
            List<String> words = words(line);
            String pattern = words.get(0).replace("\\ ", " ").replace("\\#", "#");
            if (pattern.startsWith("!") || pattern.contains("[") || pattern.equals("/")) {
                continue;
            }
            List<String> owners = words.size() > 1 ? words.subList(1, words.size()) : standing;
            sections.computeIfAbsent(section, unused -> new ArrayList<>())
                    .add(new Rule(OwnerPattern.of(pattern), List.copyOf(owners)));
        }
        return new CodeOwners(sections);
    }

    private static List<String> words(String line) {
        return Arrays.stream(BLANKS.split(line.strip()))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * Who owns a file: {@code @user}, {@code @organisation/team} or an address, as written; empty where nobody does.
     *
     * @param path relative to the root, with {@code /}
     */
    public List<String> of(String path) {
        Set<String> owners = new LinkedHashSet<>();
        for (List<Rule> rules : sections.values()) {
            for (int i = rules.size() - 1; i >= 0; i--) {
                if (rules.get(i).pattern().matches(path)) {
                    owners.addAll(rules.get(i).owners());
                    break;
                }
            }
        }
        return List.copyOf(owners);
    }
}
