-- A file given by mistake: who asked to take it out and why, and who agreed.
alter table document add column purge_reason longtext;
alter table document add column purge_asked_by char(36);
alter table document add column purge_asked_at datetime;
alter table document add column purge_agreed_by char(36);
alter table document add column purge_agreed_at datetime;

-- Purged documents whose bytes the store is still to be told to erase. No foreign key, as with retention_due.
create table purge_due (
    document_id char(36) not null primary key,
    agreed_at datetime not null
);
