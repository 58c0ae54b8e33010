/* rules.h: what every file in rules/ needs. Private to the review. */
#pragma once

#include "report.h"
#include "scope.h"
#include "words.h"

G_BEGIN_DECLS

#define TRL_RULE(name) extern const TrlRule trl_rule_##name;
#include "rules-table.h"
#undef TRL_RULE

G_END_DECLS
