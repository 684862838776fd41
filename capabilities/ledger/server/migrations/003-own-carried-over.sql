-- A province's own unspent old money goes to its pool too, to be reassigned (notice-2020/3.7).
insert into ledger_move values ('reclaim', 'fund', 'reclaimed', true);
