package dev.nearstream.delta;

import dev.nearstream.delta.shell.Invocation;
import java.util.List;

/** Tells which local changes a program's run makes to the source. */
interface ShellRule {

    List<ShellFinding> find(Invocation run, ScriptContext context);

    /** Words of which a script that makes such changes has at least one: what has none need not be read. */
    List<String> hints();
}
