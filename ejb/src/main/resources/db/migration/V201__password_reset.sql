-- Links for a new password. The token is made when the mail is sent, and only its hash is stored; it is good while the user's password,
-- second factor and e-mail address stay as they were. A row without a user was asked for somebody who is not there.
create table password_reset (
    id         bigint      generated always as identity primary key,
    user_id    bigint      references app_user (id) on delete cascade,
    asked_at   timestamptz not null,
    language   text        not null check (language in ('en', 'de')),
    tries      integer     not null default 0,
    over_at    timestamptz,
    token_hash bytea       unique,
    expires_at timestamptz,
    stamp      bigint,
    email      text
);
create index password_reset_user on password_reset (user_id);
create index password_reset_asked on password_reset (asked_at);
