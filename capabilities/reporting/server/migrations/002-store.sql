-- Makes the partitions of the months a batch reaches into. A table of its own that is then attached: neither readers nor writers wait.
create function open_transaction_months(months date[]) returns void language plpgsql security definer set search_path = public as $$
declare
  opening date;
  partition text;
begin
  foreach opening in array months loop
    opening := date_trunc('month', opening);
    continue when opening < '2014-01-01' or opening > now() + interval '2 months';
    partition := 'transaction_row_' || to_char(opening, 'YYYYMM');
    continue when to_regclass(partition) is not null;
    perform pg_advisory_xact_lock(hashtextextended('open_transaction_months', 0));
    continue when to_regclass(partition) is not null;
    execute format('create table %I (like transaction_row including all)', partition);
    execute format('alter table transaction_row attach partition %I for values from (%L) to (%L)',
      partition, opening, (opening + interval '1 month')::date);
  end loop;
end $$;

-- What refunds take from the orders named, by the cell of each order in force. Only waiting refunds where `waiting`.
-- 'offset 0' keeps each look-up a look-up by key, whatever the planner believes of tables that grow while it looks.
create function refund_cells(place char(6), firm char(18), orders text[], waiting boolean)
returns table (month date, direction text, category smallint, refunds bigint, fen bigint) language sql stable as $$
  select date_trunc('month', r.business_date)::date, r.direction, r.category, count(*), sum(f.amount_fen)::bigint
  from transaction_refund f
  cross join lateral (select * from transaction_key o where o.county_code = place and o.contractor = firm
    and o.order_number = f.refund_of offset 0) k
  cross join lateral (select * from transaction_row o where o.county_code = place and o.business_date = k.business_date
    and o.batch_id = k.batch_id and o.row_number = k.row_number and o.sign = 1 and o.refund_of is null offset 0) r
  where f.county_code = place and f.contractor = firm and f.refund_of = any (orders) and not (waiting and f.matched)
  group by 1, 2, 3
$$;

-- Adds what refunds take from the orders named to the roll-ups (factor 1), or takes it off again (factor -1); `waiting`: of those refunds only
-- that found their order now.
create function add_refund_cells(
  place char(6), in_which_realm text, firm char(18), orders text[], factor int, waiting boolean, happened timestamptz
) returns void language sql as $$
  insert into transaction_rollup as t (county_code, month, direction, category, realm, refunded_orders, refunded_fen, as_of)
    select place, c.month, c.direction, c.category, in_which_realm, factor * c.refunds, factor * c.fen, happened
    from refund_cells(place, firm, orders, waiting) c order by 2, 3, 4
  on conflict (county_code, month, direction, category, realm) do update set
    refunded_orders = t.refunded_orders + excluded.refunded_orders,
    refunded_fen = t.refunded_fen + excluded.refunded_fen, as_of = excluded.as_of;
  update transaction_refund f set matched = exists (select from transaction_key k where k.county_code = f.county_code
      and k.contractor = f.contractor and k.order_number = f.refund_of)
    where f.county_code = place and f.contractor = firm and f.refund_of = any (orders) and factor = 1 and not (waiting and f.matched);
$$;

create function guard_transactions(place char(6), in_which_realm text, firm char(18)) returns void language plpgsql as $$
begin
  if not (in_scope(place) and in_realm(in_which_realm)) then
    raise insufficient_privilege using message = 'outside the scope of the transaction';
  end if;
  -- One writer a contractor and county: two batches with the same orders in another sequence would otherwise wait for each other.
  perform pg_advisory_xact_lock(hashtextextended('transactions ' || place || firm, 0));
end $$;

-- Takes the rows of the temporary table transaction_staging that are no duplicates: keys, rows, refunds and roll-ups in one go, set by set.
create function store_transactions(place char(6), in_which_realm text, batch uuid, firm char(18), happened timestamptz)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken bigint;
  staged bigint;
  touched text[];
