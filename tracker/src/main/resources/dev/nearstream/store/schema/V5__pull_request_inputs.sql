-- What an open pull request was made from: where it is the same, nothing is planned again.
alter table pull_request add column inputs_hash varchar; -- null where it was opened before this
