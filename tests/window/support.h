/* support.h: a desk with a small design, for tests of the window's panels. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

#define HOSTILE "A & B <i>x</i> %s {}"

/* A motion "m" with tiers "t1" (criterion "c1", benefit "b1") and "t2", and an incentive "i1". */
static inline TrlDesk *
make_desk (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autoptr (TrlSelection) selection = trl_selection_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Make");
  struct { TrlKind kind; const char *id, *parent; TrlSlot slot; TrlMember name; } cards[] = {
    { TRL_KIND_MOTION, "m", TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_MOTION_NAME },
    { TRL_KIND_TIER, "t1", "m", TRL_SLOT_TIERS, TRL_TIER_NAME },
    { TRL_KIND_TIER, "t2", "m", TRL_SLOT_TIERS, TRL_TIER_NAME },
    { TRL_KIND_CRITERION, "c1", "t1", TRL_SLOT_CRITERIA, TRL_MEMBER_NONE },
    { TRL_KIND_BENEFIT, "b1", "t1", TRL_SLOT_BENEFITS, TRL_MEMBER_NONE },
    { TRL_KIND_INCENTIVE, "i1", "m", TRL_SLOT_INCENTIVES, TRL_INCENTIVE_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autoptr (TrlCard) card = trl_card_new (cards[i].kind, cards[i].id);

      trl_edit_insert_card (edit, card, cards[i].parent, cards[i].slot, TRL_END);
      if (cards[i].name != TRL_MEMBER_NONE)
        trl_edit_set_text (edit, cards[i].id, cards[i].name, cards[i].id);
    }
  g_assert_true (trl_edit_commit (edit));
  trl_history_close_entry (history);
  return trl_desk_new (blueprint, history, selection, reviewer);
}

static inline void
undo (TrlDesk *desk)
{
  g_autoptr (TrlChange) change = trl_history_undo (trl_desk_get_history (desk));
}

static inline void
redo (TrlDesk *desk)
{
  g_autoptr (TrlChange) change = trl_history_redo (trl_desk_get_history (desk));
}

/* Lets everything that waits happen. */
static inline void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The first widget in @root that is of @type. */
static inline GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
