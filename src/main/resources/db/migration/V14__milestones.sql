create table milestone (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    position_no int not null,
    name varchar(200) not null,
    working_days int not null,
    follows varchar(200) not null,
    planned_on date,
    baseline_on date,
    actual_on date,
    version int not null,
    unique (engagement_id, name)
);
-- the firm's own history, by milestone
create index milestone_history on milestone (name, actual_on);
