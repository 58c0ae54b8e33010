/* classes.h: motions that are the same in something. Private to the review. */
#pragma once

#include "sums.h"

G_BEGIN_DECLS

#define TRL_N_MASKS 16   /* sets of the four routes */

/* A motion among others of its class; what is asked of all of them lies side by side. */
typedef struct
{
  const char *id;          /* stays, see ids.h */
  TrlFacts   *facts;
  double      rank;
  guint       mask;        /* the routes by which it earns */
  guint       meant : 1;   /* it is not merely still a duplicate */
  guint       ripe : 1;    /* the decision is decided */
} TrlPeer;

/* The classes of one sameness, and one of them; the latter is declared in sums.h. */
TrlClasses      *trl_classes_new             (TrlSame         same);
void             trl_classes_free            (TrlClasses     *classes);
void             trl_classes_count           (TrlClasses     *classes,
                                              TrlFacts       *facts,
                                              int             by);
gboolean         trl_classes_mean_same       (TrlClasses     *classes,
                                              const TrlFacts *facts,
                                              const TrlFacts *now);
void             trl_classes_renew           (TrlClasses     *classes,
                                              const TrlFacts *facts,
                                              const TrlFacts *now);
void             trl_classes_forget_notes    (TrlClasses     *classes);
GPtrArray       *trl_classes_list            (TrlClasses     *classes,
                                              guint           most);
const GPtrArray *trl_classes_get_suspects    (TrlClasses     *classes);

guint64          trl_class_get_key           (const TrlClass *klass);
const TrlPeer   *trl_class_get_peers         (const TrlClass *klass,
                                              guint          *n);
guint            trl_class_count_mask        (const TrlClass *klass,
                                              guint           mask);
guint            trl_class_get_masks         (const TrlClass *klass);
guint            trl_class_get_meant_masks   (const TrlClass *klass);
gboolean         trl_class_is_meant          (const TrlClass *klass);
gboolean         trl_class_is_scored         (const TrlClass *klass);
gboolean         trl_class_is_ripe           (const TrlClass *klass);
gboolean         trl_class_should_differ     (const TrlClass *klass,
                                              guint           mask);
const GPtrArray *trl_class_get_ids           (TrlClass       *klass);
TrlFinding      *trl_class_get_note          (TrlClass       *klass,
                                              gboolean       *fresh);
void             trl_class_set_note          (TrlClass       *klass,
                                              TrlFinding     *note);
int              trl_peers_compare           (const TrlPeer  *a,
                                              const TrlPeer  *b);
guint            trl_masks_get_strangers     (guint           mask);
guint            trl_masks_get_all_strangers (guint           masks);

G_END_DECLS
