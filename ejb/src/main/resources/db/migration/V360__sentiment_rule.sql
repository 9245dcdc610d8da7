-- By which rule the stored sentiments were computed (X-07). While walked_to is not null, those of customers with a higher id
-- may still be as the rule before said.
create table sentiment_rule (
    id        int    primary key check (id = 1),
    rule      text   not null,
    walked_to bigint
);
insert into sentiment_rule (id, rule, walked_to) values (1, '1 0.1 -0.1', null);
