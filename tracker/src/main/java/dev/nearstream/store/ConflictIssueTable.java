package dev.nearstream.store;

import java.util.Comparator;
import java.util.List;

/**
 * Issues by package.
 *
 * @param requireLock throws where this process may not write
 */
record ConflictIssueTable(Database database, Runnable requireLock) implements ConflictIssues {

    @Override
    public List<ConflictIssue> open() {
        return database.read(handle -> handle
                .createQuery("select * from conflict_issue")
                .map((row, context) -> {
                    Columns columns = new Columns(row);
                    return new ConflictIssue(
                            columns.required("package"), columns.required("to_version"), columns.text("url"));
                })
                .stream()
                .sorted(Comparator.comparing(ConflictIssue::packageName))
                .toList());
    }

    @Override
    public void write(ConflictIssue issue) {
        requireLock.run();
        database.write(handle -> {
            new Row()
                    .with("package", Texts.key(issue.packageName()))
                    .with("to_version", issue.to())
                    .with("url", issue.url())
                    .upsert(handle, "conflict_issue", "package");
            return issue;
        });
        database.settle();
    }

    @Override
    public void closed(String packageName) {
        requireLock.run();
        database.write(handle -> handle.createUpdate("delete from conflict_issue where package = :package")
                .bind("package", Texts.key(packageName))
                .execute());
        database.settle();
    }
}
