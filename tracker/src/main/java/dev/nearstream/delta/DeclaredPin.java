package dev.nearstream.delta;

import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.recipe.Position;

/** A pin where it is written, with the comment beside it. */
record DeclaredPin(Pin pin, Position at, String comment, Form form) {}
