-- engagement_id is an engagement's id or 'firm', the chain of events that belong to no engagement.
create table trail_head (
    engagement_id varchar(36) not null,
    last_seq      bigint      not null,
    last_hash     char(64)    not null,
    primary key (engagement_id)
);

-- What is hashed is kept as text: recorded_at as 2026-03-31T08:15:30Z, so that no database or driver rounds it or moves
-- it to its own zone, and facts as canonical JSON. docs/trail.md says more.
create table trail_entry (
    engagement_id varchar(36)  not null,
    seq           bigint       not null,
    recorded_at   varchar(30)  not null,
    actor         varchar(255) not null,
    actor_name    varchar(255) not null,
    event_name    varchar(80)  not null,
    facts         longtext     not null,
    previous_hash char(64)     not null,
    entry_hash    char(64)     not null,
    primary key (engagement_id, seq)
);

insert into trail_head (engagement_id, last_seq, last_hash)
values ('firm', 0, '0000000000000000000000000000000000000000000000000000000000000000');
