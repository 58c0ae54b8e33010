/* acts-cards.c: what is done to cards wherever they lie: copy, paste, delete, move, shift, set. */

#define G_LOG_DOMAIN "acts"

#include "config.h"

#include "acts.h"
#include "acts-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>


/* What an entry of the undo menu calls a cargo. */
char *
trl_acts_display_name (TrlBlueprint   *blueprint,
                       const TrlCargo *cargo)
{
  TrlCard *card = trl_blueprint_get (blueprint, cargo->id);
  const TrlEntry *entry = card != NULL ? trl_card_get_kind_entry (card) : cargo->entry;

  if (card != NULL && *trl_card_get_name (card) != '\0')
    {
      g_autofree char *line = g_strdup (trl_card_get_name (card));

      line[strcspn (line, "\n")] = '\0';
      if (g_utf8_strlen (line, -1) > 40)
        return g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (line, 40) - line), line);
      return g_steal_pointer (&line);
    }
  if (cargo->bundle == TRL_BUNDLE_LADDER)
    return g_strdup (_("Two-tier ladder"));
  if (cargo->bundle == TRL_BUNDLE_PATH)
    return g_strdup (_("Default path"));
  return g_strdup (entry != NULL ? trl_entry_get_label (entry) : trl_kind_get_label (cargo->kind));
}

/* Right of everything that stands on the board. */
double
trl_acts_next_frame_x (TrlBlueprint *blueprint)
{
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  double next = 0;

  for (guint i = 0; i < motions->len; i++)
    {
      double x = 0;

      trl_card_get_number (g_ptr_array_index (motions, i), TRL_MOTION_X, &x);
      next = MAX (next, x + TRL_FRAME_STEP);
    }
  return next;
}

void
trl_acts_insert_bar (TrlEdit    *edit,
                     const char *tier,
                     int         number,
                     double      value)
{
  const char *bar = trl_edit_insert (edit, TRL_KIND_CRITERION, tier, TRL_SLOT_CRITERIA, TRL_END);

  trl_acts_init_card (edit, bar, trl_catalogue_get (TRL_CATALOGUE_CRITERIA, number));
  if (value != 0)
    trl_edit_set_number (edit, bar, TRL_CRITERION_VALUE, value);
}

void
trl_acts_insert_gift (TrlEdit    *edit,
                      const char *tier,
                      int         number,
                      const char *level,
                      double      value)
{
  const char *gift = trl_edit_insert (edit, TRL_KIND_BENEFIT, tier, TRL_SLOT_BENEFITS, TRL_END);

  trl_acts_init_card (edit, gift, trl_catalogue_get (TRL_CATALOGUE_BENEFITS, number));
  if (level != NULL)
    trl_edit_set_text (edit, gift, TRL_BENEFIT_LEVEL, level);
  if (value != 0)
    trl_edit_set_number (edit, gift, TRL_BENEFIT_VALUE, value);
}

/* The tier of @to that stands where @tier stood on the ladder of @from. */
static const char *
same_rung (TrlEdit    *edit,
           const char *tier,
           const char *from,
           const char *to)
{
  TrlCard *card = trl_edit_get (edit, tier);
  g_autoptr (GPtrArray) there = NULL, here = NULL;
  guint index;

  if (card == NULL || g_strcmp0 (trl_card_get_parent (card), from) != 0)
    return NULL;
  if (trl_card_get_kind (trl_edit_get (edit, to)) != TRL_KIND_MOTION)
    return NULL;
  here = trl_edit_get_children (edit, from, TRL_SLOT_TIERS);
  there = trl_edit_get_children (edit, to, TRL_SLOT_TIERS);
  if (!g_ptr_array_find (here, card, &index) || index >= there->len)
    return NULL;
  return trl_card_get_id (g_ptr_array_index (there, index));
}

