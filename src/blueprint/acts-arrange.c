/* acts-arrange.c: what is done to cards that lie free: align, distribute, line up, tidy, move, park, style.
 *
 * How large a card is and where it is shown only the layout knows, so whoever
 * asks brings that along. What was shown shifted, or never had a place of its
 * own, gets the place that people saw. */

#define G_LOG_DOMAIN "acts"

#include "config.h"

#include "acts.h"
#include "acts-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Between cards that are lined up or tidied, in board units. */
#define ARRANGE_GAP 24.0

static gboolean
is_free (TrlCard *card)
{
  TrlSlot slot = card != NULL ? trl_card_get_slot (card) : TRL_SLOT_NONE;

  return slot == TRL_SLOT_MOTIONS || slot == TRL_SLOT_NOTES || slot == TRL_SLOT_PARKED;
}

static void
set_place (TrlEdit    *edit,
           const char *id,
           double      x,
           double      y)
{
  TrlKind kind = trl_card_get_kind (trl_edit_get (edit, id));

  trl_edit_set_number (edit, id, trl_kind_get_x_member (kind), round (x));
  trl_edit_set_number (edit, id, trl_kind_get_y_member (kind), round (y));
}

/* Rows first, then along them. Two cards share a row when each begins above the other's middle. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TrlSpot *first = *(const TrlSpot **) a, *second = *(const TrlSpot **) b;

  if (first->y + first->height / 2 < second->y)
    return -1;
  if (second->y + second->height / 2 < first->y)
    return 1;
  return first->x < second->x ? -1 : first->x > second->x;
}

static int
compare_across (gconstpointer a,
                gconstpointer b)
{
  const TrlSpot *first = *(const TrlSpot **) a, *second = *(const TrlSpot **) b;
  double by = first->x + first->width / 2 - second->x - second->width / 2;

  return by < 0 ? -1 : by > 0;
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  const TrlSpot *first = *(const TrlSpot **) a, *second = *(const TrlSpot **) b;
  double by = first->y + first->height / 2 - second->y - second->height / 2;

  return by < 0 ? -1 : by > 0;
}

/* Not a total order in odd cases, so nothing that trusts one sorts by it. */
static void
sort_spots (GPtrArray    *spots,
            GCompareFunc  compare)
{
  for (guint i = 1; i < spots->len; i++)
    for (guint at = i; at > 0 && compare (&spots->pdata[at - 1], &spots->pdata[at]) > 0; at--)
      {
        gpointer spot = spots->pdata[at];

        spots->pdata[at] = spots->pdata[at - 1];
        spots->pdata[at - 1] = spot;
      }
}

static void
align (GPtrArray  *spots,
       TrlArrange  how)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < spots->len; i++)
    {
      const TrlSpot *spot = g_ptr_array_index (spots, i);

      left = MIN (left, spot->x);
      top = MIN (top, spot->y);
      right = MAX (right, spot->x + spot->width);
      bottom = MAX (bottom, spot->y + spot->height);
    }
  for (guint i = 0; i < spots->len; i++)
    {
      TrlSpot *spot = g_ptr_array_index (spots, i);

      if (how == TRL_ARRANGE_LEFT)
        spot->x = left;
      else if (how == TRL_ARRANGE_CENTRE)
        spot->x = (left + right - spot->width) / 2;
      else if (how == TRL_ARRANGE_RIGHT)
        spot->x = right - spot->width;
      else if (how == TRL_ARRANGE_TOP)
        spot->y = top;
      else if (how == TRL_ARRANGE_MIDDLE)
        spot->y = (top + bottom - spot->height) / 2;
      else
        spot->y = bottom - spot->height;
    }
}

/* The outer two stay, the gaps between become equal. */
static void
distribute (GPtrArray *spots,
            gboolean   down)
{
  const TrlSpot *first, *last;
  double room, at;

  sort_spots (spots, down ? compare_down : compare_across);
  first = g_ptr_array_index (spots, 0);
  last = g_ptr_array_index (spots, spots->len - 1);
  room = down ? last->y + last->height - first->y : last->x + last->width - first->x;
  for (guint i = 0; i < spots->len; i++)
    {
      const TrlSpot *spot = g_ptr_array_index (spots, i);

      room -= down ? spot->height : spot->width;
    }
  at = down ? first->y : first->x;
  for (guint i = 0; i < spots->len; i++)
    {
      TrlSpot *spot = g_ptr_array_index (spots, i);

      if (down)
        spot->y = at;
      else
        spot->x = at;
      at += (down ? spot->height : spot->width) + room / (spots->len - 1);
    }
}

