/* rules-table.h: the pitfalls, in the order of the five decisions; one file in rules/ each.
 *
 * TRL_RULE (name of the constant in rules/<id in small letters>.c) */

TRL_RULE (metric_none)
