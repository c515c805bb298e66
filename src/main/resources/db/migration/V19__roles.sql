-- Roles beside the shipped ones. A key is never given another meaning: it stands in models, teams and the file.
create table team_role (
    role_key varchar(40) not null primary key,
    name varchar(60) not null,
    side varchar(6) not null,
    sees_workpapers boolean not null,
    retired boolean not null,
    version int not null
);

create table team_role_stand_in (
    role_key varchar(40) not null,
    position_no int not null,
    stand_in varchar(40) not null,
    primary key (role_key, stand_in),
    foreign key (role_key) references team_role (role_key)
);
