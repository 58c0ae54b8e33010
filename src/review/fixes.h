/* fixes.h: edits that several rules offer. Private to the review. */
#pragma once

#include "report.h"

G_BEGIN_DECLS

TrlEdit *trl_fix_add         (TrlBlueprint   *blueprint,
                              TrlKind         kind,
                              const TrlEntry *entry,
                              const char     *target,
                              TrlSlot         slot);
TrlEdit *trl_fix_park        (TrlBlueprint   *blueprint,
                              TrlFinding     *finding,
                              const char     *arg);
TrlEdit *trl_fix_begin       (TrlBlueprint   *blueprint,
                              TrlFinding     *finding);
const char *trl_fix_card     (TrlFinding     *finding);
void     trl_fix_propose     (TrlEdit        *edit,
                              const char     *id,
                              TrlMember       member,
                              double          number);
void     trl_fix_propose_text (TrlEdit       *edit,
                              const char     *id,
                              TrlMember       member,
                              const char     *text);
TrlEdit *trl_fix_merge_tiers (TrlBlueprint   *blueprint,
                              TrlFinding     *finding,
                              const char     *arg);

G_END_DECLS