static void
refit_tier_ref (TrlEdit    *edit,
                const char *id,
                TrlMember   member,
                const char *from,
                const char *to)
{
  const char *tier = trl_card_get_ref (trl_edit_get (edit, id), member);
  const char *rung = tier != NULL ? same_rung (edit, tier, from, to) : NULL;

  if (tier == NULL || trl_card_get_kind (trl_edit_get (edit, to)) != TRL_KIND_MOTION)
    return;
  if (rung != NULL)
    trl_edit_set_text (edit, id, member, rung);
  else
    trl_edit_forget_ref (edit, id, member, tier);
}

static void
refit_tier_refs (TrlEdit    *edit,
                 const char *id,
                 TrlMember   member,
                 const char *from,
                 const char *to)
{
  g_autoptr (TrlCard) card = trl_card_ref (trl_edit_get (edit, id));

  if (trl_card_get_kind (trl_edit_get (edit, to)) != TRL_KIND_MOTION)
    return;
  for (const char * const *tier = trl_card_get_refs (card, member); *tier != NULL; tier++)
    {
      const char *rung = same_rung (edit, *tier, from, to);

      trl_edit_forget_ref (edit, id, member, *tier);
      if (rung != NULL)
        trl_edit_add_ref (edit, id, member, rung);
    }
}

/* An incentive that changes motions speaks of the tiers of its new motion, rung
 * for rung; a rung that is not there is forgotten (law E8: same edit), and what
 * was for it alone is then for somebody to decide, never for all. While it is
 * parked it still knows its old tiers. */
void
trl_acts_refit_refs (TrlEdit    *edit,
                     const char *id,
                     const char *from,
                     const char *to)
{
  g_autoptr (GPtrArray) rates = NULL, caps = NULL;

  if (trl_card_get_kind (trl_edit_get (edit, id)) != TRL_KIND_INCENTIVE)
    return;
  rates = trl_edit_get_children (edit, id, TRL_SLOT_RATES);
  caps = trl_edit_get_children (edit, id, TRL_SLOT_CAPS);
  for (guint i = 0; i < rates->len; i++)
    refit_tier_ref (edit, trl_card_get_id (g_ptr_array_index (rates, i)), TRL_RATE_TIER, from, to);
  for (guint i = 0; i < caps->len; i++)
    refit_tier_ref (edit, trl_card_get_id (g_ptr_array_index (caps, i)), TRL_CAP_TIER, from, to);
  refit_tier_refs (edit, id, TRL_INCENTIVE_TIERS, from, to);
}

static void
collect (TrlBlueprint *blueprint,
         TrlCard      *card,
         GPtrArray    *cards)
{
  g_ptr_array_add (cards, trl_card_ref (card));
  for (int slot = 1; slot < TRL_N_SLOTS; slot++)
    if (trl_slot_get_info (slot)->parent == trl_card_get_kind (card))
      {
        const GPtrArray *children = trl_blueprint_get_children (blueprint, trl_card_get_id (card), slot);

        for (guint i = 0; i < children->len; i++)
          collect (blueprint, g_ptr_array_index (children, i), cards);
      }
}

static gboolean
has_ancestor_among (TrlBlueprint *blueprint,
                    const char   *id,
                    GHashTable   *ids)
{
  TrlCard *card = trl_blueprint_get (blueprint, id);

  while (card != NULL && (card = trl_blueprint_get (blueprint, trl_card_get_parent (card))) != NULL)
    if (g_hash_table_contains (ids, trl_card_get_id (card)))
      return TRUE;
  return FALSE;
}

/* Connectors go where both of their ends go. */
static void
collect_links (TrlBlueprint *blueprint,
               GPtrArray    *cards)
{
  const GPtrArray *links = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_LINKS);
  g_autoptr (GHashTable) there = NULL;

  if (links == NULL || links->len == 0)
    return;
  there = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (there, (char *) trl_card_get_id (g_ptr_array_index (cards, i)));
  for (guint i = 0; i < links->len; i++)
    {
      TrlCard *link = g_ptr_array_index (links, i);
      const char *from = trl_card_get_ref (link, TRL_LINK_FROM), *to = trl_card_get_ref (link, TRL_LINK_TO);

      if (from != NULL && to != NULL && g_hash_table_contains (there, from) && g_hash_table_contains (there, to) &&
          !g_hash_table_contains (there, trl_card_get_id (link)))
        g_ptr_array_add (cards, trl_card_ref (link));
    }
}

