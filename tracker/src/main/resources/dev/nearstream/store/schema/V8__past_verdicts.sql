-- How past weeks stood against upstream.
create table past_standing (
    tree integer not null references past_tree (no),
    monday date not null,
    packages integer not null,
    assessed integer not null,
    at_newest integer not null,
    aligned integer not null,
    droppable integer not null,
    breaking integer not null,
    avoidable double precision not null,
    blocked double precision not null,
    necessary double precision not null,
    lag double precision not null,
    dated integer not null, -- packages whose days behind are known
    days_median bigint,
    days_ninth bigint,
    basis varchar(64) not null, -- a hash of the policy and the rules
    primary key (tree, monday)
);
-- What upstream took of what packages carried.
create table past_taken (
    tree integer not null references past_tree (no),
    package varchar(500) not null,
    delta varchar(500) not null,
    content varchar(500) not null, -- as in carried_delta
    taken date, -- of upstream's commit; null where unknown
    release_name varchar, -- the first that has it
    seen date not null, -- the Monday of the first week that had it
    primary key (tree, package, delta, content)
);
-- Days behind of a run's packages; null in a sum that was kept before there were any.
alter table run_sum add column dated integer;
alter table run_sum add column days_median bigint;
alter table run_sum add column days_ninth bigint;
