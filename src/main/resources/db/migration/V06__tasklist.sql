-- The inbox: one row per open user task, kept by the engine's task events in the engine's own transaction.
create table inbox_task (
    id varchar(64) not null primary key,
    seq_no bigint not null auto_increment unique,
    engagement_id char(36) not null,
    client_id char(36) not null,
    engagement_title varchar(200) not null,
    process varchar(120) not null,
    task_key varchar(200) not null,
    name varchar(200) not null,
    subject_id varchar(64) not null,
    subject varchar(400) not null,
    request_id char(36),
    phase varchar(20) not null,
    role_name varchar(40) not null,
    assignee_id char(36),
    assignee varchar(64),
    due_at datetime,
    -- never null, so that (due_sort, id) is a place to go on from
    due_sort datetime not null,
    opened_at datetime not null,
    -- the engagement is suspended: nobody is asked
    waiting boolean not null,
    -- its request names who may see it, beside the auditors of the team
    confidential boolean default false not null,
    version int not null
);
create index inbox_task_role on inbox_task (engagement_id, role_name, due_sort, id);
create index inbox_task_assignee on inbox_task (assignee_id, due_sort, id);
create index inbox_task_due on inbox_task (due_sort, id);

-- Requests whose tasks are for the people named here and for the auditors of the team, those that open later too.
create table confidential_request (
    request_id char(36) not null primary key
);
create table confidential_reader (
    request_id char(36) not null,
    person_id char(36) not null,
    primary key (request_id, person_id),
    foreign key (request_id) references confidential_request (request_id) on delete cascade
);

create table task_draft (
    task_id varchar(64) not null,
    person_id char(36) not null,
    saved_at datetime not null,
    answers longtext not null,
    primary key (task_id, person_id),
    foreign key (task_id) references inbox_task (id) on delete cascade
);
