/* acts-private.h: what the files of acts share. */
#pragma once

#include "acts.h"

G_BEGIN_DECLS

/* How far one frame stands from the next, in board units. */
#define TRL_FRAME_STEP 560.0

void    trl_acts_init_card    (TrlEdit        *edit,
                               const char     *id,
                               const TrlEntry *entry);
void    trl_acts_insert_bar   (TrlEdit        *edit,
                               const char     *tier,
                               int             number,
                               double          value);
void    trl_acts_insert_gift  (TrlEdit        *edit,
                               const char     *tier,
                               int             number,
                               const char     *level,
                               double          value);
void    trl_acts_refit_refs   (TrlEdit        *edit,
                               const char     *id,
                               const char     *from,
                               const char     *to);
char   *trl_acts_display_name (TrlBlueprint   *blueprint,
                               const TrlCargo *cargo);
TrlPlace trl_acts_find_home   (TrlBlueprint   *blueprint,
                               const TrlCargo *cargo,
                               const char     *selected);
GHashTable *trl_acts_insert_copies (TrlEdit   *edit,
                                    GPtrArray *cards);
const char *trl_acts_drop_one (TrlEdit        *edit,
                               const TrlCargo *cargo,
                               const TrlPlace *place,
                               int             index,
                               double          x,
                               double          y);
void    trl_acts_park         (TrlEdit        *edit,
                               const char     *id);
void    trl_acts_move_links   (TrlEdit        *edit,
                               const char     *from,
                               const char     *to);
const char *trl_acts_insert_note (TrlEdit     *edit,
                                  const char  *text,
                                  double       x,
                                  double       y);
const char *trl_acts_insert_link (TrlEdit     *edit,
                                  const char  *from,
                                  const char  *to);
double  trl_acts_next_frame_x (TrlBlueprint   *blueprint);

G_END_DECLS
