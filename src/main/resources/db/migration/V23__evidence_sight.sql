-- What changed, for each node's search index to follow. Either one document, or all of a request. noted_at is real time.
create table evidence_change (
    seq_no bigint not null auto_increment primary key,
    document_id char(36),
    request_id char(36),
    noted_at datetime not null
);
create index evidence_change_noted on evidence_change (noted_at);

-- Who of the client may see a confidential request, beside its owner.
create table request_reader (
    request_id char(36) not null,
    person_id char(36) not null,
    primary key (request_id, person_id),
    foreign key (request_id) references evidence_request (id)
);
create index request_reader_person on request_reader (person_id);

-- Notes are written and never changed. An internal note is for the writer's own side: the firm or the client.
create table request_note (
    id char(36) not null primary key,
    engagement_id char(36) not null,
    client_id char(36) not null,
    request_id char(36),
    document_id char(36),
    shared boolean not null,
    of_firm boolean not null,
    written_by char(36) not null,
    writer varchar(200) not null,
    written_at datetime not null,
    note longtext not null,
    seq_no bigint not null auto_increment unique,
    foreign key (request_id) references evidence_request (id),
    foreign key (document_id) references document (id)
);
create index request_note_request on request_note (request_id, seq_no);
create index request_note_document on request_note (document_id, seq_no);

-- To whom the bytes of a document were handed out, and which version of it. Written before the first byte goes out; it is
-- no part of the trail, whose chain would make each reader wait for all others.
create table document_view (
    seq_no bigint not null auto_increment primary key,
    document_id char(36) not null,
    engagement_id char(36) not null,
    version_no int not null,
    person_id char(36) not null,
    of_firm boolean not null,
    way varchar(10) not null,
    viewed_at datetime not null,
    foreign key (document_id) references document (id)
);
create index document_view_document on document_view (document_id, seq_no);
