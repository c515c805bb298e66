create table engagement (
    id char(36) not null primary key,
    client_id char(36) not null,
    title varchar(200) not null,
    phase varchar(20) not null,
    suspended boolean not null,
    needed_by date,
    bundle varchar(64) not null,
    previous_id char(36),
    next_id char(36),
    created_at datetime not null,
    created_by char(36) not null,
    version int not null
);
create index engagement_client on engagement (client_id);

create table planned_report (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    position_no int not null,
    report_type varchar(10) not null,
    attestation_type varchar(10) not null,
    categories varchar(200) not null,
    period_start date,
    period_end date,
    as_of date,
    foreign key (engagement_id) references engagement (id)
);
create index planned_report_engagement on planned_report (engagement_id);

-- stand_in: the role has no holder of its own, so those above it on the same side may act
create table team_member (
    engagement_id char(36) not null,
    role_name varchar(40) not null,
    person_id char(36) not null,
    stand_in boolean not null,
    primary key (engagement_id, role_name, person_id),
    foreign key (engagement_id) references engagement (id)
);
create index team_member_person on team_member (person_id, engagement_id);

-- the engagement's file: what was answered on each completed task, by whom and when
create table task_record (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    seq_no bigint not null,
    task_id varchar(64) not null,
    phrase varchar(120) not null,
    task_name varchar(200) not null,
    process varchar(120) not null,
    process_instance varchar(64) not null,
    subject varchar(64) not null,
    role_name varchar(40) not null,
    person_id char(36) not null,
    person_name varchar(200) not null,
    completed_at datetime not null,
    signed boolean not null,
    answers longtext not null,
    answers_sha256 char(64) not null,
    unique (task_id)
);
-- ahead of the foreign key, which then needs no index of its own
create index task_record_latest on task_record (engagement_id, phrase, seq_no);
alter table task_record add foreign key (engagement_id) references engagement (id);

-- From here on the engagement's file only grows. head_seq and head_hash name the trail's entry that records the lock.
create table file_lock (
    engagement_id char(36) not null primary key,
    locked_at datetime not null,
    locked_by char(36),
    head_seq bigint not null,
    head_hash char(64) not null,
    foreign key (engagement_id) references engagement (id)
);

-- How far each person has seen an engagement's trail: what comes after it is news on coming in.
create table seen_trail (
    person_id char(36) not null,
    engagement_id char(36) not null,
    seq_no bigint not null,
    seen_at datetime not null,
    primary key (person_id, engagement_id),
    foreign key (engagement_id) references engagement (id)
);
