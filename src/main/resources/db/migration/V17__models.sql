-- One row: the bundle that new engagements start on. Who is about to change it locks the row first.
create table live_bundle (
    id int not null primary key,
    bundle_id varchar(64)
);
insert into live_bundle (id) values (1);

-- The models of each version of the product that was ever started here: what a later one is compared with.
create table product_model (
    fingerprint varchar(64) not null,
    file_name varchar(120) not null,
    content longblob not null,
    primary key (fingerprint, file_name)
);

-- base_bundle: what was live when it was submitted; bundle_id: what it was deployed as, once it went live;
-- product: the version of the product whose models it holds or was merged with.
create table model_release (
    id char(36) not null primary key,
    release_no int not null unique,
    state varchar(12) not null,
    origin varchar(8) not null,
    note longtext,
    came_from char(36),
    product varchar(64) not null,
    base_bundle varchar(64),
    bundle_id varchar(64),
    submitted_by varchar(255),
    submitted_by_name varchar(255) not null,
    submitted_at datetime not null,
    decided_by varchar(255),
    decided_by_name varchar(255),
    decided_at datetime,
    reason longtext,
    findings longtext not null,
    version int not null
);
create index model_release_bundle on model_release (bundle_id);

-- What a release changes in its base. A conflict changes nothing: its content is the product's text.
create table model_release_file (
    release_id char(36) not null,
    file_name varchar(120) not null,
    change_kind varchar(8) not null,
    content longblob,
    primary key (release_id, file_name),
    foreign key (release_id) references model_release (id)
);
