-- The ledger: double entry, whole 分, append-only. Each place keeps one book a realm. A transfer lies in one book; money between
-- governments is one leg in each book, over the pair allotted (parent) and received (child), so that no row touches two places.
-- The application role reads; the only ways to write are ledger_open_accounts and ledger_post below.

-- reference: the chart of moves. Money goes no other way: it reaches a payee only through budget line and project.
create table ledger_move (
  kind text not null,
  debit_kind text not null,
  credit_kind text not null,
  -- False where money starts a new life: reassigned money belongs to the year that reassigns it (notice-2020/3.7).
  keeps_batch boolean not null,
  primary key (kind, debit_kind, credit_kind)
);
insert into ledger_move values
  ('appropriate', 'appropriation', 'fund', true),
  ('allot', 'fund', 'allotted', true),
  ('receive', 'received', 'fund', true),
  ('match', 'local-match', 'fund', true),
  ('invest', 'enterprise-input', 'fund', true),
  ('budget', 'fund', 'line', true),
  ('release-line', 'line', 'fund', true),
  ('assign', 'line', 'project', true),
  ('release-project', 'project', 'line', true),
  ('disburse', 'project', 'payee', true),
  ('give-back', 'fund', 'received', true),
  ('take-back', 'allotted', 'fund', true),
  ('reclaim', 'fund', 'received', true),
  ('reclaim', 'line', 'received', true),
  ('reclaim', 'project', 'received', true),
  ('reclaim', 'allotted', 'reclaimed', true),
  ('reassign', 'reclaimed', 'fund', false);

-- distributed: where money stands. The id is made from the other columns, so that opening twice is opening once.
create table ledger_account (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  kind text not null check (kind in ('appropriation', 'fund', 'allotted', 'received', 'local-match', 'enterprise-input',
    'reclaimed', 'line', 'project', 'payee')),
  source text not null check (source in ('central', 'local', 'enterprise')),
  budget_year int not null check (budget_year between 2014 and 2100),
  batch_year int not null check (batch_year between 2014 and 2100),
  -- What it stands for: the other government, a budget line, a project, a payee's contract; empty where kind and year say all.
  subject text not null,
  title text not null,
  parent_id uuid,
  opened_at timestamptz not null,
  primary key (county_code, id),
  -- The realm comes first so that a look-up by id can only go by the primary key, even while the table is small.
  unique (realm, county_code, kind, source, budget_year, batch_year, subject),
  foreign key (county_code, parent_id) references ledger_account (county_code, id)
);

-- distributed: the balance row of an account, changed in the transaction that posts. `limits` says which side is never exceeded;
-- what is reserved counts as gone.
create table ledger_balance (
  county_code char(6) collate "C" not null,
  account_id uuid not null,
  realm text not null,
  limits text not null check (limits in ('credit', 'debit')),
  debits_posted bigint not null default 0 check (debits_posted >= 0),
  credits_posted bigint not null default 0 check (credits_posted >= 0),
  debits_pending bigint not null default 0 check (debits_pending >= 0),
  credits_pending bigint not null default 0 check (credits_pending >= 0),
  entries bigint not null default 0 check (entries >= 0),
  primary key (county_code, account_id),
  foreign key (county_code, account_id) references ledger_account (county_code, id),
  constraint never_overdrawn check (case limits
    when 'credit' then debits_posted + debits_pending <= credits_posted
    else credits_posted + credits_pending <= debits_posted end)
) with (fillfactor = 50);

-- distributed: the entries. `direct` is posted at once; `reserve` holds money until one `post` or one `void` names it.
create table ledger_transfer (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null,
  -- Gap-free in a book.
  seq bigint not null check (seq > 0),
  debit_account uuid not null,
  credit_account uuid not null,
  amount bigint not null check (amount > 0),
  phase text not null check (phase in ('direct', 'reserve', 'post', 'void')),
  kind text not null,
  reserves uuid,
  corrects uuid,
  -- The legs of one move of money, over accounts and books.
  movement uuid not null,
  -- The day in Asia/Shanghai the papers say; `at` is when it was entered.
  business_date date not null,
  reason text not null,
  clause text not null,
  document text not null,
  record_kind text not null,
  record_id text not null,
  -- SHA-256 of what the caller sent: the same id with another hash is a conflict.
  content_hash bytea not null,
  at timestamptz not null,
  by_person text,
  primary key (county_code, id),
  unique (realm, county_code, seq),
  check (debit_account <> credit_account),
  check ((phase in ('post', 'void')) = (reserves is not null)),
  check (corrects is null or (phase = 'direct' and reason <> ''))
);
create index ledger_transfer_debit on ledger_transfer (county_code, debit_account, business_date, seq) where phase in ('direct', 'post');
create index ledger_transfer_credit on ledger_transfer (county_code, credit_account, business_date, seq) where phase in ('direct', 'post');
create unique index ledger_transfer_reserves on ledger_transfer (county_code, reserves) where reserves is not null;
create unique index ledger_transfer_corrects on ledger_transfer (county_code, corrects) where corrects is not null;
create index ledger_transfer_movement on ledger_transfer (movement);
create index ledger_transfer_record on ledger_transfer (county_code, record_id) where record_id <> '';

-- distributed: carried balances: what was posted to an account on a business day, in parts of about 500 entries, so that
-- a statement begins anywhere without adding up what lies before.
create table ledger_carry (
  county_code char(6) collate "C" not null,
  account_id uuid not null,
  day date not null,
  part int not null,
  realm text not null,
  first_seq bigint not null,
  entries int not null check (entries > 0),
  debits bigint not null check (debits >= 0),
  credits bigint not null check (credits >= 0),
  primary key (county_code, account_id, day, part)
) with (fillfactor = 70);

-- distributed: the end of a place's book: its last number and the hash of its last seal.
create table ledger_book (
  county_code char(6) collate "C" not null,
  realm text not null,
  seq bigint not null,
  hash text not null,
  primary key (county_code, realm)
) with (fillfactor = 50);

-- distributed: one seal a batch: a hash over the seal before it and every entry of the batch, so that nothing can be changed,
-- dropped or moved unseen.
create table ledger_seal (
  county_code char(6) collate "C" not null,
  realm text not null,
  last_seq bigint not null,
  first_seq bigint not null,
  previous_hash text not null,
  hash text not null,
  primary key (county_code, realm, last_seq),
  check (first_seq <= last_seq)
);

alter table ledger_account enable row level security;
alter table ledger_balance enable row level security;
alter table ledger_transfer enable row level security;
alter table ledger_carry enable row level security;
alter table ledger_book enable row level security;
alter table ledger_seal enable row level security;
create policy ledger_account_scope on ledger_account for select using (in_realm(realm) and in_scope(county_code));
create policy ledger_balance_scope on ledger_balance for select using (in_realm(realm) and in_scope(county_code));
create policy ledger_transfer_scope on ledger_transfer for select using (in_realm(realm) and in_scope(county_code));
create policy ledger_carry_scope on ledger_carry for select using (in_realm(realm) and in_scope(county_code));
create policy ledger_book_scope on ledger_book for select using (in_realm(realm) and in_scope(county_code));
create policy ledger_seal_scope on ledger_seal for select using (in_realm(realm) and in_scope(county_code));
grant select on ledger_move, ledger_account, ledger_balance, ledger_transfer, ledger_carry, ledger_book, ledger_seal to jincun_app;
