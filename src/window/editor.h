/* editor.h: how a value of one type is edited: one editor a type, behind one table. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

/**
 * TrlEditor:
 * @create: makes the widget, once a field
 * @show: shows what the card holds; never commits
 *
 * An editor commits through trl_field_set_value().
 */
typedef struct
{
  GtkWidget *(*create) (TrlField  *field);
  void       (*show)   (TrlField  *field,
                        GtkWidget *widget,
                        TrlCard   *card);
} TrlEditor;

extern const TrlEditor trl_editor_entry;
extern const TrlEditor trl_editor_text;
extern const TrlEditor trl_editor_options;
extern const TrlEditor trl_editor_yes_no;
extern const TrlEditor trl_editor_refs;

const TrlEditor *trl_editor_get (TrlValueType type);

G_END_DECLS