static void
line_up (GPtrArray *spots)
{
  double x = INFINITY, y = INFINITY;

  sort_spots (spots, compare_across);
  for (guint i = 0; i < spots->len; i++)
    {
      const TrlSpot *spot = g_ptr_array_index (spots, i);

      x = MIN (x, spot->x);
      y = MIN (y, spot->y);
    }
  for (guint i = 0; i < spots->len; i++)
    {
      TrlSpot *spot = g_ptr_array_index (spots, i);

      spot->x = x;
      spot->y = y;
      x += spot->width + ARRANGE_GAP;
    }
}

/* A grid as wide as it has rows, in the order in which people read what lies there. */
static void
tidy (GPtrArray *spots)
{
  guint columns = (guint) ceil (sqrt (spots->len));
  double left = INFINITY, y = INFINITY, width = 0;

  sort_spots (spots, compare_rows);
  for (guint i = 0; i < spots->len; i++)
    {
      const TrlSpot *spot = g_ptr_array_index (spots, i);

      left = MIN (left, spot->x);
      y = MIN (y, spot->y);
      width = MAX (width, spot->width);
    }
  for (guint row = 0; row < spots->len; row += columns)
    {
      double tallest = 0;

      for (guint i = row; i < MIN (row + columns, spots->len); i++)
        {
          TrlSpot *spot = g_ptr_array_index (spots, i);

          spot->x = left + (i - row) * (width + ARRANGE_GAP);
          spot->y = y;
          tallest = MAX (tallest, spot->height);
        }
      y += tallest + ARRANGE_GAP;
    }
}

static const char *
arrange_name (TrlArrange how)
{
  if (how <= TRL_ARRANGE_BOTTOM)
    return _("Align");
  if (how <= TRL_ARRANGE_DOWN)
    return _("Distribute");
  return how == TRL_ARRANGE_LINE_UP ? _("Line up") : _("Tidy up");
}

/**
 * trl_act_arrange:
 * @blueprint: a blueprint
 * @spots: (array length=n_spots): cards and where they are shown; those that do not lie free stay
 * @n_spots: how many
 * @how: how they shall lie
 *
 * Arranges free cards among themselves.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL with too few of them
 */
TrlEdit *
trl_act_arrange (TrlBlueprint  *blueprint,
                 const TrlSpot *spots,
                 guint          n_spots,
                 TrlArrange     how)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  for (guint i = 0; i < n_spots; i++)
    if (is_free (trl_blueprint_get (blueprint, spots[i].id)))
      g_ptr_array_add (own, g_memdup2 (&spots[i], sizeof spots[i]));
  if (own->len < (how == TRL_ARRANGE_ACROSS || how == TRL_ARRANGE_DOWN ? 3 : 2))
    return NULL;

  if (how <= TRL_ARRANGE_BOTTOM)
    align (own, how);
  else if (how == TRL_ARRANGE_LINE_UP)
    line_up (own);
  else if (how == TRL_ARRANGE_TIDY)
    tidy (own);
  else
    distribute (own, how == TRL_ARRANGE_DOWN);
  edit = trl_edit_new (blueprint, arrange_name (how));
  for (guint i = 0; i < own->len; i++)
    {
      const TrlSpot *spot = g_ptr_array_index (own, i);

      set_place (edit, spot->id, spot->x, spot->y);
    }
  return edit;
}

/**
 * trl_act_move_free:
 * @blueprint: a blueprint
 * @spots: (array length=n_spots): cards and where they are shown; those that do not lie free stay
 * @n_spots: how many
 * @dx: how far to the right, in board units
 * @dy: how far down, in board units
 * @key: (nullable): moves in a row with one key are one entry
 *
 * Moves frames, notes and parked cards.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_move_free (TrlBlueprint  *blueprint,
                   const TrlSpot *spots,
                   guint          n_spots,
                   double         dx,
                   double         dy,
                   const char    *key)
{
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  if (dx == 0 && dy == 0)
    return NULL;
  edit = trl_edit_new (blueprint, _("Move on the board"));
  trl_edit_set_key (edit, key);
  for (guint i = 0; i < n_spots; i++)
    if (is_free (trl_blueprint_get (blueprint, spots[i].id)))
      set_place (edit, spots[i].id, spots[i].x + dx, spots[i].y + dy);
  return edit;
}

/**
 * trl_act_stack:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards
 * @front: over all others; else below them
 *
 * Brings the notes and parked cards among @ids to the front, or puts them
 * behind the others; among themselves they keep their order.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when none lies free
 */
