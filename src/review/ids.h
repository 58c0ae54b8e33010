/* ids.h: ids of motions that stay as long as anybody names them. Private to the review.
 *
 * A finding may be about a thousand motions, and is written anew when one of
 * them changes. Then it takes their ids over as they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrlIds TrlIds;

TrlIds     *trl_ids_new   (void);
TrlIds     *trl_ids_ref   (TrlIds     *ids);
void        trl_ids_unref (TrlIds     *ids);
const char *trl_ids_add   (TrlIds     *ids,
                           const char *id);

G_END_DECLS
