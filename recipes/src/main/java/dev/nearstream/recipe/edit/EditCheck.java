package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Scalar;
import dev.nearstream.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds an edited text against what its edits meant, by the trees of both alone: every value is the one that was there,
 * the one that was set, or gone because it was removed.
 */
final class EditCheck {
    private final RecipeText before;
    private final RecipeText after;
    private final Map<YamlPath, RecipeEdit> meant = new HashMap<>();

    EditCheck(RecipeText before, RecipeText after, List<RecipeEdit> edits) throws EditRefusedException {
        this.before = before;
        this.after = after;
        for (RecipeEdit edit : edits) {
            meant.put(before.places().path(edit.at()), edit);
        }
    }

    /**
     * @throws EditRefusedException at the first place that differs otherwise than was meant
     */
    void run() throws EditRefusedException {
        same(YamlPath.ROOT, before.root(), after.root());
    }

    private void same(YamlPath path, YamlNode was, YamlNode is) throws EditRefusedException {
        RecipeEdit edit = meant.get(path);
        boolean right;
        if (edit instanceof SetScalar set) {
            right = is instanceof Scalar scalar && scalar.value().equals(set.value());
        } else if (edit instanceof RemoveEntries removal && was instanceof Scalar old && is instanceof Scalar scalar) {
            right = entries(after, scalar, removal.form())
                    .equals(removal.kept(ListScalar.of(before, removal.at(), old, removal.form())));
        } else if (was instanceof Mapping one && is instanceof Mapping other) {
            right = entries(path, one, other);
        } else if (was instanceof Sequence one && is instanceof Sequence other) {
            right = items(path, one, other);
        } else {
            right = was instanceof Scalar one
                    && is instanceof Scalar other
                    && one.value().equals(other.value())
                    && one.plain() == other.plain();
        }
        if (!right) {
            Position at = before.at(was);
            throw new EditRefusedException(at, path + " would change too, or not as it should; edit it by hand");
        }
    }

    private static List<String> entries(RecipeText text, Scalar scalar, ListForm form) throws EditRefusedException {
        return ListScalar.of(text, text.at(scalar), scalar, form).entries().stream()
                .map(ListScalar.Entry::text)
                .toList();
    }

    private boolean entries(YamlPath path, Mapping was, Mapping is) throws EditRefusedException {
        List<String> left = new ArrayList<>();
        for (YamlNode.Entry entry : was.entries()) {
            YamlPath inner = path.entry(entry.key().value());
            if (!(meant.get(inner) instanceof RemoveNode)) {
                left.add(entry.key().value());
                Optional<YamlNode.Entry> now = is.entry(entry.key().value());
                if (now.isPresent()) {
                    same(inner, entry.value(), now.get().value());
                }
            }
        }
        return left.equals(
                is.entries().stream().map(entry -> entry.key().value()).toList());
    }

    private boolean items(YamlPath path, Sequence was, Sequence is) throws EditRefusedException {
        int next = 0;
        for (int i = 0; i < was.items().size(); i++) {
            YamlPath inner = path.item(i);
            if (!(meant.get(inner) instanceof RemoveNode)) {
                if (next >= is.items().size()) {
                    return false;
                }
                same(inner, was.items().get(i), is.items().get(next++));
            }
        }
        return next == is.items().size();
    }
}
