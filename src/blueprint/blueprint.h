/* blueprint.h: a design: cards by id, by place and by who refers to them. */
#pragma once

#include <glib-object.h>

#include "change.h"

G_BEGIN_DECLS

/* The card that holds all others; it is always there and is the document's own object in a file. */
#define TRL_ROOT_ID "program"

/**
 * TrlStage:
 *
 * The order in which listeners hear of a commit (law E8).
 */
typedef enum
{
  TRL_STAGE_HISTORY,
  TRL_STAGE_JOURNAL,
  TRL_STAGE_REVIEW,
  TRL_STAGE_BOARD,
  TRL_STAGE_PANELS,
  TRL_N_STAGES
} TrlStage;

#define TRL_TYPE_BLUEPRINT (trl_blueprint_get_type ())
G_DECLARE_FINAL_TYPE (TrlBlueprint, trl_blueprint, TRL, BLUEPRINT, GObject)

/**
 * TrlListener:
 * @blueprint: the blueprint, already changed
 * @change: what was committed
 * @user_data: data of the listener
 *
 * Hears of a commit. Committing from here is a programming error (law E8).
 */
typedef void (*TrlListener) (TrlBlueprint    *blueprint,
                             const TrlChange *change,
                             gpointer         user_data);

/**
 * TrlTrial:
 * @blueprint: the blueprint, changed for the time of the call
 * @user_data: data of the caller
 *
 * Looks at a change that is tried and taken back (law E9).
 */
typedef void (*TrlTrial)    (TrlBlueprint *blueprint,
                             gpointer      user_data);

TrlBlueprint    *trl_blueprint_new            (void);

TrlCard         *trl_blueprint_get            (TrlBlueprint *blueprint,
                                               const char   *id);
TrlCard         *trl_blueprint_get_root       (TrlBlueprint *blueprint);
const GPtrArray *trl_blueprint_get_children   (TrlBlueprint *blueprint,
                                               const char   *parent,
                                               TrlSlot       slot);
int              trl_blueprint_get_index      (TrlBlueprint *blueprint,
                                               const char   *id);
GPtrArray       *trl_blueprint_get_referrers  (TrlBlueprint *blueprint,
                                               const char   *id);
TrlCard         *trl_blueprint_get_motion     (TrlBlueprint *blueprint,
                                               const char   *id);
guint            trl_blueprint_get_n_cards    (TrlBlueprint *blueprint);
void             trl_blueprint_foreach        (TrlBlueprint *blueprint,
                                               GFunc         func,
                                               gpointer      user_data);

char            *trl_blueprint_new_id         (TrlBlueprint *blueprint,
                                               TrlKind       kind);
void             trl_blueprint_count_ids      (TrlBlueprint *blueprint);

gboolean         trl_blueprint_load           (TrlBlueprint *blueprint,
                                               GPtrArray    *cards);
void             trl_blueprint_commit         (TrlBlueprint *blueprint,
                                               TrlChange    *change);
gboolean         trl_blueprint_can_commit     (TrlBlueprint *blueprint,
                                               TrlChange    *change);
void             trl_blueprint_try            (TrlBlueprint *blueprint,
                                               TrlChange    *change,
                                               TrlTrial      trial,
                                               gpointer      user_data);

guint            trl_blueprint_listen         (TrlBlueprint *blueprint,
                                               TrlStage      stage,
                                               TrlListener   listener,
                                               gpointer      user_data);
void             trl_blueprint_unlisten       (TrlBlueprint *blueprint,
                                               guint         listener_id);

G_END_DECLS
