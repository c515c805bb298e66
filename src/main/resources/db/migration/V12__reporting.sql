create table report (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    plan_id char(36) not null,
    position_no int not null,
    report_type varchar(10) not null,
    attestation_type varchar(10) not null,
    state varchar(20) not null,
    opinion varchar(20) not null,
    draft_no int not null,
    report_date date,
    letter_date date,
    assertion_date date,
    issued_at datetime,
    -- the newest draft, and the report itself once it is issued
    draft_document_id char(36),
    document_id char(36),
    sha256 char(64),
    version int not null,
    unique (engagement_id, plan_id),
    foreign key (engagement_id) references engagement (id)
);

-- every text of a report that was ever put before somebody; draft_no is null for the issued one
create table report_edition (
    id char(36) not null primary key,
    report_id char(36) not null,
    edition_no int not null,
    draft_no int,
    -- a text that replaces the one issued before it
    revision boolean not null,
    opinion varchar(20) not null,
    document_id char(36) not null,
    sha256 char(64) not null,
    made_at datetime not null,
    unique (report_id, edition_no),
    foreign key (report_id) references report (id)
);

-- what the PDF of an edition was made of
create table edition_text (
    edition_id char(36) not null primary key,
    markup longtext not null,
    foreign key (edition_id) references report_edition (id)
);

-- facts that came to light after issue
create table discovered_facts (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    report_id char(36) not null,
    found_on date not null,
    description longtext not null,
    reported_by varchar(200) not null,
    reported_at datetime not null,
    action_word varchar(20),
    version int not null,
    foreign key (engagement_id) references engagement (id),
    foreign key (report_id) references report (id)
);
create index discovered_facts_report on discovered_facts (report_id);