/**
 * trl_acts_collect:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards
 *
 * Collects cards with everything in them, and the connectors between them: what copy puts on the clipboard.
 *
 * Returns: (transfer full) (element-type TrlCard): the records, parents before children
 */
GPtrArray *
trl_acts_collect (TrlBlueprint       *blueprint,
                  const char * const *ids)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), cards);

  for (const char * const *id = ids; *id != NULL; id++)
    g_hash_table_add (all, (char *) *id);
  for (; *ids != NULL; ids++)
    {
      TrlCard *card = trl_blueprint_get (blueprint, *ids);

      if (card != NULL && trl_card_get_kind (card) != TRL_KIND_PROGRAM &&
          !has_ancestor_among (blueprint, *ids, all))
        collect (blueprint, card, cards);
    }
  collect_links (blueprint, cards);
  return cards;
}

typedef struct
{
  TrlEdit    *edit;
  GHashTable *renamed;   /* old id → new id */
  const char *from;
} Rename;

static void
rename_ref (TrlMember   member,
            const char *id,
            gpointer    user_data)
{
  Rename *rename = user_data;
  const char *to = g_hash_table_lookup (rename->renamed, id);
  gboolean one = trl_member_get_info (member)->type == TRL_VALUE_REF;

  if (g_strcmp0 (to, id) == 0 || (to == NULL && trl_edit_get (rename->edit, id) != NULL))
    return;   /* refers to a card that stays where it is */
  if (to == NULL || !one)
    trl_edit_forget_ref (rename->edit, rename->from, member, id);
  if (to != NULL && !one)
    trl_edit_add_ref (rename->edit, rename->from, member, to);
  else if (to != NULL)
    trl_edit_set_text (rename->edit, rename->from, member, to);
}

/* Inserts copies, with new ids where theirs are taken (law E13); roots go where @place says, everything else into
 * the copy of its parent. Returns the old ids of the roots, in order. */
GHashTable *
trl_acts_insert_copies (TrlEdit   *edit,
                        GPtrArray *cards)
{
  GHashTable *renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer to;

  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      const char *parent = trl_card_get_parent (card);
      const char *new_parent = parent != NULL ? g_hash_table_lookup (renamed, parent) : NULL;
      g_autofree char *id = g_strdup (trl_card_get_id (card));   /* free again after a cut: then it stays */
      g_autoptr (TrlCard) copy = NULL;

      while (trl_edit_get (edit, id) != NULL)
        {
          g_free (id);
          id = trl_blueprint_new_id (trl_edit_get_blueprint (edit), trl_card_get_kind (card));
        }
      copy = trl_card_with_id (card, id);
      if (new_parent != NULL)
        trl_edit_insert_card (edit, copy, new_parent, trl_card_get_slot (card), TRL_END);
      else if (trl_card_get_kind (card) == TRL_KIND_LINK)
        trl_edit_insert_card (edit, copy, TRL_ROOT_ID, TRL_SLOT_LINKS, TRL_END);
      else   /* a root: parked for now, so that it has a place */
        trl_edit_insert_card (edit, copy, TRL_ROOT_ID, TRL_SLOT_PARKED, TRL_END);
      g_hash_table_insert (renamed, g_strdup (trl_card_get_id (card)), g_steal_pointer (&id));
    }

  g_hash_table_iter_init (&iter, renamed);
  while (g_hash_table_iter_next (&iter, NULL, &to))
    {
      Rename rename = { edit, renamed, to };
      g_autoptr (TrlCard) copy = trl_card_ref (trl_edit_get (edit, to));

      trl_card_foreach_ref (copy, rename_ref, &rename);
    }
  return renamed;
}

