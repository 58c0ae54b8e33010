/* rules-table.h: the pitfalls, in the order of the five decisions; one file in rules/ each.
 *
 * TRL_RULE (name of the constant in rules/<id in small letters>.c) */

TRL_RULE (model_one)
TRL_RULE (motion_mixed)
TRL_RULE (recruit_early)
TRL_RULE (tier_copied)
TRL_RULE (order_tier_first)
TRL_RULE (tier_cosmetic)
TRL_RULE (inc_copied)
TRL_RULE (order_inc_first)
TRL_RULE (inc_none)
TRL_RULE (inc_incomplete)
TRL_RULE (inc_reg_no_close)
TRL_RULE (inc_no_metric)
TRL_RULE (order_path_first)
TRL_RULE (path_none)
TRL_RULE (path_no_first_deal)
TRL_RULE (metric_none)
TRL_RULE (metric_many)
TRL_RULE (metric_unserved)
TRL_RULE (card_orphan)
