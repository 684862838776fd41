-- A demonstration is set in the days of the round: its clock runs at this distance from real time. Zero in a live system.
alter table installation add column clock_offset_seconds bigint not null default 0;
alter table installation add constraint live_clock_is_real check (realm = 'demo' or clock_offset_seconds = 0);
grant update (clock_offset_seconds) on installation to jincun_app;
