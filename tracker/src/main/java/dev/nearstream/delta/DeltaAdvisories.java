package dev.nearstream.delta;

import dev.nearstream.patch.Advisories;
import dev.nearstream.patch.PatchOrigin;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The advisories (CVE, GHSA) that a delta is carried for, as far as its name, a patch's header and the comments beside it
 * tell. Those that are named as the cause of a mend are none of them. For one thread.
 */
public final class DeltaAdvisories {
    private final RecipeFiles files;
    private final BlockLines lines;

    public DeltaAdvisories(RecipeFiles files) {
        this.files = files;
        this.lines = new BlockLines(files);
    }

    /** Each once, in the order in which they are found. */
    public List<String> of(Delta delta) {
        Set<String> ids = new LinkedHashSet<>(Advisories.named(delta.facts().id()));
        if (delta instanceof Delta.PatchFile patch) {
            ids.addAll(header(patch.path()));
            ids.addAll(Advisories.named(beside(patch)));
        } else if (delta instanceof Delta.CherryPick pick) {
            ids.addAll(Advisories.named(pick.pick().comment()));
            ids.addAll(Advisories.named(lines.commentAt(pick.pick().at())));
        } else {
            ids.addAll(Advisories.named(lines.commentAt(delta.facts().where())));
        }
        return List.copyOf(ids);
    }

    private List<String> header(String path) {
        try {
            return files.read(path, PatchParser.MAX_BYTES)
                    .map(bytes -> PatchOrigin.of(bytes).advisories())
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }

    private String beside(Delta.PatchFile patch) {
        Position where = patch.facts().where();
        return patch.step().patches().stream()
                .filter(name -> name.at().equals(where))
                .findFirst()
                .map(name -> PatchComments.of(patch.step(), name, lines).beside())
                .orElse("");
    }
}
