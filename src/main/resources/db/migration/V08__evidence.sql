create table evidence_request (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    client_id char(36) not null,
    number_no int not null,
    title varchar(1000) not null,
    kind varchar(20) not null,
    state varchar(20) not null,
    owner_id char(36),
    due date not null,
    covers_from date,
    covers_to date,
    client_review boolean not null,
    -- asked for again and again: where the control runs, where it runs in several places, and since when the evidence
    -- of its window is missed
    recurring boolean default false not null,
    location varchar(200),
    missed_on date,
    sample_of varchar(100),
    sample_items longtext,
    -- it names its readers: request_reader
    confidential boolean not null,
    population_count int,
    -- where it comes from, well enough to be drawn again
    population_source longtext,
    population_query longtext,
    population_parameters longtext,
    extracted_on date,
    extracted_time varchar(5),
    withdrawal_reason longtext,
    withdrawn_by char(36),
    reminders int not null,
    reminded_on date,
    raised_at datetime not null,
    raised_by char(36),
    version int not null,
    unique (engagement_id, number_no),
    foreign key (engagement_id) references engagement (id)
);
create index evidence_request_owner on evidence_request (engagement_id, owner_id);

create table request_control (
    request_id char(36) not null,
    position_no int not null,
    control_ref varchar(100) not null,
    primary key (request_id, position_no),
    foreign key (request_id) references evidence_request (id)
);
create index request_control_ref on request_control (control_ref);

-- internal: the client's own review sent it back, which is not for the auditor to read
create table request_return (
    id char(36) not null primary key,
    request_id char(36) not null,
    returned_at datetime not null,
    returned_by char(36) not null,
    returner varchar(200) not null,
    internal boolean not null,
    reason varchar(40) not null,
    note longtext not null,
    seq_no int not null,
    unique (request_id, seq_no),
    foreign key (request_id) references evidence_request (id)
);

-- A row here means that the bytes are in the store, whole, and that the document counts.
create table document (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    client_id char(36) not null,
    request_id char(36),
    task_id varchar(64),
    process_instance varchar(64),
    name varchar(255) not null,
    size_bytes bigint not null,
    content_type varchar(255) not null,
    sha256 char(64) not null,
    -- by which a part is checked as it is read
    chunk_hashes longtext not null,
    -- the store's own name for exactly these bytes
    store_version varchar(200),
    -- The document of the same client that has the bytes in the store, and that one's engagement, under which they are
    -- kept; both null for a document with bytes of its own.
    bytes_of char(36),
    bytes_engagement_id char(36),
    state varchar(20) not null,
    -- what reading found; null until it was read
    reading varchar(20),
    -- null until it was looked at
    malware varchar(20),
    made_by varchar(20) not null,
    audience varchar(20) not null,
    uploaded_by char(36),
    uploaded_at datetime not null,
    series_id char(36) not null,
    version_no int not null,
    position_no int not null,
    -- given: handed over as the answer to the request; released: not held back by the client's own review
    given boolean not null,
    released boolean not null,
    covers_from date,
    covers_to date,
    findings longtext not null,
    -- what a script says of where it comes from; null for what a person gave
    collector_name varchar(100),
    collected_from longtext,
    collected_query longtext,
    collected_at datetime,
    -- given by mistake: who asked to take it out and why, and who agreed
    purge_reason longtext,
    purge_asked_by char(36),
    purge_asked_at datetime,
    purge_agreed_by char(36),
    purge_agreed_at datetime,
    version int not null,
    foreign key (engagement_id) references engagement (id),
    foreign key (request_id) references evidence_request (id)
);
create index document_request on document (request_id);
create index document_task on document (task_id);
create index document_instance on document (process_instance);
create index document_same on document (engagement_id, sha256);
create index document_series on document (series_id);
create index document_of_client on document (client_id, sha256);
create index document_bytes on document (bytes_of);

-- What is about to be written to the store. No foreign key: its rows are written beside transactions that may hold
-- the engagement. started_at is real time, which demo mode does not move.
create table upload_intent (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    started_at datetime not null,
    abandoned boolean not null
);
create index upload_intent_started on upload_intent (started_at);
