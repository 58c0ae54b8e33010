/* edit.h: how changes are made: four steps on top of a blueprint that stays untouched. */
#pragma once

#include "blueprint.h"

G_BEGIN_DECLS

/* "At the end" wherever an index among siblings is asked for. */
#define TRL_END (-1)

/**
 * TrlEdit:
 *
 * A change in the making. It sees its own steps; the blueprint does not.
 */
typedef struct _TrlEdit TrlEdit;

TrlEdit      *trl_edit_new          (TrlBlueprint *blueprint,
                                     const char   *name);
void          trl_edit_free         (TrlEdit      *edit);
TrlBlueprint *trl_edit_get_blueprint(TrlEdit      *edit);
void          trl_edit_set_name     (TrlEdit      *edit,
                                     const char   *name);
void          trl_edit_set_key      (TrlEdit      *edit,
                                     const char   *key);
void          trl_edit_set_origin   (TrlEdit      *edit,
                                     TrlOrigin     origin);
void          trl_edit_ask_for      (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member);
const char   *trl_edit_get_asked    (TrlEdit      *edit,
                                     TrlMember    *member);

TrlCard      *trl_edit_get          (TrlEdit      *edit,
                                     const char   *id);
GPtrArray    *trl_edit_get_children (TrlEdit      *edit,
                                     const char   *parent,
                                     TrlSlot       slot);

void          trl_edit_set          (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     TrlValue     *value);
void          trl_edit_set_text     (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     const char   *text);
void          trl_edit_set_number   (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     double        number);
void          trl_edit_set_yes_no   (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     gboolean      yes);
void          trl_edit_set_choice   (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     int           choice);
void          trl_edit_set_entry    (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     int           number);
void          trl_edit_add_ref      (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     const char   *to);
void          trl_edit_remove_ref   (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     const char   *to);
void          trl_edit_forget_ref   (TrlEdit      *edit,
                                     const char   *id,
                                     TrlMember     member,
                                     const char   *to);

const char   *trl_edit_insert       (TrlEdit      *edit,
                                     TrlKind       kind,
                                     const char   *parent,
                                     TrlSlot       slot,
                                     int           index);
const char   *trl_edit_insert_card  (TrlEdit      *edit,
                                     TrlCard      *card,
                                     const char   *parent,
                                     TrlSlot       slot,
                                     int           index);
void          trl_edit_remove       (TrlEdit      *edit,
                                     const char   *id);
void          trl_edit_place        (TrlEdit      *edit,
                                     const char   *id,
                                     const char   *parent,
                                     TrlSlot       slot,
                                     int           index);

TrlChange    *trl_edit_end          (TrlEdit      *edit);
gboolean      trl_edit_commit       (TrlEdit      *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlEdit, trl_edit_free)

G_END_DECLS
