-- Why a delta is carried, what a person has decided about it, and which other packages carry the same.
alter table delta add column reason varchar; -- one line, or null where none is stated
alter table delta add column reason_from varchar(100); -- patch, recipe, or the commit that was asked: commit <hash>
alter table delta add column decision varchar; -- why a person keeps it, or null
alter table delta add column family varchar(64); -- the same for nearly equal patches
