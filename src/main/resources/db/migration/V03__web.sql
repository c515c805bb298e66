-- Answers kept for idempotency keys. Neither key nor answer can be read from this table: the id is a hash of
-- person and key, the answer is sealed with the key.
create table idempotent_answer (
  id char(64) not null,
  fingerprint char(64) not null,
  sealed longblob,
  created datetime not null,
  primary key (id)
);
create index idempotent_answer_created on idempotent_answer (created);
