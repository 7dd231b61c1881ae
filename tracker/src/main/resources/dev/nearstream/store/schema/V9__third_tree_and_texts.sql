-- A patch at the head of upstream's default branch; all null where nobody looked, as in what an older program found.
alter table delta add column branch_name varchar;
alter table delta add column branch_commit varchar;
alter table delta add column branch_verdict varchar(64) references verdict;
alter table delta add column branch_missing varchar; -- why there is no verdict
alter table delta add column branch_apart boolean; -- another stream's
create index delta_by_branch_verdict on delta (branch_verdict);
create index delta_by_content_hash on delta (content_hash);
-- Patches' texts under the SHA-256 of their bytes, which is a delta's content_hash.
create table delta_text (
    hash varchar(64) primary key,
    content text not null -- cut where it is long
);
