-- What the forge was asked for. A step is written before the next one is made, so that a kill never makes two of one.
create table pull_request (
    package varchar(500) not null,
    branch varchar(500) not null,
    stream varchar not null,
    from_version varchar not null,
    to_version varchar not null,
    family varchar,
    state varchar(32) not null, -- prepared, pushed, open, closed, merged, superseded
    base_commit varchar, -- null with the next two
    commit_hash varchar, -- made, and perhaps pushed
    content_hash varchar,
    pushed_commit varchar, -- the last that the remote took
    forge varchar, -- null with the next five
    forge_number varchar,
    url varchar,
    draft boolean,
    body_hash varchar,
    opened timestamp with time zone,
    hold_reason varchar,
    updated timestamp with time zone not null,
    closed timestamp with time zone,
    primary key (package, branch)
);
create index pull_request_by_branch on pull_request (branch);
create index pull_request_by_state on pull_request (state);
