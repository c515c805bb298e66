-- Documents whose retention the store is still to be told, after the transaction that made them count or locked their
-- file. round_no tells an order that came while the one before was carried out. No foreign keys: rows come beside
-- documents that are not written yet.
create table retention_due (
    document_id char(36) not null primary key,
    engagement_id char(36) not null,
    round_no int not null,
    tries int not null,
    next_try datetime not null
);
create index retention_due_next on retention_due (next_try);
create index retention_due_engagement on retention_due (engagement_id);

-- What the store was told last. by_store: it refuses itself to delete the document; else the application alone does.
create table document_retention (
    document_id char(36) not null primary key,
    mode_name varchar(20) not null,
    until_at datetime not null,
    held boolean not null,
    by_store boolean not null
);

create table legal_hold (
    engagement_id char(36) not null primary key,
    reason longtext not null,
    set_by char(36) not null,
    set_at datetime not null,
    foreign key (engagement_id) references engagement (id)
);

-- One row: how far the scrub has come, and which node is at it.
create table scrub (
    id int not null primary key,
    holder char(36),
    leased_until datetime not null,
    last_id char(36),
    began_at datetime,
    ended_at datetime,
    documents bigint not null
);
insert into scrub (id, leased_until, documents) values (1, '2000-01-01 00:00:00', 0);

-- Documents that were found not to be what was taken in, until they are found whole again.
create table integrity_finding (
    document_id char(36) not null primary key,
    engagement_id char(36) not null,
    found longtext not null,
    found_at datetime not null
);
