package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.edit.ListScalar.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** See {@link RecipeEdit#removeEntries}. */
record RemoveEntries(Position at, ListForm form, Set<Integer> entries) implements RecipeEdit {

    RemoveEntries {
        entries = Set.copyOf(entries);
    }

    @Override
    public void addTo(Splices splices) throws EditRefusedException {
        ListScalar list = ListScalar.of(splices.text(), at, form);
        if (kept(list).isEmpty()) {
            throw new EditRefusedException(at, "nothing would be left of the list");
        }
        if (!list.block()) {
            words(splices, list.entries(), 0, list.entries().size());
            return;
        }
        EntryLines lines = new EntryLines(splices.text().lines(), list.from(), list.to());
        int next;
        for (int first = 0; first < list.entries().size(); first = next) {
            int line = list.entries().get(first).line();
            next = first;
            boolean all = true;
            while (next < list.entries().size() && list.entries().get(next).line() == line) {
                all &= entries.contains(next++);
            }
            if (all) {
                lines.remove(line);
            } else {
                words(splices, list.entries(), first, next);
            }
        }
        lines.removed().forEach(splices::removeLine);
    }

    /** The entries that stay. */
    List<String> kept(ListScalar list) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < list.entries().size(); i++) {
            if (!entries.contains(i)) {
                kept.add(list.entries().get(i).text());
            }
        }
        return kept;
    }

    /** Takes words out of a stretch that keeps others, each with what stands between it and the next. */
    private void words(Splices splices, List<Entry> all, int from, int to) {
        int last = to - 1;
        while (entries.contains(last)) {
            last--;
        }
        for (int i = from; i < last; i++) {
            if (entries.contains(i)) {
                splices.replace(new Span(all.get(i).start(), all.get(i + 1).start()), "");
            }
        }
        if (last < to - 1) {
            splices.replace(new Span(all.get(last).end(), all.get(to - 1).end()), "");
        }
    }
}
