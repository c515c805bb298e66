-- the client's library. criteria: ids separated by ";". evidence: one request per line, as "POP list of joiners"
create table control (
    id char(36) not null primary key,
    client_id char(36) not null,
    reference varchar(40) not null,
    position_no int not null,
    title varchar(300) not null,
    description longtext not null,
    criteria varchar(500) not null,
    frequency varchar(20) not null,
    nature varchar(40) not null,
    evidence longtext not null,
    version int not null,
    unique (client_id, reference)
);

-- the scope as it was approved; it stays as it is, whatever the library becomes
create table frozen_scope (
    engagement_id char(36) not null primary key,
    frozen_at datetime not null,
    -- the agreed change that defined it anew; null for the scope as first approved
    change_id char(36),
    foreign key (engagement_id) references engagement (id)
);

create table scope_control (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    position_no int not null,
    reference varchar(40) not null,
    title varchar(300) not null,
    description longtext not null,
    criteria varchar(500) not null,
    frequency varchar(20) not null,
    nature varchar(40) not null,
    evidence longtext not null,
    unique (engagement_id, reference),
    foreign key (engagement_id) references engagement (id)
);

create table scope_criterion (
    engagement_id char(36) not null,
    position_no int not null,
    criterion varchar(10) not null,
    -- of a SOC 1 a control objective, of no category
    title varchar(1000) not null,
    category varchar(30) not null,
    applicable boolean not null,
    reason longtext not null,
    primary key (engagement_id, criterion),
    foreign key (engagement_id) references engagement (id)
);
