-- Opens accounts of one place's book; those that are open stay as they are.
create function ledger_open_accounts(
  place char(6), in_which_realm text, happened timestamptz, ids uuid[], kinds text[], sources text[], budget_years int[],
  batch_years int[], subjects text[], titles text[], parents uuid[]
) returns void language plpgsql security definer set search_path = public as $$
begin
  if not (in_scope(place) and in_realm(in_which_realm)) then
    raise insufficient_privilege using message = 'outside the scope of the transaction';
  end if;
  insert into ledger_account
    select place, g.id, in_which_realm, g.kind, g.source, g.budget_year, g.batch_year, g.subject, g.title, g.parent_id, happened
    from unnest(ids, kinds, sources, budget_years, batch_years, subjects, titles, parents)
      as g (id, kind, source, budget_year, batch_year, subject, title, parent_id)
    on conflict (county_code, id) do nothing;
  insert into ledger_balance (county_code, account_id, realm, limits)
    select place, g.id, in_which_realm,
      case when g.kind in ('appropriation', 'received', 'local-match', 'enterprise-input') then 'debit' else 'credit' end
    from unnest(ids, kinds) as g (id, kind)
    on conflict (county_code, account_id) do nothing;
end $$;

-- SHA-256 over what the caller sent, as a JSON array of texts, so that anyone can recompute it outside the database.
create function ledger_content_hash(
  id uuid, debit uuid, credit uuid, amount bigint, phase text, kind text, reserves uuid, corrects uuid, movement uuid, day date,
  reason text, clause text, document text, record_kind text, record_id text
) returns bytea language sql immutable parallel safe as $$
  select sha256(convert_to(json_build_array(id, debit, credit, amount::text, phase, kind, reserves, corrects, movement,
    to_char(day, 'YYYY-MM-DD'), reason, clause, document, record_kind, record_id)::text, 'UTF8'))
$$;

-- What is wrong with the entries of a book after `since`, the first thing of each.
create function ledger_faults(place char(6), in_which_realm text, since bigint) returns jsonb language sql stable as $$
  select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code) order by p.seq)
  from (
    select t.id, t.seq, case
      when d.realm is distinct from in_which_realm or c.realm is distinct from in_which_realm then 'account-missing'
      when t.corrects is null and m.kind is null then 'move-not-in-chart'
      when t.corrects is null and m.keeps_batch and (d.source, d.budget_year, d.batch_year) <> (c.source, c.budget_year, c.batch_year)
        then 'batches-mixed'
      when t.corrects is not null and (w.seq is null or w.phase not in ('direct', 'post') or w.corrects is not null)
        then 'corrected-entry-missing'
      when t.corrects is not null and (w.debit_account, w.credit_account, w.amount) <> (t.credit_account, t.debit_account, t.amount)
        then 'correction-differs'
      when t.reserves is not null and (r.seq is null or r.phase <> 'reserve' or r.seq > t.seq) then 'reservation-missing'
      when t.reserves is not null and ((r.debit_account, r.credit_account, r.kind) <> (t.debit_account, t.credit_account, t.kind)
        or t.amount > r.amount or (t.phase = 'void' and t.amount <> r.amount)) then 'reservation-differs'
    end as code
    from ledger_transfer t
      -- 'offset 0' keeps each look-up a look-up by key, whatever the planner believes of the size of the tables.
      left join lateral (select * from ledger_account o where o.county_code = place and o.id = t.debit_account offset 0) d on true
      left join lateral (select * from ledger_account o where o.county_code = place and o.id = t.credit_account offset 0) c on true
      left join ledger_move m on m.kind = t.kind and m.debit_kind = d.kind and m.credit_kind = c.kind
      left join lateral (select * from ledger_transfer o where o.county_code = place and o.id = t.corrects offset 0) w on true
      left join lateral (select * from ledger_transfer o where o.county_code = place and o.id = t.reserves offset 0) r on true
    where t.county_code = place and t.realm = in_which_realm and t.seq > since
  ) p where p.code is not null
$$;

-- Posts a batch of transfers to one place's book, all or none, set by set. Answers {"posted", "repeated", "problems"}; with a problem
-- nothing is written. The book is locked while it grows, so that its numbers have no gap and its balances are exact.
create function ledger_post(
  place char(6), in_which_realm text, happened timestamptz, who text,
  ids uuid[], debit_accounts uuid[], credit_accounts uuid[], amounts bigint[], phases text[], kinds text[], reserved uuid[],
  corrected uuid[], movements uuid[], days date[], reasons text[], clauses text[], documents text[], record_kinds text[], record_ids text[]
) returns jsonb language plpgsql security definer set search_path = public
  -- A plan is kept from the day the tables were small; row by row over the keys is right for a batch whatever the size of the book.
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_material = off
  set jit = off as $$
