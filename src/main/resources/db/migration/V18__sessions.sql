-- sessions of browsers, as Spring Session reads and writes them: in capitals, since MySQL tells names of tables apart by
-- case; times in milliseconds of real time
create table SPRING_SESSION (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint spring_session_id unique (session_id)
);
create index spring_session_expiry on SPRING_SESSION (expiry_time);
create index spring_session_principal on SPRING_SESSION (principal_name);

create table SPRING_SESSION_ATTRIBUTES (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes blob not null,
    primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_of foreign key (session_primary_id)
        references SPRING_SESSION (primary_id) on delete cascade
);
