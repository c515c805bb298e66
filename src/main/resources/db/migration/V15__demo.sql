-- one row: how far demo mode has moved the clock, and whether the demo world is there
create table demo_state (
    id int not null primary key,
    offset_seconds bigint not null,
    world_loaded boolean not null
);