declare
  head ledger_book;
  problems jsonb;
  added int;
  accounts uuid[]; debits bigint[]; credits bigint[]; held_debits bigint[]; held_credits bigint[]; counts int[];
  content text;
  broken text;
begin
  if not (in_scope(place) and in_realm(in_which_realm)) then
    raise insufficient_privilege using message = 'outside the scope of the transaction';
  end if;
  if cardinality(ids) not between 1 and 10000 then raise invalid_parameter_value using message = 'a batch has 1 to 10000 transfers'; end if;
  insert into ledger_book values (place, in_which_realm, 0, repeat('0', 64)) on conflict do nothing;
  select * into head from ledger_book where county_code = place and realm = in_which_realm for update;

  -- Sent before with other content: a conflict.
  select jsonb_agg(jsonb_build_object('id', t.id, 'code', 'id-used-for-another-transfer')) into problems
    from unnest(ids, debit_accounts, credit_accounts, amounts, phases, kinds, reserved, corrected, movements, days, reasons, clauses,
      documents, record_kinds, record_ids)
      as g (id, debit, credit, amount, phase, kind, reserves, corrects, movement, day, reason, clause, document, record_kind, record_id)
    cross join lateral (select o.id, o.content_hash from ledger_transfer o where o.county_code = place and o.id = g.id offset 0) t
    where t.content_hash <> ledger_content_hash(g.id, g.debit, g.credit, g.amount, g.phase, g.kind, g.reserves, g.corrects, g.movement,
      g.day, g.reason, g.clause, g.document, g.record_kind, g.record_id);
  if problems is not null then return jsonb_build_object('posted', 0, 'repeated', 0, 'problems', problems); end if;

  begin
    insert into ledger_transfer
      select place, g.id, in_which_realm, head.seq + row_number() over (order by g.n), g.debit, g.credit, g.amount, g.phase, g.kind,
        g.reserves, g.corrects, g.movement, g.day, g.reason, g.clause, g.document, g.record_kind, g.record_id,
        ledger_content_hash(g.id, g.debit, g.credit, g.amount, g.phase, g.kind, g.reserves, g.corrects, g.movement, g.day, g.reason,
          g.clause, g.document, g.record_kind, g.record_id), happened, who
      from unnest(ids, debit_accounts, credit_accounts, amounts, phases, kinds, reserved, corrected, movements, days, reasons, clauses,
        documents, record_kinds, record_ids) with ordinality
        as g (id, debit, credit, amount, phase, kind, reserves, corrects, movement, day, reason, clause, document, record_kind, record_id, n)
      left join lateral (select t.id from ledger_transfer t where t.county_code = place and t.id = g.id offset 0) known on true
      where known.id is null;
    get diagnostics added = row_count;
    if added = 0 then return jsonb_build_object('posted', 0, 'repeated', cardinality(ids), 'problems', '[]'::jsonb); end if;

    problems := ledger_faults(place, in_which_realm, head.seq);
    if problems is not null then raise exception using errcode = 'LG001'; end if;

    -- What the batch does to each account: posted, and held or let go by reservations.
    select array_agg(a.account), array_agg(a.debit), array_agg(a.credit), array_agg(a.held_debit), array_agg(a.held_credit),
        array_agg(a.entries)
      into accounts, debits, credits, held_debits, held_credits, counts
      from (
        select s.account, sum(s.posted) filter (where s.side = 'd') as debit, sum(s.posted) filter (where s.side = 'c') as credit,
          sum(s.held) filter (where s.side = 'd') as held_debit, sum(s.held) filter (where s.side = 'c') as held_credit,
          count(*) filter (where s.posted > 0) as entries
        from (
          select v.side, v.account, case when t.phase in ('direct', 'post') then t.amount else 0 end as posted,
            case t.phase when 'reserve' then t.amount when 'direct' then 0 else -r.amount end as held
          from ledger_transfer t
            left join lateral (select o.amount from ledger_transfer o where o.county_code = place and o.id = t.reserves offset 0) r on true
            cross join lateral (values ('d', t.debit_account), ('c', t.credit_account)) as v (side, account)
          where t.county_code = place and t.realm = in_which_realm and t.seq > head.seq
        ) s group by s.account
      ) a;
    select jsonb_agg(jsonb_build_object('id', x.account, 'code', 'overdrawn', 'short', x.short::text)) into problems
      from (
        select b.account_id as account, case b.limits
          when 'credit' then b.debits_posted + coalesce(g.debit, 0) + b.debits_pending + coalesce(g.held_debit, 0)
            - b.credits_posted - coalesce(g.credit, 0)
          else b.credits_posted + coalesce(g.credit, 0) + b.credits_pending + coalesce(g.held_credit, 0)
            - b.debits_posted - coalesce(g.debit, 0) end as short
        from unnest(accounts, debits, credits, held_debits, held_credits) as g (account, debit, credit, held_debit, held_credit)
          join ledger_balance b on b.county_code = place and b.account_id = g.account
      ) x where x.short > 0;
    if problems is not null then raise exception using errcode = 'LG001'; end if;
    update ledger_balance b set
        debits_posted = b.debits_posted + coalesce(g.debit, 0), credits_posted = b.credits_posted + coalesce(g.credit, 0),
        debits_pending = b.debits_pending + coalesce(g.held_debit, 0), credits_pending = b.credits_pending + coalesce(g.held_credit, 0),
        entries = b.entries + g.entries
      from unnest(accounts, debits, credits, held_debits, held_credits, counts) as g (account, debit, credit, held_debit, held_credit, entries)
      where b.county_code = place and b.account_id = g.account;

    -- Parts of at most about 500 entries: a part is filled up, then the next is begun.
    insert into ledger_carry as k
      select place, s.account, s.business_date, coalesce(l.part + case when l.entries >= 500 then 1 else 0 end, 1) + s.chunk,
        in_which_realm, s.first_seq, s.entries, s.debit, s.credit
      from (
        select n.account, n.business_date, n.chunk, min(n.seq) as first_seq, count(*) as entries,
          coalesce(sum(n.amount) filter (where n.side = 'd'), 0) as debit, coalesce(sum(n.amount) filter (where n.side = 'c'), 0) as credit
        from (
          select v.side, v.account, t.business_date, t.seq, t.amount,
            ((row_number() over (partition by v.account, t.business_date order by t.seq) - 1) / 500)::int as chunk
          from ledger_transfer t cross join lateral (values ('d', t.debit_account), ('c', t.credit_account)) as v (side, account)
          where t.county_code = place and t.realm = in_which_realm and t.seq > head.seq and t.phase in ('direct', 'post')
        ) n group by n.account, n.business_date, n.chunk
      ) s
      left join lateral (
        select o.part, o.entries from ledger_carry o
        where o.county_code = place and o.account_id = s.account and o.day = s.business_date order by o.part desc limit 1
      ) l on true
      on conflict (county_code, account_id, day, part) do update
        set entries = k.entries + excluded.entries, debits = k.debits + excluded.debits, credits = k.credits + excluded.credits;
  exception
    when sqlstate 'LG001' then
      return jsonb_build_object('posted', 0, 'repeated', 0, 'problems', problems);
    when unique_violation then
      get stacked diagnostics broken = constraint_name;
      return jsonb_build_object('posted', 0, 'repeated', 0, 'problems', jsonb_build_array(jsonb_build_object('id', null, 'code',
        case broken when 'ledger_transfer_reserves' then 'reservation-resolved' when 'ledger_transfer_corrects' then 'corrected-already'
          else 'id-used-for-another-transfer' end)));
  end;

  -- One seal for the batch, over the seal before it.
  select string_agg(t.seq || ' ' || t.id || ' ' || encode(t.content_hash, 'hex') || ' '
      || to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' ' || coalesce(t.by_person, '-'), E'\n' order by t.seq)
    into content from ledger_transfer t where t.county_code = place and t.realm = in_which_realm and t.seq > head.seq;
  broken := encode(sha256(convert_to(head.hash || E'\n' || content, 'UTF8')), 'hex');
  insert into ledger_seal values (place, in_which_realm, head.seq + added, head.seq + 1, head.hash, broken);
  update ledger_book set seq = head.seq + added, hash = broken where county_code = place and realm = in_which_realm;
  return jsonb_build_object('posted', added, 'repeated', cardinality(ids) - added, 'problems', '[]'::jsonb);
end $$;

revoke all on function ledger_open_accounts, ledger_content_hash, ledger_faults, ledger_post from public;
grant execute on function ledger_open_accounts, ledger_post to jincun_app;
