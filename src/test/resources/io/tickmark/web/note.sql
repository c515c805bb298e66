create domain datetime as timestamp(0);
create table note (text varchar(200) not null);
