package dev.nearstream.report.render;

import dev.nearstream.recipe.Position;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.RecipeLinks;

/**
 * Links from one page.
 *
 * @param toPackages the way from the page to the packages' directory, empty or with a slash at its end
 */
record PageLinks(RecipeLinks recipes, String toPackages) {

    String packagePage(String name) {
        String label = OutsideText.of(name, 100);
        return PackageFiles.fileName(name)
                .map(file -> Inline.local(label, toPackages + file))
                .orElse(label);
    }

    /** {@code file:line:column}, linked to the line. */
    String at(Position position) {
        return Inline.web(OutsideText.of(position.toString()), recipes.line(position));
    }

    /** The delta's id, linked to the line that declares it. */
    String delta(CarriedDelta carried) {
        return Inline.web(
                OutsideText.of(carried.delta().id(), 100),
                recipes.line(carried.delta().where()));
    }

    String packageIndex() {
        return toPackages + PackageFiles.INDEX;
    }
}
