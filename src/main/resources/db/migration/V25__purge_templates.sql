-- Purged documents whose bytes the store is still to be told to erase. No foreign key, as with retention_due.
create table purge_due (
    document_id char(36) not null primary key,
    agreed_at datetime not null
);

-- The firm's own lists of what is asked for, by criteria. name_hash as with organisations: collations disagree on what
-- is equal. criteria: ids, series or categories, separated by ";".
create table request_template (
    id char(36) not null primary key,
    name varchar(200) not null,
    name_hash char(64) not null,
    version int not null,
    unique (name_hash)
);

create table request_template_line (
    template_id char(36) not null,
    position_no int not null,
    title varchar(1000) not null,
    kind varchar(20) not null,
    criteria varchar(500) not null,
    due_days int,
    client_review boolean not null,
    primary key (template_id, position_no),
    foreign key (template_id) references request_template (id)
);
