/* open-items.c: what is open, in the order in which one walks through it: notes
 * whose day has passed, other questions, decisions and actions, then what the
 * motions have not decided, then to-dos of the review. */

#define G_LOG_DOMAIN "open-items"

#include "config.h"

#include "open-items.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "decisions.h"

static void
item_free (gpointer data)
{
  TrlOpenItem *item = data;

  g_free (item->card);
  g_free (item->kind);
  g_free (item->text);
  g_free (item->facts);
  g_free (item);
}

static TrlOpenItem *
add_item (GPtrArray  *items,
          const char *card,
          const char *kind,
          const char *text)
{
  TrlOpenItem *item = g_new0 (TrlOpenItem, 1);

  item->card = g_strdup (card);
  item->kind = g_strdup (kind);
  item->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (items, item);
  return item;
}

/* Days are written so that their order is that of their letters. */
static gboolean
is_overdue (TrlCard    *note,
            const char *today)
{
  const char *due = trl_card_get_text (note, TRL_NOTE_DUE);

  return due != NULL && *due != '\0' && strcmp (due, today) < 0;
}

static char *
describe_note (TrlCard *note)
{
  const char *owner = trl_card_get_text (note, TRL_NOTE_OWNER);
  const char *due = trl_card_get_text (note, TRL_NOTE_DUE);

  if (owner != NULL && due != NULL)
    return g_strdup_printf ("%s · %s", owner, due);
  return g_strdup (owner != NULL ? owner : due);
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const char *one = trl_card_get_text (*(TrlCard **) a, TRL_NOTE_DUE);
  const char *other = trl_card_get_text (*(TrlCard **) b, TRL_NOTE_DUE);

  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  return strcmp (one, other);
}

static void
add_notes (GPtrArray  *items,
           GPtrArray  *notes,
           const char *today,
           int         kind,
           gboolean    overdue)
{
  for (guint i = 0; i < notes->len; i++)
    {
      TrlCard *note = g_ptr_array_index (notes, i);
      int own = trl_card_get_choice (note, TRL_NOTE_KIND);
      TrlOpenItem *item;

      if (is_overdue (note, today) != overdue || (!overdue && own != kind))
        continue;
      item = add_item (items, trl_card_get_id (note), trl_choice_get_label (TRL_CHOICES_NOTE, own),
                       trl_card_get_text (note, TRL_NOTE_TEXT));
      item->facts = describe_note (note);
      item->overdue = overdue;
      item->is_note = TRUE;
    }
}

static GPtrArray *
find_notes (TrlBlueprint *blueprint)
{
  const GPtrArray *all = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES);
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TrlCard *note = g_ptr_array_index (all, i);
      int kind = trl_card_get_choice (note, TRL_NOTE_KIND);

      if (kind > TRL_NOTE_IDEA && !trl_card_get_yes (note, TRL_NOTE_RESOLVED, FALSE))
        g_ptr_array_add (notes, note);
    }
  g_ptr_array_sort (notes, compare_due);
  return notes;
}

static void
add_decisions (GPtrArray *items,
               TrlDesk   *desk)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (desk);

  for (int decision = 0; decision < TRL_N_DECISION_CHOICES; decision++)
    {
      g_autoptr (GPtrArray) owners = trl_decisions_get_owners (desk, decision);

      for (guint i = 0; i < owners->len; i++)
        {
          const char *owner = g_ptr_array_index (owners, i);
          int state = trl_acts_get_decided (blueprint, owner, decision);
          TrlOpenItem *item;

          if (state == TRL_DECIDED_DECIDED)
            continue;
          item = add_item (items, owner, state == TRL_DECIDED_RECHECK ? _("To re-check") : _("Not decided"),
                           trl_choice_get_label (TRL_CHOICES_DECISION, decision));
          item->facts = g_strdup (trl_card_get_name (trl_blueprint_get (blueprint, owner)));
        }
    }
}

static void
add_todos (GPtrArray *items,
           TrlDesk   *desk)
{
  TrlReviewer *reviewer = trl_desk_get_reviewer (desk);
  const GPtrArray *findings = reviewer != NULL ? trl_reviewer_get_findings (reviewer) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      const char * const *cards = trl_finding_get_cards (finding);

      if (trl_finding_get_severity (finding) == TRL_SEVERITY_TODO && trl_finding_get_kept (finding) == NULL)
        add_item (items, cards != NULL && cards[0] != NULL ? cards[0] : TRL_ROOT_ID, _("To do"), trl_finding_get_title (finding));
    }
}

/**
 * trl_open_items_list:
 * @desk: the desk
 * @today: the day, as YYYY-MM-DD
 *
 * Lists what is open, in order.
 *
 * Returns: (transfer full) (element-type TrlOpenItem): the list
 */
GPtrArray *
trl_open_items_list (TrlDesk    *desk,
                     const char *today)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) notes = NULL;

  g_return_val_if_fail (TRL_IS_DESK (desk) && today != NULL, items);

  notes = find_notes (trl_desk_get_blueprint (desk));
  add_notes (items, notes, today, -1, TRUE);
  for (int kind = TRL_NOTE_IDEA + 1; kind < TRL_N_NOTE_CHOICES; kind++)
    add_notes (items, notes, today, kind, FALSE);
  add_decisions (items, desk);
  add_todos (items, desk);
  return items;
}

/* One line, in which nothing means more than itself. */
static void
append_plain (GString    *out,
              const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\n' || *text == '\r')
      g_string_append_c (out, ' ');
    else
      {
        if (strchr ("\\`*_[]<>#|&", *text) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *text);
      }
}

/**
 * trl_open_items_write:
 * @items: (element-type TrlOpenItem): a list
 *
 * Writes it for minutes: a line each, to be ticked, in Markdown.
 *
 * Returns: (transfer full): the text
 */
char *
trl_open_items_write (GPtrArray *items)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (items != NULL, g_string_free (out, FALSE));

  for (guint i = 0; i < items->len; i++)
    {
      const TrlOpenItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (out, "- [ ] **%s:** ", item->kind);
      append_plain (out, item->text);
      if (item->facts != NULL)
        {
          g_string_append (out, " — ");
          append_plain (out, item->facts);
        }
      if (item->overdue)
        g_string_append_printf (out, " (%s)", _("overdue"));
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
