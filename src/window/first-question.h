/* first-question.h: what a blank board asks. */
#pragma once

#include <gtk/gtk.h>

#include "board.h"
#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_FIRST_QUESTION (trl_first_question_get_type ())
G_DECLARE_FINAL_TYPE (TrlFirstQuestion, trl_first_question, TRL, FIRST_QUESTION, GtkBox)

GtkWidget *trl_first_question_new       (TrlDesk *desk);
gboolean   trl_first_question_is_needed (TrlDesk *desk);

G_END_DECLS
