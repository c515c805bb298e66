-- proof: ids of documents separated by ','. under_way: its remediation has been started
create table gap (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    position_no int not null,
    control_reference varchar(40),
    criterion varchar(10),
    rating varchar(10) not null,
    state varchar(20) not null,
    description longtext not null,
    under_way boolean not null,
    plan_text longtext not null,
    due date,
    owner_id char(36),
    proof longtext not null,
    found_at datetime not null,
    ended_at datetime,
    version int not null,
    unique (engagement_id, position_no),
    foreign key (engagement_id) references engagement (id)
);