/* Whether nothing else that is copied holds it; @ids are theirs. */
static gboolean
is_root (GHashTable *ids,
         TrlCard    *card)
{
  const char *parent = trl_card_get_parent (card);

  return parent == NULL || !g_hash_table_contains (ids, parent);
}

static void
offset_free_place (TrlEdit    *edit,
                   const char *id,
                   double      dx,
                   double      dy)
{
  TrlCard *card = trl_edit_get (edit, id);
  TrlMember x_member = trl_kind_get_x_member (trl_card_get_kind (card));
  TrlMember y_member = trl_kind_get_y_member (trl_card_get_kind (card));
  double x = 0, y = 0;

  trl_card_get_number (card, x_member, &x);
  trl_card_get_number (card, y_member, &y);
  trl_edit_set_number (edit, id, x_member, x + dx);
  trl_edit_set_number (edit, id, y_member, y + dy);
}

/* A copy of a motion is the same as its origin until it is decided (domain
 * 0.2), and nothing about it has been decided yet. */
static void
settle_motion_copy (TrlEdit    *edit,
                    const char *copy,
                    TrlCard    *origin)
{
  g_autoptr (GPtrArray) decided = trl_edit_get_children (edit, copy, TRL_SLOT_MOTION_DECIDED);
  g_autofree char *name = NULL;
  const char *first = trl_card_get_ref (origin, TRL_MOTION_COPIED_FROM);

  for (guint i = 0; i < decided->len; i++)
    trl_edit_remove (edit, trl_card_get_id (g_ptr_array_index (decided, i)));
  trl_edit_set_text (edit, copy, TRL_MOTION_COPIED_FROM, first != NULL ? first : trl_card_get_id (origin));
  /* Translators: the name of a duplicated motion */
  name = g_strdup_printf (_("%s (copy)"), trl_card_get_name (origin));
  trl_edit_set_text (edit, copy, TRL_MOTION_NAME, name);
}

/**
 * trl_act_duplicate:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards
 * @id_out: (out) (optional) (transfer full): the first copy
 *
 * Duplicates cards beside themselves, with everything in them.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_duplicate (TrlBlueprint        *blueprint,
                   const char * const  *ids,
                   char               **id_out)
{
  g_autoptr (GPtrArray) cards = trl_acts_collect (blueprint, ids);
  g_autoptr (GHashTable) renamed = NULL;
  double frame_x = trl_acts_next_frame_x (blueprint);
  const char *first = NULL;
  TrlEdit *edit;

  if (cards->len == 0)
    return NULL;

  edit = trl_edit_new (blueprint, _("Duplicate"));
  renamed = trl_acts_insert_copies (edit, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      const char *copy = g_hash_table_lookup (renamed, trl_card_get_id (card));

      /* A line to a decision has gone with it: the copy has decided nothing. */
      if (!is_root (renamed, card) || trl_edit_get (edit, copy) == NULL)
        continue;
      first = first == NULL ? copy : first;
      trl_edit_place (edit, copy, trl_card_get_parent (card), trl_card_get_slot (card),
                      trl_blueprint_get_index (blueprint, trl_card_get_id (card)) + 1);
      if (trl_card_get_kind (card) == TRL_KIND_MOTION)
        {
          settle_motion_copy (edit, copy, card);
          trl_edit_set_number (edit, copy, TRL_MOTION_X, frame_x);
          frame_x += TRL_FRAME_STEP;
        }
      else if (trl_card_get_slot (card) == TRL_SLOT_NOTES || trl_card_get_slot (card) == TRL_SLOT_PARKED)
        offset_free_place (edit, copy, 24, 24);
    }
  if (id_out != NULL)
    *id_out = g_strdup (first);
  return edit;
}

