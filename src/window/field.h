/* field.h: one member of one card, edited. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_FIELD (trl_field_get_type ())
G_DECLARE_FINAL_TYPE (TrlField, trl_field, TRL, FIELD, GtkBox)

GtkWidget           *trl_field_new         (TrlDesk    *desk,
                                            TrlMember   member,
                                            gboolean    in_sentence);
void                 trl_field_show        (TrlField   *self,
                                            TrlCard    *card);
gboolean             trl_field_fits        (TrlMember   member,
                                            TrlCard    *card);

/* For the editors. */
TrlDesk             *trl_field_get_desk    (TrlField   *self);
TrlCard             *trl_field_get_card    (TrlField   *self);
TrlMember            trl_field_get_member  (TrlField   *self);
const TrlMemberInfo *trl_field_get_info    (TrlField   *self);
gboolean             trl_field_get_in_sentence (TrlField *self);
gboolean             trl_field_is_loading  (TrlField   *self);
void                 trl_field_set_value   (TrlField   *self,
                                            TrlValue   *value);
void                 trl_field_set_problem (TrlField   *self,
                                            const char *text);
void                 trl_field_leave       (TrlField   *self);

G_END_DECLS
