-- chunk_hashes: by which a part is checked as it is read; store_version: the store's own name for exactly these bytes
alter table document add column chunk_hashes longtext not null;
alter table document add column store_version varchar(200);
