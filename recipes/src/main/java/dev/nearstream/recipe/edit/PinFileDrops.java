package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.edit.PlannedChanges.DroppedPin;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlNode;
import java.util.List;

/** Takes a pin out of a file of pins beside the recipe, such as {@code gobump-deps.yaml}. */
final class PinFileDrops {
    private PinFileDrops() {}

    static byte[] without(DroppedPin pin, byte[] file) throws EditRefusedException {
        Position at = pin.at();
        try {
            RecipeText text = RecipeText.of(at.file(), file);
            YamlNode item = text.places()
                    .item(at.line())
                    .orElseThrow(() -> new EditRefusedException(at, "no entry of a list begins here"));
            return text.with(List.of(RecipeEdit.remove(text.at(item)))).bytes();
        } catch (YamlException e) {
            throw new EditRefusedException(
                    new Position(at.file(), e.line(), e.column()), String.valueOf(e.getMessage()));
        }
    }
}
