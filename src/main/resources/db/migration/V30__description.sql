-- what management writes of its system: every version of every section, never changed; the newest is the one that stands
create table description_version (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    section varchar(30) not null,
    version_no int not null,
    content longtext not null,
    -- the page, or the phrase of a task
    written_with varchar(80) not null,
    written_by char(36) not null,
    writer varchar(200) not null,
    written_at datetime not null,
    unique (engagement_id, section, version_no),
    foreign key (engagement_id) references engagement (id)
);

-- from completion on the text stands as it goes into the report, until work goes back to fieldwork
create table description_completion (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    completed_at datetime not null,
    completed_by char(36) not null,
    completer varchar(200) not null,
    reopened_at datetime,
    foreign key (engagement_id) references engagement (id)
);
create index description_completion_engagement on description_completion (engagement_id, reopened_at);

-- the register of incidents and significant changes; controls and criteria: one a line
create table incident (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    position_no int not null,
    kind varchar(30) not null,
    title varchar(200) not null,
    occurred_on date not null,
    discovered_on date not null,
    nature longtext not null,
    extent longtext not null,
    controls longtext not null,
    criteria longtext not null,
    from_failed_controls boolean not null,
    failed_commitments boolean not null,
    disposition longtext not null,
    recorded_by char(36) not null,
    recorder varchar(200) not null,
    recorded_at datetime not null,
    version int not null,
    unique (engagement_id, position_no),
    foreign key (engagement_id) references engagement (id)
);

-- what auditors wrote beside a section (its key) or an incident (its id); the words are never changed.
-- shared: management reads it too; otherwise it is the firm's auditors' alone
create table description_comment (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    about varchar(40) not null,
    version_no int,
    shared boolean not null,
    written_by char(36) not null,
    writer varchar(200) not null,
    written_at datetime not null,
    content longtext not null,
    resolved_at datetime,
    resolver varchar(200),
    seq_no bigint not null auto_increment unique,
    foreign key (engagement_id) references engagement (id)
);
create index description_comment_about on description_comment (engagement_id, about);

create table description_answer (
    id char(36) not null primary key,
    comment_id char(36) not null,
    of_firm boolean not null,
    written_by char(36) not null,
    writer varchar(200) not null,
    written_at datetime not null,
    content longtext not null,
    seq_no bigint not null auto_increment unique,
    foreign key (comment_id) references description_comment (id)
);
create index description_answer_comment on description_answer (comment_id);
