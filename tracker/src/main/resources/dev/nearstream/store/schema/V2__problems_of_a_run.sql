-- What was wrong with the recipes of a run, those of no package included, so that its pages can be written again.
alter table run add column problems text; -- JSON: [[file, line, column, message], ...]; null for runs before this column
