-- Issues that the forge was asked for, and that are to be closed once nothing stands in the way. Written before the forge
-- is asked, and deleted after it has closed one.
create table conflict_issue (
    package varchar(500) primary key,
    to_version varchar not null,
    url varchar -- null until the forge has answered
);
