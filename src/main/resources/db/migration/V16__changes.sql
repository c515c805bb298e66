-- former_period_end: the end the period had when another one was asked for
create table change_request (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    position_no int not null,
    kind varchar(10) not null,
    reason_code varchar(30) not null,
    description longtext not null,
    former_period_end date,
    new_period_end date,
    -- a line for each role that changes hands: its key and the ids of its holders
    new_team longtext,
    needed_by date,
    state varchar(12) not null,
    asked_by char(36) not null,
    asked_at datetime not null,
    decided_by char(36),
    decided_at datetime,
    decision_reason longtext,
    ended_at datetime,
    version int not null,
    unique (engagement_id, position_no),
    foreign key (engagement_id) references engagement (id)
);