TrlEdit *
trl_act_stack (TrlBlueprint       *blueprint,
               const char * const *ids,
               gboolean            front)
{
  static const TrlSlot slots[] = { TRL_SLOT_NOTES, TRL_SLOT_PARKED };
  TrlEdit *edit;
  gboolean any = FALSE;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && ids != NULL, NULL);

  edit = trl_edit_new (blueprint, front ? _("Bring to the front") : _("Send to the back"));
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      const GPtrArray *cards = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, slots[i]);
      int n = 0;

      for (guint j = 0; j < cards->len; j++)
        {
          const char *id = trl_card_get_id (g_ptr_array_index (cards, j));

          if (!g_strv_contains (ids, id))
            continue;
          trl_edit_place (edit, id, TRL_ROOT_ID, slots[i], front ? TRL_END : n++);
          any = TRUE;
        }
    }
  if (!any)
    g_clear_pointer (&edit, trl_edit_free);
  return edit;
}

/**
 * trl_act_park:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards
 *
 * Puts cards into the strip of parked cards: out of their motions, but not
 * lost. What lies parked elsewhere comes along. Cards in the strip have no
 * place of their own: the layout puts them side by side below all motions.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when none of them can be parked
 */
TrlEdit *
trl_act_park (TrlBlueprint       *blueprint,
              const char * const *ids)
{
  TrlEdit *edit;
  guint n = 0;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && ids != NULL, NULL);

  edit = trl_edit_new (blueprint, _("Park"));
  for (; *ids != NULL; ids++)
    {
      TrlCard *card = trl_edit_get (edit, *ids);
      TrlCargo cargo = trl_cargo_for_card (blueprint, *ids);
      TrlPlace place = trl_places_ask (blueprint, &cargo, TRL_ROOT_ID, TRL_SLOT_NONE);

      if (card == NULL || (trl_card_get_slot (card) != TRL_SLOT_PARKED && (!place.lawful || place.slot != TRL_SLOT_PARKED)))
        continue;
      trl_acts_park (edit, *ids);
      n++;
    }
  if (n == 0)
    g_clear_pointer (&edit, trl_edit_free);
  return edit;
}

/* Into the strip: the layout decides where. */
void
trl_acts_park (TrlEdit    *edit,
               const char *id)
{
  TrlKind kind = trl_card_get_kind (trl_edit_get (edit, id));

  trl_edit_place (edit, id, TRL_ROOT_ID, TRL_SLOT_PARKED, TRL_END);
  trl_edit_set (edit, id, trl_kind_get_x_member (kind), NULL);
  trl_edit_set (edit, id, trl_kind_get_y_member (kind), NULL);
}

/**
 * trl_act_set_style:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards; only notes have a look of their own
 * @colour: a colour of notes, of TRL_COLOUR_*
 *
 * Gives notes the look of another.
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_act_set_style (TrlBlueprint       *blueprint,
                   const char * const *ids,
                   int                 colour)
{
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && ids != NULL, NULL);

  edit = trl_edit_new (blueprint, _("Paste style"));
  for (; *ids != NULL; ids++)
    {
      TrlCard *card = trl_blueprint_get (blueprint, *ids);

      if (card != NULL && trl_card_get_kind (card) == TRL_KIND_NOTE)
        trl_edit_set_choice (edit, *ids, TRL_NOTE_COLOUR, colour);
    }
  return edit;
}

static gboolean
differs (TrlCard   *before,
         TrlCard   *after,
         TrlMember  member)
{
  double first = 0, second = 0;
  gboolean had = trl_card_get_number (before, member, &first);

  return trl_card_get_number (after, member, &second) != had || first != second;
}

/**
 * trl_acts_move_structure:
 * @change: a change
 *
 * Tells whether a change adds, removes, moves or reorders motions: what the
 * structural lock of a workshop keeps still while their contents move.
 *
 * Returns: whether it does
 */
gboolean
trl_acts_move_structure (const TrlChange *change)
{
  g_return_val_if_fail (change != NULL, FALSE);

  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);
      TrlCard *card = delta->before != NULL ? delta->before : delta->after;

      if (card == NULL || trl_card_get_kind (card) != TRL_KIND_MOTION)
        continue;
      if (delta->before == NULL || delta->after == NULL ||
          trl_card_get_slot (delta->before) != trl_card_get_slot (delta->after) ||
          trl_card_get_rank (delta->before) != trl_card_get_rank (delta->after) ||
          differs (delta->before, delta->after, TRL_MOTION_X) || differs (delta->before, delta->after, TRL_MOTION_Y))
        return TRUE;
    }
  return FALSE;
}
