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

-- What a script says of where a document comes from; null for what a person gave.
alter table document add column collector_name varchar(100);
alter table document add column collected_from longtext;
alter table document add column collected_query longtext;
alter table document add column collected_at datetime;

-- What is asked for again and again: where the control runs, where it runs in several places, and since when the
-- evidence of its window is missed.
alter table evidence_request add column recurring boolean default false not null;
alter table evidence_request add column location varchar(200);
alter table evidence_request add column missed_on date;
