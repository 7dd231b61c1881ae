package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files beside a recipe, and whether they are its own to write and delete. */
record OwnFiles(String recipe, RecipeFiles files, FileUses uses) {
    private static final int MAX_BYTES = 4 << 20;

    boolean isThere(String path) throws IOException {
        return files.isFile(path);
    }

    /** Whether a file may be written or deleted; if not, the reason is added to what is left. */
    boolean mayWrite(String path, String what, List<String> left) {
        String real = files.followed(path);
        Set<String> others = uses.others(real, recipe);
        if (!real.equals(path)) {
            left.add(path + ": " + what + ": it is " + real + ", reached through a link");
        } else if (!others.isEmpty()) {
            left.add(path + ": " + what + ": " + String.join(", ", others) + " uses it too");
        }
        return real.equals(path) && others.isEmpty();
    }

    /** A file with what has been edited in it so far. */
    byte[] read(String path, byte @Nullable [] edited) throws IOException, EditRefusedException {
        return edited != null
                ? edited
                : files.read(path, MAX_BYTES)
                        .orElseThrow(() -> new EditRefusedException(new Position(path, 1, 1), "it is not there"));
    }
}
