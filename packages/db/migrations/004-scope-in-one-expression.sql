-- The same rule as one expression without a sub-select, so that the planner writes it into the query: called as a function it cost
-- 12 to 17 microseconds a row, which was most of the time of a statement over carried balances (docs/measurements.md).
-- '*' becomes '%', '51,5202' becomes '51%,5202%'. No jurisdiction, or an empty one among others, matches nothing.
create or replace function in_scope(place_code text) returns boolean language sql stable parallel safe as $$
  select coalesce(
    place_code like any (string_to_array(
      replace(replace(current_setting('jincun.jurisdictions', true), '*', ''), ',', '%,') || '%', ','))
    and current_setting('jincun.jurisdictions', true) <> ''
    and strpos(',' || current_setting('jincun.jurisdictions', true) || ',', ',,') = 0,
    false)
$$;
