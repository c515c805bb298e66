-- The audit firm and its clients. name_hash is over the lower-case name: collations disagree on what is equal.
create table organisation (
  id char(36) not null,
  name varchar(200) not null,
  name_hash char(64) not null,
  firm boolean not null,
  created datetime not null,
  primary key (id),
  constraint organisation_name unique (name_hash)
);
insert into organisation (id, name, name_hash, firm, created) values
  ('00000000-0000-0000-0000-000000000001', 'Audit firm',
   'a2456f355eb5c187f6b78c03203febe2aa21039f4231a160ae0770fea1334432', true, '2026-01-01 00:00:00');

create table person (
  id char(36) not null,
  username varchar(60) not null,
  name varchar(200) not null,
  email varchar(254),
  client_id char(36),
  password varchar(255),
  enabled boolean not null,
  stamp int not null,
  version int not null,
  created datetime not null,
  primary key (id),
  constraint person_username unique (username),
  constraint person_client foreign key (client_id) references organisation (id)
);

create table person_function (
  person_id char(36) not null,
  function_name varchar(60) not null,
  primary key (person_id, function_name),
  constraint person_function_person foreign key (person_id) references person (id)
);

-- Tokens and invitations are kept as SHA-256 of 256 random bits.
create table access_token (
  id char(36) not null,
  person_id char(36) not null,
  name varchar(100) not null,
  token_hash char(64) not null,
  created datetime not null,
  primary key (id),
  constraint access_token_hash unique (token_hash),
  constraint access_token_person foreign key (person_id) references person (id)
);

create table invitation (
  id char(36) not null,
  person_id char(36) not null,
  code_hash char(64) not null,
  expires datetime not null,
  primary key (id),
  constraint invitation_code unique (code_hash),
  constraint invitation_person foreign key (person_id) references person (id)
);

-- Tokens that are good for giving evidence and nothing else. Times are real ones, which demo mode does not move.
create table collector_token (
  id char(36) not null,
  person_id char(36) not null,
  token_hash char(64) not null,
  created datetime not null,
  expires datetime not null,
  last_used datetime,
  revoked datetime,
  primary key (id),
  constraint collector_token_hash unique (token_hash),
  constraint collector_token_person foreign key (person_id) references person (id)
);
