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
