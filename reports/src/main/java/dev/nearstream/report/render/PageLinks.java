package dev.nearstream.report.render;

import dev.nearstream.recipe.Position;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.RecipeLinks;
import dev.nearstream.report.UpstreamLinks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links from one page.
 *
 * @param toPackages the way from the page to the packages' directory, empty or with a slash at its end
 * @param own the package that the page is about, or null
 */
record PageLinks(
        RecipeLinks recipes, String toPackages, @Nullable String own) {

    /** For a page that is about no package. */
    PageLinks(RecipeLinks recipes, String toPackages) {
        this(recipes, toPackages, null);
    }

    /** The package's name and a link to its page; no link on that page itself. */
    String packagePage(String name) {
        if (name.equals(own)) {
            return "this package";
        }
        String label = Code.ifBroken(name, 100);
        return PackageFiles.fileName(name)
                .map(file -> Inline.local(label, toPackages + file))
                .orElse(label);
    }

    /** {@code file:line:column}, linked to the line. */
    String at(Position position) {
        return Inline.web(Code.of(position.toString()), recipes.line(position));
    }

    /** The package, then the delta; on the package's own page the delta alone. */
    String packageAndDelta(CarriedDelta carried) {
        return beforeDelta(carried) + delta(carried);
    }

    /** The package's link and a blank; on its own page nothing. */
    String beforeDelta(CarriedDelta carried) {
        String name = carried.of().packageName();
        return name.equals(own) ? "" : packagePage(name) + " ";
    }

    /** The delta's id, linked to the line that declares it. */
    String delta(CarriedDelta carried) {
        return Inline.web(
                Code.of(carried.delta().id(), 100), recipes.line(carried.delta().where()));
    }

    /** The same by what follows the kind: a patch by its file's name. */
    String named(CarriedDelta carried) {
        String kind = carried.delta().kind().label() + ":";
        String id = carried.delta().id();
        return Inline.web(
                Code.of(id.startsWith(kind) ? id.substring(kind.length()) : id, 100),
                recipes.line(carried.delta().where()));
    }

    /** A commit of the recipe repository. */
    String commit(String hash) {
        return Inline.shortHash(hash, recipes.commit(hash));
    }

    /** A pull request; one that has no page of its own is on the page of them all. */
    String pull(String label, @Nullable String url) {
        return UpstreamLinks.web(url).isPresent()
                ? Inline.web(label, Optional.ofNullable(url))
                : Inline.local(label, toPackages.replaceFirst("packages/$", "") + "pulls.md");
    }

    String packageIndex() {
        return toPackages + PackageFiles.INDEX;
    }
}
