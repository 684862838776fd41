-- The payee says that the money came (5.6): a step of its own, after which the request stays paid.
alter table payment_step drop constraint payment_step_step_check;
alter table payment_step add constraint payment_step_step_check
  check (step in ('submit', 'office-approve', 'finance-approve', 'leader-approve', 'return', 'pay', 'bounce', 'receive'));
create unique index payment_step_receipt on payment_step (county_code, request_id) where step = 'receive';

-- distributed: what the public register of firms said of a payee on a day, looked up by a person of the county. Append-only; the last one counts.
create table payee_check (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  credit_code text not null,
  status text not null check (status in ('operating', 'abnormal', 'revoked', 'deregistered')),
  source text not null,
  checked_on date not null,
  active_on date,
  by_person text,
  by_name text not null,
  at timestamptz not null,
  primary key (county_code, id),
  check (active_on is null or active_on <= checked_on)
);
create index payee_check_firm on payee_check (county_code, credit_code, checked_on);
alter table payee_check enable row level security;
create policy payee_check_scope on payee_check using (in_realm(realm) and in_scope(county_code));
grant select, insert on payee_check to jincun_app;