begin
  perform guard_transactions(place, in_which_realm, firm);
  insert into transaction_key (county_code, contractor, order_number, realm, business_date, batch_id, row_number)
    select place, firm, s.order_number, in_which_realm, s.business_date, batch, s.row_number from pg_temp.transaction_staging s
  on conflict do nothing;
  get diagnostics taken = row_count;
  select count(*) into staged from pg_temp.transaction_staging;
  -- Mostly every row is new, and then nothing has to be looked up again.
  if taken < staged then
    update pg_temp.transaction_staging s set fresh = false where not exists (
      select from transaction_key k where k.county_code = place and k.contractor = firm and k.order_number = s.order_number
        and k.batch_id = batch and k.row_number = s.row_number offset 0);
  end if;
  insert into transaction_row (county_code, business_date, batch_id, row_number, sign, realm, category, direction, quantity_thousandths,
      amount_fen, business_time, entry_time, order_number, refund_of, seller_place, buyer_place, channel, station, waybill, payment_reference)
    select place, s.business_date, batch, s.row_number, 1, in_which_realm, s.category, s.direction, s.quantity_thousandths,
      s.amount_fen, s.business_time, s.entry_time, s.order_number, s.refund_of, s.seller_place, s.buyer_place, s.channel, s.station,
      s.waybill, s.payment_reference
    from pg_temp.transaction_staging s where s.fresh;
  insert into transaction_refund (county_code, contractor, order_number, realm, refund_of, amount_fen, matched)
    select place, firm, s.order_number, in_which_realm, s.refund_of, s.amount_fen, false
    from pg_temp.transaction_staging s where s.fresh and s.refund_of is not null;
  insert into transaction_rollup as t (county_code, month, direction, category, realm, orders, quantity_thousandths, amount_fen,
      refunds_made_orders, refunds_made_fen, as_of)
    select place, date_trunc('month', s.business_date)::date, s.direction, s.category, in_which_realm,
      count(*) filter (where s.refund_of is null),
      coalesce(sum(s.quantity_thousandths) filter (where s.refund_of is null), 0)::bigint,
      coalesce(sum(s.amount_fen) filter (where s.refund_of is null), 0)::bigint,
      count(s.refund_of), coalesce(sum(s.amount_fen) filter (where s.refund_of is not null), 0)::bigint, happened
    from pg_temp.transaction_staging s where s.fresh group by 2, 3, 4 order by 2, 3, 4
  on conflict (county_code, month, direction, category, realm) do update set
    orders = t.orders + excluded.orders, quantity_thousandths = t.quantity_thousandths + excluded.quantity_thousandths,
    amount_fen = t.amount_fen + excluded.amount_fen, refunds_made_orders = t.refunds_made_orders + excluded.refunds_made_orders,
    refunds_made_fen = t.refunds_made_fen + excluded.refunds_made_fen, as_of = excluded.as_of;
  -- Refunds that waited for an order of this piece, and those of this piece whose order is known: matched now, and only now.
  select array_agg(distinct f.refund_of) into touched from transaction_refund f
    where f.county_code = place and f.contractor = firm and not f.matched
      and exists (select from transaction_key k where k.county_code = place and k.contractor = firm and k.order_number = f.refund_of
        offset 0);
  if touched is not null then
    perform add_refund_cells(place, in_which_realm, firm, touched, 1, true, happened);
  end if;
  return taken;
end $$;

-- What is known of the orders of transaction_staging whose row is not the one in force: nothing ('unknown'), the same, or something else
-- ('differs'); `own` when this very batch has the order already.
create function compare_transactions(place char(6), in_which_realm text, batch uuid, firm char(18), everything boolean)
returns table (row_number bigint, verdict text, own boolean) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select s.row_number, case
    when k.order_number is null then 'unknown'
    when (r.business_time, r.category, r.quantity_thousandths, r.amount_fen, r.seller_place, r.buyer_place, r.channel)
      is distinct from (s.business_time, s.category, s.quantity_thousandths, s.amount_fen, s.seller_place, s.buyer_place, s.channel)
      or (r.entry_time, r.refund_of, r.station, r.waybill, r.payment_reference)
      is distinct from (s.entry_time, s.refund_of, s.station, s.waybill, s.payment_reference) then 'differs'
    else 'same' end, coalesce(k.batch_id = batch, false)
  from pg_temp.transaction_staging s
  left join lateral (select * from transaction_key o where o.county_code = place and o.contractor = firm
    and o.order_number = s.order_number offset 0) k on true
  left join lateral (select * from transaction_row o where o.county_code = place and o.business_date = k.business_date
    and o.batch_id = k.batch_id and o.row_number = k.row_number and o.sign = 1 offset 0) r on true
  where in_scope(place) and in_realm(in_which_realm) and (everything or not s.fresh)
    and not coalesce(k.batch_id = batch and k.row_number = s.row_number, false);
end $$;

