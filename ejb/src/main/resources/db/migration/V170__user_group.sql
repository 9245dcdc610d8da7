-- A named set of roles and users: who is in it has its roles besides their own.
create sequence user_group_seq start with 50 increment by 50;
create table user_group (
    id          bigint      primary key,
    version     bigint      not null,
    created_at  timestamptz not null,
    created_by  text        not null,
    updated_at  timestamptz not null,
    updated_by  text        not null,
    name        text        not null check (length(name) between 1 and 100),
    description text        not null check (length(description) <= 500)
);
create unique index user_group_name on user_group (lower(name));

create table user_group_role (
    group_id bigint not null references user_group on delete cascade,
    role_id  bigint not null references app_role,
    primary key (group_id, role_id)
);
create index user_group_role_role on user_group_role (role_id);

create table user_group_member (
    group_id bigint not null references user_group,
    user_id  bigint not null references app_user,
    primary key (user_id, group_id)
);
create index user_group_member_group on user_group_member (group_id);
