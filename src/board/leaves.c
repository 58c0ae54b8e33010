/* leaves.c: which cards have a leaf, and what the leaves say.
 *
 * A pool: cards that are seen and can be read have a leaf each, in reading
 * order; a leaf whose card went out of sight waits for the next. The focused
 * card keeps its leaf wherever it is. Which cards these are is found when
 * nothing else has to be done: a pan moves the leaves that there are and makes
 * none. */

#define G_LOG_DOMAIN "leaves"

#include "config.h"

#include "board-private.h"
#include "leaf.h"
#include "reviewer.h"

#include <glib/gi18n.h>
#include <math.h>

/* More than a screen can show in a readable size. */
#define MOST_LEAVES 400

/* The camera rests when it has not moved for so many milliseconds: two frames. */
#define STILL_MS 34

struct _TrlLeaves
{
  TrlBoard   *board;
  GHashTable *active;     /* id → TrlLeaf */
  GPtrArray  *idle;       /* of TrlLeaf */
  guint       source;
  TrlCamera   synced;     /* what was seen when they were looked at */
};

/**
 * trl_leaves_new:
 * @board: a board
 *
 * Makes an empty pool.
 *
 * Returns: (transfer full): the pool
 */
TrlLeaves *
trl_leaves_new (TrlBoard *board)
{
  TrlLeaves *leaves = g_new0 (TrlLeaves, 1);

  leaves->board = board;
  leaves->active = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  leaves->idle = g_ptr_array_new ();
  return leaves;
}

/**
 * trl_leaves_free:
 * @leaves: a pool
 *
 * Frees the pool; its leaves go with the board's children.
 */
void
trl_leaves_free (TrlLeaves *leaves)
{
  g_clear_handle_id (&leaves->source, g_source_remove);
  g_hash_table_unref (leaves->active);
  g_ptr_array_unref (leaves->idle);
  g_free (leaves);
}

/**
 * trl_leaves_get_focused:
 * @leaves: a pool
 *
 * Returns: (transfer none) (nullable): the card that the keyboard is on
 */
const char *
trl_leaves_get_focused (TrlLeaves *leaves)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (leaves->board));

  if (child == NULL || !TRL_IS_LEAF (child) || !gtk_widget_has_focus (child))
    return NULL;
  return trl_leaf_get_id (TRL_LEAF (child));
}