/**
 * trl_act_copy_free:
 * @blueprint: a blueprint
 * @spots: (array length=n_spots): cards and where they are shown; those that do not lie free are left out
 * @n_spots: how many
 * @dx: how far to the right the copies lie, in board units
 * @dy: how far down
 * @id_out: (out) (optional) (transfer full): the first copy
 *
 * Leaves copies of free cards at a distance.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_copy_free (TrlBlueprint   *blueprint,
                   const TrlSpot  *spots,
                   guint           n_spots,
                   double          dx,
                   double          dy,
                   char          **id_out)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GHashTable) renamed = NULL;
  const char *first = NULL;
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  for (guint i = 0; i < n_spots; i++)
    g_strv_builder_add (builder, spots[i].id);
  ids = g_strv_builder_end (builder);
  cards = trl_acts_collect (blueprint, (const char * const *) ids);
  if (cards->len == 0)
    return NULL;
  edit = trl_edit_new (blueprint, _("Duplicate"));
  renamed = trl_acts_insert_copies (edit, cards);
  for (guint i = 0; i < n_spots; i++)
    {
      TrlCard *card = trl_blueprint_get (blueprint, spots[i].id);
      TrlKind kind = trl_card_get_kind (card);
      const char *copy = g_hash_table_lookup (renamed, spots[i].id);

      trl_edit_place (edit, copy, TRL_ROOT_ID, trl_card_get_slot (card), trl_blueprint_get_index (blueprint, spots[i].id) + 1);
      if (kind == TRL_KIND_MOTION)
        settle_motion_copy (edit, copy, card);
      trl_edit_set_number (edit, copy, trl_kind_get_x_member (kind), round (spots[i].x + dx));
      trl_edit_set_number (edit, copy, trl_kind_get_y_member (kind), round (spots[i].y + dy));
      first = first == NULL ? copy : first;
    }
  if (id_out != NULL)
    *id_out = g_strdup (first);
  return edit;
}

/* Where a card lies on its own, if it ever did. */
static gboolean
get_free_place (TrlCard *card,
                double  *x,
                double  *y)
{
  return trl_card_get_number (card, trl_kind_get_x_member (trl_card_get_kind (card)), x) &&
         trl_card_get_number (card, trl_kind_get_y_member (trl_card_get_kind (card)), y);
}

/* Copies lie among each other as what they were made of; a card that never lay free lies a step further each time. */
static void
put_beside (TrlEdit    *edit,
            const char *copy,
            TrlCard    *origin,
            double      x,
            double      y,
            guint       n)
{
  TrlCard *card = trl_edit_get (edit, copy);
  TrlKind kind = trl_card_get_kind (card);
  double from_x, from_y, own_x, own_y;

  if (get_free_place (origin, &from_x, &from_y) && get_free_place (card, &own_x, &own_y))
    {
      x += own_x - from_x;
      y += own_y - from_y;
    }
  else
    {
      x += 24 * n;
      y += 24 * n;
    }
  trl_edit_set_number (edit, copy, trl_kind_get_x_member (kind), x);
  trl_edit_set_number (edit, copy, trl_kind_get_y_member (kind), y);
}

