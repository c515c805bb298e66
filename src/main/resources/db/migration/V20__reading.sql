-- Documents that wait to be read. Whoever reads one holds it until taken_until; a process that died holds nothing after.
-- Times are real ones, which demo mode does not move.
create table reading_job (
    document_id char(36) not null primary key,
    due_at datetime not null,
    tries int not null,
    taken_by char(36),
    taken_until datetime,
    foreign key (document_id) references document (id)
);
create index reading_job_due on reading_job (due_at);

-- Title, author, dates and camera are what the file claims of itself.
create table document_reading (
    document_id char(36) not null primary key,
    client_id char(36) not null,
    outcome varchar(20) not null,
    reason varchar(1000),
    read_at datetime not null,
    malware_detail varchar(1000),
    content_type varchar(255),
    title varchar(1000),
    author varchar(1000),
    created_at datetime,
    modified_at datetime,
    captured_at datetime,
    camera varchar(1000),
    page_count int,
    width_px int,
    height_px int,
    language_code varchar(10),
    encrypted boolean not null,
    macros boolean not null,
    entry_count int not null,
    text_cut boolean not null,
    likeness varchar(512),
    foreign key (document_id) references document (id)
);

-- Sheets with their rows, headers of a mail, entries of an archive with their sizes.
create table document_part (
    document_id char(36) not null,
    kind varchar(10) not null,
    position_no int not null,
    name varchar(1000) not null,
    content varchar(1000),
    amount bigint,
    primary key (document_id, kind, position_no),
    foreign key (document_id) references document (id)
);

create table document_text (
    document_id char(36) not null primary key,
    content longtext not null,
    foreign key (document_id) references document (id)
);

-- Documents whose texts are alike meet in at least one band.
create table likeness_band (
    document_id char(36) not null,
    band_no int not null,
    client_id char(36) not null,
    band_hash bigint not null,
    primary key (document_id, band_no),
    foreign key (document_id) references document (id)
);
create index likeness_band_met on likeness_band (client_id, band_no, band_hash);