-- Adds the rows of one batch's piece to the roll-ups by their signs.
create function roll_up_rows(place char(6), in_which_realm text, batch uuid, numbers bigint[], happened timestamptz)
returns void language sql as $$
  insert into transaction_rollup as t (county_code, month, direction, category, realm, orders, quantity_thousandths, amount_fen,
      refunds_made_orders, refunds_made_fen, as_of)
    select place, date_trunc('month', r.business_date)::date, r.direction, r.category, in_which_realm,
      coalesce(sum(r.sign) filter (where r.refund_of is null), 0),
      coalesce(sum(r.sign * r.quantity_thousandths) filter (where r.refund_of is null), 0),
      coalesce(sum(r.sign * r.amount_fen) filter (where r.refund_of is null), 0),
      coalesce(sum(r.sign) filter (where r.refund_of is not null), 0),
      coalesce(sum(r.sign * r.amount_fen) filter (where r.refund_of is not null), 0), happened
    from transaction_row r where r.county_code = place and r.batch_id = batch and r.row_number = any (numbers)
    group by 1, 2, 3, 4 order by 2, 3, 4
  on conflict (county_code, month, direction, category, realm) do update set
    orders = t.orders + excluded.orders, quantity_thousandths = t.quantity_thousandths + excluded.quantity_thousandths,
    amount_fen = t.amount_fen + excluded.amount_fen, refunds_made_orders = t.refunds_made_orders + excluded.refunds_made_orders,
    refunds_made_fen = t.refunds_made_fen + excluded.refunds_made_fen, as_of = excluded.as_of;
$$;

-- Replaces orders in force by the rows of transaction_staging named: the old row once more with sign -1, the new one, the key led on to it, and
-- every roll-up moved accordingly, refunds of those orders too.
create function correct_transactions(
  place char(6), in_which_realm text, batch uuid, firm char(18), numbers bigint[], happened timestamptz
) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched text[];
begin
  perform guard_transactions(place, in_which_realm, firm);
  -- The orders themselves, and those that a corrected refund named before or names now.
  select array_agg(distinct o) into touched from pg_temp.transaction_staging s
    left join transaction_refund f on f.county_code = place and f.contractor = firm and f.order_number = s.order_number
    cross join lateral unnest(array[s.order_number, s.refund_of, f.refund_of]) as o
    where s.row_number = any (numbers) and o is not null;
  perform add_refund_cells(place, in_which_realm, firm, touched, -1, false, happened);
  insert into transaction_row
    select r.county_code, r.business_date, batch, s.row_number, -1, r.realm, r.category, r.direction, r.quantity_thousandths, r.amount_fen,
      r.business_time, r.entry_time, r.order_number, r.refund_of, r.seller_place, r.buyer_place, r.channel, r.station, r.waybill,
      r.payment_reference
    from pg_temp.transaction_staging s
    cross join lateral (select * from transaction_key o where o.county_code = place and o.contractor = firm
      and o.order_number = s.order_number offset 0) k
    cross join lateral (select * from transaction_row o where o.county_code = place and o.business_date = k.business_date
      and o.batch_id = k.batch_id and o.row_number = k.row_number and o.sign = 1 offset 0) r
    where s.row_number = any (numbers);
  insert into transaction_row (county_code, business_date, batch_id, row_number, sign, realm, category, direction, quantity_thousandths,
      amount_fen, business_time, entry_time, order_number, refund_of, seller_place, buyer_place, channel, station, waybill, payment_reference)
    select place, s.business_date, batch, s.row_number, 1, in_which_realm, s.category, s.direction, s.quantity_thousandths, s.amount_fen,
      s.business_time, s.entry_time, s.order_number, s.refund_of, s.seller_place, s.buyer_place, s.channel, s.station, s.waybill,
      s.payment_reference
    from pg_temp.transaction_staging s where s.row_number = any (numbers);
  insert into transaction_version
    select k.county_code, k.contractor, k.order_number, k.version, k.realm, k.business_date, k.batch_id, k.row_number
    from pg_temp.transaction_staging s
    cross join lateral (select * from transaction_key o where o.county_code = place and o.contractor = firm
      and o.order_number = s.order_number offset 0) k
    where s.row_number = any (numbers);
  update transaction_key k set business_date = s.business_date, batch_id = batch, row_number = s.row_number, version = k.version + 1
    from pg_temp.transaction_staging s
    where k.county_code = place and k.contractor = firm and k.order_number = s.order_number and s.row_number = any (numbers);
  delete from transaction_refund f using pg_temp.transaction_staging s
    where f.county_code = place and f.contractor = firm and f.order_number = s.order_number and s.row_number = any (numbers);
  insert into transaction_refund (county_code, contractor, order_number, realm, refund_of, amount_fen, matched)
    select place, firm, s.order_number, in_which_realm, s.refund_of, s.amount_fen, false
    from pg_temp.transaction_staging s where s.refund_of is not null and s.row_number = any (numbers);
  perform roll_up_rows(place, in_which_realm, batch, numbers, happened);
  perform add_refund_cells(place, in_which_realm, firm, touched, 1, false, happened);
  return cardinality(numbers);
end $$;

revoke all on function open_transaction_months, store_transactions, compare_transactions, correct_transactions, refund_cells,
  add_refund_cells, guard_transactions, roll_up_rows from public;
grant execute on function open_transaction_months, store_transactions, compare_transactions, correct_transactions to jincun_app;
