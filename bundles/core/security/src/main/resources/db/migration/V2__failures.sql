-- Sign-ins that fail in numbers: of an account, or from a network.
alter table security.finding alter column account_id drop not null;
alter table security.finding add column network text not null default '';
alter table security.finding drop constraint finding_kind_check;
alter table security.finding add constraint finding_kind_check
    check (kind in ('networks', 'burst', 'failures', 'network_failures') and (account_id is null) = (kind = 'network_failures'));
create unique index finding_network on security.finding (network, day) where kind = 'network_failures';

-- What counters told lately: every node hears of it, one counts it.
create table security.failing (
    id uuid primary key,
    at timestamptz not null
);
