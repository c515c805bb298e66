-- one round of testing one control; further work after reporting opens a new round beside the closed one
create table control_test (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    control_ref varchar(100) not null,
    control_title varchar(300) not null,
    position_no int not null,
    round_no int not null,
    state varchar(12) not null,
    population int,
    inquiry longtext,
    test_procedure varchar(20),
    performed longtext,
    items_tested int,
    items_failed int,
    conclusion varchar(20),
    failed_attribute longtext,
    cause longtext,
    extent varchar(20),
    nil_proof longtext,
    prepared_by char(36),
    prepared_at datetime,
    reviewed_by char(36),
    reviewed_at datetime,
    review_note longtext,
    closed_at datetime,
    version int not null,
    unique (engagement_id, control_ref, round_no),
    foreign key (engagement_id) references engagement (id)
);
create index control_test_list on control_test (engagement_id, position_no, round_no);

-- what the workpaper rests on, with the hash the bytes had then
create table test_evidence (
    test_id char(36) not null,
    position_no int not null,
    document_id char(36) not null,
    document_name varchar(255) not null,
    sha256 char(64) not null,
    workpaper boolean not null,
    primary key (test_id, position_no),
    foreign key (test_id) references control_test (id)
);

-- items: the numbers selected, ascending, separated by commas; docs/sampling.md says how they follow from the seed
create table sample (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    control_ref varchar(100) not null,
    request_id char(36) not null,
    population int not null,
    sample_size int not null,
    frequency varchar(20) not null,
    risk_level varchar(20) not null,
    seed char(16) not null,
    items longtext not null,
    selected_at datetime not null,
    round_no int not null,
    -- where the calendar is the population: the days it was counted from and to
    counted_from date,
    counted_to date,
    unique (engagement_id, control_ref, request_id, round_no),
    foreign key (engagement_id) references engagement (id)
);

-- criteria: ids separated by ";"
create table deviation (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    number_no int not null,
    test_id char(36) not null,
    control_ref varchar(100) not null,
    control_title varchar(300) not null,
    criteria varchar(500) not null,
    state varchar(12) not null,
    failed_attribute longtext not null,
    items_tested int not null,
    items_failed int not null,
    cause longtext not null,
    extent varchar(20) not null,
    effect varchar(20),
    compensating longtext,
    evaluation longtext,
    management_response longtext,
    corrective_action longtext,
    corrective_due date,
    version int not null,
    unique (engagement_id, number_no),
    unique (test_id),
    foreign key (engagement_id) references engagement (id),
    foreign key (test_id) references control_test (id)
);
