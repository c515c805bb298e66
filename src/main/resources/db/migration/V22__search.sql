-- One row: which database this is, so that an index of another is told from its own; a higher generation has every node
-- build its index anew.
create table search_source (
    id int not null primary key,
    source_id char(36),
    generation int not null
);
insert into search_source (id, generation) values (1, 0);