static void
leaf_focused (TrlLeaf  *leaf,
              TrlBoard *self)
{
  const char *id = trl_leaf_get_id (leaf);

  if (id == NULL || self->tools.pressed)
    return;
  if (!trl_selection_contains (self->selection, id))
    trl_board_select_only (self, id);
  trl_board_reveal (self, id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leaf_opened (TrlLeaf  *leaf,
             TrlBoard *self)
{
  g_autofree char *id = g_strdup (trl_leaf_get_id (leaf));

  if (id != NULL && !trl_board_start_edit (self, id, TRL_MEMBER_NONE))
    trl_board_emit_open (self, id);
}

static TrlLeaf *
take_leaf (TrlLeaves  *leaves,
           const char *id)
{
  TrlLeaf *leaf;

  if (leaves->idle->len > 0)
    {
      leaf = g_ptr_array_steal_index (leaves->idle, leaves->idle->len - 1);
    }
  else
    {
      leaf = TRL_LEAF (trl_leaf_new ());
      g_signal_connect (leaf, "focused", G_CALLBACK (leaf_focused), leaves->board);
      g_signal_connect (leaf, "opened", G_CALLBACK (leaf_opened), leaves->board);
      gtk_widget_set_parent (GTK_WIDGET (leaf), GTK_WIDGET (leaves->board));
    }
  trl_leaf_set_id (leaf, id);
  g_hash_table_insert (leaves->active, g_strdup (id), leaf);
  return leaf;
}

/* "Tier Gold": what it is and what it is called; a name that says what it is says it once. */
static char *
name_card (TrlCard *card)
{
  const TrlEntry *entry = trl_card_get_kind_entry (card);
  const char *kind = trl_kind_get_label (trl_card_get_kind (card));
  const char *name = trl_card_get_name (card);

  if (*name == '\0' && entry != NULL)
    name = trl_entry_get_label (entry);
  if (*name == '\0')
    return g_strdup (kind);
  /* Translators: what a screen reader says: first a kind of card, then its name: "Tier Gold" */
  return g_strdup_printf (C_("card", "%s %s"), kind, name);
}

/* Counts what the review shows at a card, and gathers what it says. */
static guint
count_findings (TrlBoard *self,
                TrlCard  *card,
                GString  *texts,
                guint    *n_todo)
{
  const GPtrArray *findings = NULL;
  guint n = 0;

  *n_todo = 0;
  if (self->reviewer != NULL)
    findings = trl_reviewer_get_for_card (self->reviewer, trl_card_get_id (card));
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      if (trl_finding_get_kept (finding) != NULL)
        continue;
      if (trl_finding_get_severity (finding) <= TRL_SEVERITY_WARNING)
        n++;
      else
        *n_todo += 1;
      if (texts->len > 0)
        g_string_append_c (texts, ' ');
      g_string_append (texts, trl_finding_get_title (finding));
    }
  return n;
}

/* What the dots on a note say, unless people are still giving them. */
static void
append_dots (TrlBoard *self,
             TrlCard  *card,
             GString  *label)
{
  double votes = 0;
  g_autofree char *words = NULL;

  if (trl_card_get_kind (card) != TRL_KIND_NOTE || self->ballot.give != NULL)
    return;
  trl_card_get_number (card, TRL_NOTE_VOTES, &votes);
  if (votes < 1)
    return;
  words = g_strdup_printf (ngettext ("%u dot", "%u dots", (guint) votes), (guint) votes);
  g_string_append_printf (label, ", %s", words);
}

static void
describe_leaf (TrlLeaves *leaves,
               TrlLeaf   *leaf,
               TrlCard   *card)
{
  TrlBoard *self = leaves->board;
  TrlCard *motion = trl_blueprint_get_motion (self->blueprint, trl_card_get_id (card));
  g_autofree char *name = name_card (card);
  g_autoptr (GString) label = g_string_new (name);
  g_autoptr (GString) texts = g_string_new (NULL);
  guint n_todo, n_warnings = count_findings (self, card, texts, &n_todo);

  if (motion != NULL && motion != card)
    g_string_append_printf (label, ", %s", trl_card_get_name (motion));
  append_dots (self, card, label);
  if (n_warnings > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

      g_string_append_printf (label, ", %s", words);
    }
  else if (n_todo > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u open question", "%u open questions", n_todo), n_todo);

      g_string_append_printf (label, ", %s", words);
    }
  trl_leaf_describe (leaf, label->str, texts->str, n_warnings > 0,
                     trl_selection_contains (self->selection, trl_card_get_id (card)));
}

/* The cards that have a leaf now: what can be seen and read, and where the keyboard is. */
static GPtrArray *
list_leafy (TrlLeaves *leaves)
{
  TrlBoard *self = leaves->board;
  TrlRect seen = trl_camera_get_seen (&self->camera);
  g_autoptr (GPtrArray) boxes = NULL;
  GPtrArray *cards = g_ptr_array_new ();
  TrlLook look = trl_board_get_look (self);

  if (self->blueprint == NULL || self->camera.width <= 0)
    return cards;
  boxes = trl_board_list_cards (self, &seen);
  for (guint i = 0; i < boxes->len && cards->len < MOST_LEAVES; i++)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i);

      if (look < TRL_LOOK_BAND ? look == TRL_LOOK_FULL || box->depth == 0 : box->kind == TRL_BOX_HEADER)
        g_ptr_array_add (cards, box->card);
    }
  return cards;
}

/* The leaves whose cards are wanted no more. They are taken out first: what happens when one loses the keyboard can ask for
 * leaves again. */
static GPtrArray *
take_unwanted (TrlLeaves  *leaves,
               GHashTable *wanted)
{
  GPtrArray *unwanted = g_ptr_array_new ();
  const char *focused = trl_leaves_get_focused (leaves);
  GHashTableIter iter;
  gpointer id, leaf;

  g_hash_table_iter_init (&iter, leaves->active);
  while (g_hash_table_iter_next (&iter, &id, &leaf))
    {
      gboolean gone = leaves->board->blueprint == NULL || trl_blueprint_get (leaves->board->blueprint, id) == NULL;

      if (g_hash_table_contains (wanted, id) || (!gone && g_strcmp0 (id, focused) == 0))
        continue;
      g_ptr_array_add (unwanted, leaf);
      g_hash_table_iter_remove (&iter);
    }
  return unwanted;
}

static void
retire (TrlLeaves  *leaves,
        GHashTable *wanted)
{
  g_autoptr (GPtrArray) unwanted = take_unwanted (leaves, wanted);

  for (guint i = 0; i < unwanted->len; i++)
    {
      TrlLeaf *leaf = g_ptr_array_index (unwanted, i);

      if (gtk_widget_has_focus (GTK_WIDGET (leaf)))
        gtk_widget_grab_focus (GTK_WIDGET (leaves->board));
      trl_leaf_set_id (leaf, NULL);
      g_ptr_array_add (leaves->idle, leaf);
    }
}

