-- Which owners were told of a run by mail.
create table digest_mail (
    run integer not null references run (no) on delete cascade,
    owner varchar(500) not null, -- in lower case
    sent timestamp with time zone, -- when a server took it; null where there was nothing to tell
    primary key (run, owner)
);