/**
 * trl_act_paste_cards:
 * @blueprint: a blueprint
 * @cards: (element-type TrlCard): cards as a fragment, parents before children
 * @target: (nullable): the card that is selected
 * @x: where what lies free goes, in board units
 * @y: the same, downwards
 * @id_out: (out) (optional) (transfer full): the first card pasted
 *
 * Pastes cards: each root where it belongs from @target outwards, else on the
 * board. Ids that are taken give way to new ones (law E13), references to cards that are not here are dropped.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_paste_cards (TrlBlueprint  *blueprint,
                     GPtrArray     *cards,
                     const char    *target,
                     double         x,
                     double         y,
                     char         **id_out)
{
  g_autoptr (GHashTable) renamed = NULL;
  const char *first = NULL;
  TrlCard *origin = NULL;
  TrlEdit *edit;
  guint n_free = 0;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && cards != NULL, NULL);

  if (cards->len == 0)
    return NULL;
  edit = trl_edit_new (blueprint, _("Paste"));
  renamed = trl_acts_insert_copies (edit, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      const char *copy = g_hash_table_lookup (renamed, trl_card_get_id (card));
      TrlCargo cargo = { trl_card_get_kind (card), NULL, TRL_BUNDLE_NONE, NULL };
      TrlPlace place;

      if (cargo.kind == TRL_KIND_LINK || !is_root (renamed, card))
        continue;
      first = first == NULL ? copy : first;
      place = trl_acts_find_home (blueprint, &cargo, target);
      if (cargo.kind == TRL_KIND_TYPE)
        place.slot = TRL_SLOT_TYPES;
      if (place.slot != TRL_SLOT_PARKED)
        trl_edit_place (edit, copy, place.target, place.slot, TRL_END);
      if (place.slot == TRL_SLOT_PARKED || place.slot == TRL_SLOT_NOTES || place.slot == TRL_SLOT_MOTIONS)
        {
          if (n_free == 0)
            origin = card;
          put_beside (edit, copy, origin, x, y, n_free++);
        }
    }
  if (id_out != NULL)
    *id_out = g_strdup (first);
  return edit;
}

static gboolean
runs_elsewhere (TrlEdit    *edit,
                const char *type,
                const char *motion)
{
  g_autoptr (GPtrArray) motions = trl_edit_get_children (edit, TRL_ROOT_ID, TRL_SLOT_MOTIONS);

  for (guint i = 0; i < motions->len; i++)
    {
      TrlCard *card = g_ptr_array_index (motions, i);

      if (!g_str_equal (trl_card_get_id (card), motion) && trl_card_has_ref (card, TRL_MOTION_TYPES, type))
        return TRUE;
    }
  return FALSE;
}

/* Takes a frame away; its cards, and the types that only it ran, lie in the
 * strip of parked cards afterwards. */
static void
empty_frame (TrlEdit    *edit,
             const char *motion,
             gboolean    with_contents)
{
  static const TrlSlot kept[] = { TRL_SLOT_TIERS, TRL_SLOT_CREDENTIALS, TRL_SLOT_INCENTIVES, TRL_SLOT_PATH };
  g_autoptr (TrlCard) card = trl_card_ref (trl_edit_get (edit, motion));

  for (const char * const *type = trl_card_get_refs (card, TRL_MOTION_TYPES); *type != NULL; type++)
    if (trl_edit_get (edit, *type) != NULL && !runs_elsewhere (edit, *type, motion))
      {
        if (with_contents)
          trl_edit_remove (edit, *type);
        else
          trl_acts_park (edit, *type);
      }
  for (guint i = 0; i < G_N_ELEMENTS (kept) && !with_contents; i++)
    {
      g_autoptr (GPtrArray) children = trl_edit_get_children (edit, motion, kept[i]);

      for (guint j = 0; j < children->len; j++)
        trl_acts_park (edit, trl_card_get_id (g_ptr_array_index (children, j)));
    }
}

/**
 * trl_act_delete:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards
 * @with_contents: whether the cards in a frame go too
 *
 * Deletes cards. A frame leaves its cards behind, parked, unless
 * @with_contents; whatever else lies in a card goes with it.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_delete (TrlBlueprint       *blueprint,
                const char * const *ids,
                gboolean            with_contents)
{
  g_autofree char *name = NULL, *edit_name = NULL;
  TrlCargo cargo;
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  if (ids[0] == NULL || trl_blueprint_get (blueprint, ids[0]) == NULL)
    return NULL;
  cargo = trl_cargo_for_card (blueprint, ids[0]);
  name = trl_acts_display_name (blueprint, &cargo);
  /* Translators: %s is the name of a card */
  edit_name = ids[1] == NULL ? g_strdup_printf (_("Delete %s"), name) : g_strdup (_("Delete cards"));
  edit = trl_edit_new (blueprint, edit_name);

  for (; *ids != NULL; ids++)
    {
      TrlCard *card = trl_edit_get (edit, *ids);

      if (card == NULL || trl_card_get_kind (card) == TRL_KIND_PROGRAM)
        continue;
      if (trl_card_get_kind (card) == TRL_KIND_MOTION)
        empty_frame (edit, *ids, with_contents);
      trl_edit_remove (edit, *ids);
    }
  return edit;
}