static void
sync_leaves (TrlLeaves *leaves)
{
  g_autoptr (GPtrArray) cards = list_leafy (leaves);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *before = NULL;

  leaves->synced = leaves->board->camera;
  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (wanted, (gpointer) trl_card_get_id (g_ptr_array_index (cards, i)));
  retire (leaves, wanted);
  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      TrlLeaf *leaf = g_hash_table_lookup (leaves->active, trl_card_get_id (card));

      if (leaf == NULL)
        leaf = take_leaf (leaves, trl_card_get_id (card));
      describe_leaf (leaves, leaf, card);
      if (before == NULL ? gtk_widget_get_prev_sibling (GTK_WIDGET (leaf)) != NULL
                         : gtk_widget_get_prev_sibling (GTK_WIDGET (leaf)) != before)
        gtk_widget_insert_after (GTK_WIDGET (leaf), GTK_WIDGET (leaves->board), before);
      before = GTK_WIDGET (leaf);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (leaves->board));
}

static gboolean
sync_idle (gpointer user_data)
{
  TrlLeaves *leaves = user_data;

  leaves->source = 0;
  sync_leaves (leaves);
  return G_SOURCE_REMOVE;
}

/**
 * trl_leaves_update:
 * @leaves: a pool
 *
 * What is seen, or what is said of it, may be another: looks at it soon.
 */
void
trl_leaves_update (TrlLeaves *leaves)
{
  if (leaves != NULL && leaves->source == 0)
    leaves->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, sync_idle, leaves, NULL);
}

/**
 * trl_leaves_follow:
 * @leaves: a pool
 *
 * The camera moves. While it goes from frame to frame there is another to
 * come, and nobody reads what flies past: looks at it when it rests.
 */
void
trl_leaves_follow (TrlLeaves *leaves)
{
  g_clear_handle_id (&leaves->source, g_source_remove);
  leaves->source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, STILL_MS, sync_idle, leaves, NULL);
}

/* Screen size and place of a card, by translation only. */
static void
allocate_leaf (TrlLeaves *leaves,
               TrlLeaf   *leaf)
{
  TrlBoard *self = leaves->board;
  TrlRect rect = { 0, 0, 1, 1 };
  GtkAllocation allocation;

  if (trl_leaf_get_id (leaf) != NULL && trl_board_get_card_rect (self, trl_leaf_get_id (leaf), &rect))
    rect = trl_camera_rect_to_view (&self->camera, &rect);
  allocation = (GtkAllocation) { CLAMP (floor (rect.x), -30000, 30000), CLAMP (floor (rect.y), -30000, 30000),
                                 CLAMP (ceil (rect.width), 1, 30000), CLAMP (ceil (rect.height), 1, 30000) };
  gtk_widget_size_allocate (GTK_WIDGET (leaf), &allocation, -1);
}

/**
 * trl_leaves_allocate:
 * @leaves: a pool
 *
 * Puts the leaves where their cards are now. Called while the board is allocated.
 */
void
trl_leaves_allocate (TrlLeaves *leaves)
{
  GHashTableIter iter;
  gpointer leaf;
  int minimum;

  g_hash_table_iter_init (&iter, leaves->active);
  while (g_hash_table_iter_next (&iter, NULL, &leaf))
    {
      gtk_widget_measure (leaf, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      allocate_leaf (leaves, leaf);
    }
  if (!trl_camera_equal (&leaves->synced, &leaves->board->camera))
    trl_leaves_follow (leaves);
}

/**
 * trl_leaves_focus:
 * @leaves: a pool
 * @id: a card
 *
 * Brings the keyboard to a card, which gets a leaf when it has none.
 *
 * Returns: whether it is there
 */
gboolean
trl_leaves_focus (TrlLeaves  *leaves,
                  const char *id)
{
  TrlLeaf *leaf = g_hash_table_lookup (leaves->active, id);
  TrlRect rect;

  if (leaf == NULL)
    {
      if (!trl_board_get_card_rect (leaves->board, id, &rect))
        return FALSE;
      leaf = take_leaf (leaves, id);
      describe_leaf (leaves, leaf, trl_blueprint_get (leaves->board->blueprint, id));
      trl_leaves_update (leaves);
    }
  return gtk_widget_grab_focus (GTK_WIDGET (leaf));
}
