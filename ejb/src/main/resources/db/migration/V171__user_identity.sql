-- Accounts at a provider of OpenID Connect by which users sign in.
create table user_identity (
    issuer  text   not null check (length(issuer) between 1 and 500),
    subject text   not null check (length(subject) between 1 and 255),
    user_id bigint not null references app_user,
    primary key (issuer, subject),
    constraint user_identity_once unique (user_id, issuer)
);
create index app_user_email on app_user (lower(email));
