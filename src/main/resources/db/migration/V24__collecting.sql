-- Scripts that give evidence in the name of who made them; id is their token's. They are bound to one engagement and to
-- the controls and requests that are named here.
create table collector (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    client_id char(36) not null,
    name varchar(100) not null,
    made_by char(36) not null,
    foreign key (engagement_id) references engagement (id)
);

create table collector_control (
    collector_id char(36) not null,
    control_ref varchar(100) not null,
    primary key (collector_id, control_ref),
    foreign key (collector_id) references collector (id)
);

create table collector_request (
    collector_id char(36) not null,
    request_id char(36) not null,
    primary key (collector_id, request_id),
    foreign key (collector_id) references collector (id),
    foreign key (request_id) references evidence_request (id)
);
