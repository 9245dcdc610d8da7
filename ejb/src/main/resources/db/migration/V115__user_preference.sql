-- How somebody likes to work; without a row everything is as it comes.
create table user_preference (
    user_id    bigint      primary key references app_user,
    version    bigint      not null,
    theme      text        not null check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
    language   text        not null check (language in ('BROWSER', 'ENGLISH', 'GERMAN')),
    start_page text        not null check (start_page in ('CUSTOMERS', 'DASHBOARD', 'AGING', 'KIOSK_ENTRIES', 'IMPORTS'))
);
