-- distributed: a contractor's request for payment under a contract (6.2). What was asked is never changed; only its state moves.
create table payment_request (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  contract_id uuid not null,
  organisation_id text not null,
  state text not null check (state in ('submitted', 'office-approved', 'leader-needed', 'approved', 'paid', 'returned', 'bounced')),
  budget_year int,
  batch_year int,
  voucher text,
  paid_on date,
  content jsonb not null,
  requested_at timestamptz not null,
  primary key (county_code, id),
  -- A treasury voucher pays one request.
  unique (county_code, realm, voucher),
  check ((state in ('paid', 'bounced')) = (voucher is not null and paid_on is not null)),
  check (state not in ('leader-needed', 'approved', 'paid', 'bounced') or (budget_year is not null and batch_year is not null))
);
create index payment_request_contract on payment_request (county_code, contract_id);

-- distributed: every step taken with a request, by whom. Append-only. Nobody has two hands in one request: the key forbids it.
create table payment_step (
  county_code char(6) collate "C" not null,
  request_id uuid not null,
  id uuid not null,
  realm text not null,
  -- In the order of the steps; the request is locked while one is taken.
  number int not null,
  step text not null check (step in ('submit', 'office-approve', 'finance-approve', 'leader-approve', 'return', 'pay', 'bounce')),
  by_person text,
  by_name text not null,
  reason text not null,
  document text not null,
  at timestamptz not null,
  primary key (county_code, request_id, id),
  unique (county_code, request_id, number),
  foreign key (county_code, request_id) references payment_request (county_code, id)
);
create unique index payment_step_hands on payment_step (county_code, request_id, by_person)
  where step in ('submit', 'office-approve', 'finance-approve', 'leader-approve');

-- coordinator: every invoice once in the whole country; only a digest is kept, so that it tells nothing of other counties.
create table payment_invoice (
  realm text not null,
  digest text not null,
  request_id uuid not null,
  primary key (realm, digest)
);

alter table payment_request enable row level security;
alter table payment_step enable row level security;
create policy payment_request_scope on payment_request using (in_realm(realm) and in_scope(county_code));
create policy payment_step_scope on payment_step using (in_realm(realm) and in_scope(county_code));
grant select, insert, update (state, budget_year, batch_year, voucher, paid_on) on payment_request to jincun_app;
grant select, insert on payment_step to jincun_app;

-- Claims an invoice for a request; answers whether it is this request's. The one way to that table.
create function claim_invoice(in_which_realm text, invoice_digest text, request uuid) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  if not in_realm(in_which_realm) then raise insufficient_privilege using message = 'another realm'; end if;
  insert into payment_invoice values (in_which_realm, invoice_digest, request) on conflict do nothing;
  return exists (select from payment_invoice where realm = in_which_realm and digest = invoice_digest and request_id = request);
end $$;

-- Lets the invoice of a request go that was returned or whose payment bounced: it was not paid and can be asked for again.
create function release_invoice(in_which_realm text, request uuid) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not in_realm(in_which_realm)
    or not exists (select from payment_request p where p.id = request and p.state in ('returned', 'bounced') and in_scope(p.county_code)) then
    raise insufficient_privilege using message = 'only the invoice of a returned or bounced request is let go';
  end if;
  delete from payment_invoice where realm = in_which_realm and request_id = request;
end $$;
revoke all on payment_invoice from public;
revoke all on function claim_invoice, release_invoice from public;
grant execute on function claim_invoice, release_invoice to jincun_app;