/**
 * trl_act_shift:
 * @blueprint: a blueprint
 * @id: a card
 * @by: how many places; negative is towards the front
 *
 * Reorders a card among its siblings.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL at the end of the row
 */
TrlEdit *
trl_act_shift (TrlBlueprint *blueprint,
               const char   *id,
               int           by)
{
  TrlCard *card = trl_blueprint_get (blueprint, id);
  int index = trl_blueprint_get_index (blueprint, id);
  const GPtrArray *siblings;
  TrlEdit *edit;

  g_return_val_if_fail (card != NULL, NULL);

  if (index < 0)
    return NULL;
  siblings = trl_blueprint_get_children (blueprint, trl_card_get_parent (card), trl_card_get_slot (card));
  if (index + by < 0 || index + by >= (int) siblings->len)
    return NULL;
  edit = trl_edit_new (blueprint, _("Change the order"));
  trl_edit_place (edit, id, trl_card_get_parent (card), trl_card_get_slot (card), index + by);
  return edit;
}

/**
 * trl_act_set:
 * @blueprint: a blueprint
 * @id: a card
 * @member: a member of its kind
 * @value: (nullable): the value; %NULL leaves the member open
 * @key: (nullable): edits in a row with one key are one entry
 *
 * Sets a member.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_set (TrlBlueprint *blueprint,
             const char   *id,
             TrlMember     member,
             TrlValue     *value,
             const char   *key)
{
  g_autofree char *card_name = NULL, *name = NULL;
  TrlCargo cargo;
  TrlEdit *edit;

  g_return_val_if_fail (trl_blueprint_get (blueprint, id) != NULL, NULL);

  cargo = trl_cargo_for_card (blueprint, id);
  card_name = trl_acts_display_name (blueprint, &cargo);
  /* Translators: an entry of the undo menu: first a card, then what is changed: "Gold: Name" */
  name = g_strdup_printf (_("%s: %s"), card_name, trl_member_get_label (member));
  edit = trl_edit_new (blueprint, name);
  trl_edit_set_key (edit, key);
  trl_edit_set (edit, id, member, value);
  return edit;
}

const char *
trl_acts_insert_note (TrlEdit    *edit,
                      const char *text,
                      double      x,
                      double      y)
{
  const char *note = trl_edit_insert (edit, TRL_KIND_NOTE, TRL_ROOT_ID, TRL_SLOT_NOTES, TRL_END);

  trl_edit_set_text (edit, note, TRL_NOTE_TEXT, text);
  trl_acts_init_card (edit, note, NULL);
  trl_edit_set_number (edit, note, TRL_NOTE_X, x);
  trl_edit_set_number (edit, note, TRL_NOTE_Y, y);
  return note;
}

/**
 * trl_act_add_note:
 * @blueprint: a blueprint
 * @text: (nullable): what it says
 * @x: where it lies, in board units
 * @y: the same, downwards
 * @id_out: (out) (optional) (transfer full): the note
 *
 * Adds a note.
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_act_add_note (TrlBlueprint  *blueprint,
                  const char    *text,
                  double         x,
                  double         y,
                  char         **id_out)
{
  TrlEdit *edit;
  const char *note;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  edit = trl_edit_new (blueprint, _("Add a note"));
  note = trl_acts_insert_note (edit, text, x, y);
  if (id_out != NULL)
    *id_out = g_strdup (note);
  return edit;
}
