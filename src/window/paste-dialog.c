/* paste-dialog.c: a table that somebody pastes, as the cards that it will become.
 *
 * What is guessed can be chosen otherwise, and shows at once: each cell as it
 * was, with what cannot be read said beside it, and below the cards, painted
 * by the board that they will lie on. Nothing touches the design before Paste,
 * which is one edit. */

#define G_LOG_DOMAIN "paste-dialog"

#include "config.h"

#include "paste-dialog.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "board.h"
#include "cell-plan.h"
#include "scroller.h"
#include "voice.h"

#define COLUMN "trl-column"

/* So many rows are shown, and so many cards; all of them are pasted. */
#define ROWS  50
#define CARDS 48

/* How wide a row of shown cards is, and what a card takes of it, in board units. */
#define ROW_WIDTH 880.0
#define GAP       24.0

struct _TrlPasteDialog
{
  AdwWindow      parent_instance;

  TrlDesk       *desk;
  TrlCellPlan   *plan;
  char          *text;
  char          *target;
  double         x;
  double         y;

  GtkWidget     *kind;
  GtkWidget     *header;
  GtkWidget     *rest;
  GtkWidget     *grid;
  TrlBoard      *board;
  TrlBlueprint  *preview;
  char         **first;       /* what of it is looked at */
  guint          near_tick;
  GtkWidget     *sum;
  GtkWidget     *wrong;
  TrlVoice      *voice;
  gboolean       filling;     /* what changes is not a choice of somebody */
};

G_DEFINE_FINAL_TYPE (TrlPasteDialog, trl_paste_dialog, ADW_TYPE_WINDOW)

static guint
count_rows (TrlPasteDialog *self)
{
  return trl_cells_get_n_rows (trl_cell_plan_get_cells (self->plan)) - trl_cell_plan_get_first_row (self->plan);
}

/* Cells */

static GtkWidget *
make_cell (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (g_utf8_strlen (text, -1) > 24 || strchr (text, '\n') != NULL)
    gtk_widget_set_tooltip_text (label, text);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A cell that cannot be read says why. */
static GtkWidget *
make_checked_cell (TrlPasteDialog *self,
                   guint           row,
                   guint           column)
{
  const TrlCells *cells = trl_cell_plan_get_cells (self->plan);
  gboolean left_out = trl_cell_plan_get_column (self->plan, column) == 0;
  g_autofree char *problem = trl_cell_plan_check (self->plan, row, column);
  GtkWidget *cell = make_cell (trl_cells_get (cells, row, column), left_out ? "dim-label" : NULL);
  GtkWidget *box, *label;

  if (problem == NULL)
    return cell;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  label = gtk_label_new (problem);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "field-problem");
  gtk_box_append (GTK_BOX (box), cell);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void update (TrlPasteDialog *self);

static void
column_cb (GtkDropDown    *drop_down,
           GParamSpec     *pspec,
           TrlPasteDialog *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), COLUMN));
  guint target = gtk_drop_down_get_selected (drop_down);

  if (self->filling || target == GTK_INVALID_LIST_POSITION)
    return;
  trl_cell_plan_set_column (self->plan, column, target);
  update (self);
}

static GtkWidget *
make_choice (TrlPasteDialog *self,
             GtkStringList  *targets,
             guint           column)
{
  GtkExpression *words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (targets)), words);
  g_autofree char *name = NULL;

  if (trl_cell_plan_get_header (self->plan))
    /* Translators: %s is the heading of a column of a pasted table; the drop-down chooses what it becomes */
    name = g_strdup_printf (_("“%s” becomes"), trl_cells_get (trl_cell_plan_get_cells (self->plan), 0, column));
  else
    name = g_strdup_printf (_("Column %u becomes"), column + 1);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), trl_cell_plan_get_column (self->plan, column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (choice), COLUMN, GUINT_TO_POINTER (column));
  g_signal_connect (choice, "notify::selected", G_CALLBACK (column_cb), self);
  return choice;
}

/* Takes away what stands from a row of the grid on. */
static void
clear_grid (TrlPasteDialog *self,
            int             from)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (self->grid); child != NULL; child = next)
    {
      int row;

      next = gtk_widget_get_next_sibling (child);
      gtk_grid_query_child (GTK_GRID (self->grid), child, NULL, &row, NULL, NULL);
      if (row >= from)
        gtk_grid_remove (GTK_GRID (self->grid), child);
    }
}

/* The drop-downs over the columns; made anew when kind or header change. */
static void
fill_choices (TrlPasteDialog *self)
{
  g_autoptr (GtkStringList) targets = gtk_string_list_new (NULL);
  guint n_columns = trl_cells_get_n_columns (trl_cell_plan_get_cells (self->plan));

  for (guint i = 0; i < trl_cell_plan_get_n_targets (self->plan); i++)
    gtk_string_list_take (targets, trl_cell_plan_name_target (self->plan, i));
  clear_grid (self, 0);
  for (guint column = 0; column < n_columns; column++)
    gtk_grid_attach (GTK_GRID (self->grid), make_choice (self, targets, column), column, 0, 1, 1);
}

static void
fill_cells (TrlPasteDialog *self)
{
  const TrlCells *cells = trl_cell_plan_get_cells (self->plan);
  guint first = trl_cell_plan_get_first_row (self->plan);
  guint n_rows = MIN (count_rows (self), ROWS);
  guint n_columns = trl_cells_get_n_columns (cells);

  clear_grid (self, 1);
  for (guint column = 0; column < n_columns; column++)
    {
      if (first > 0)
        gtk_grid_attach (GTK_GRID (self->grid), make_cell (trl_cells_get (cells, 0, column), "table-head"), column, 1, 1, 1);
      for (guint row = 0; row < n_rows; row++)
        gtk_grid_attach (GTK_GRID (self->grid), make_checked_cell (self, first + row, column), column, row + 2, 1, 1);
    }
  if (count_rows (self) > n_rows)
    {
      guint more = count_rows (self) - n_rows;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more row", "and %u more rows", more), more);

      gtk_grid_attach (GTK_GRID (self->grid), make_cell (text, "dim-label"), 0, n_rows + 2, n_columns, 1);
    }
}

/* Cards */

static double
card_width (TrlKind kind)
{
  return kind == TRL_KIND_INCENTIVE ? 400 : kind == TRL_KIND_STEP ? 110 : 200;
}

/* Lays what lies free in rows, the first of which is looked at. */
static void
lay_preview (TrlPasteDialog *self,
             TrlEdit        *edit,
             GPtrArray      *cards)
{
  g_autoptr (GStrvBuilder) first = g_strv_builder_new ();
  TrlKind kind = trl_cell_plan_get_kind (self->plan);
  guint across = ROW_WIDTH / (card_width (kind) + GAP), n = 0;

  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);

      if (trl_card_get_kind (card) != kind)
        continue;
      trl_edit_set_number (edit, trl_card_get_id (card), trl_kind_get_x_member (kind), (n % across) * (card_width (kind) + GAP));
      trl_edit_set_number (edit, trl_card_get_id (card), trl_kind_get_y_member (kind), (n / across) * 240.0);
      if (n++ < across)
        g_strv_builder_add (first, trl_card_get_id (card));
    }
  g_strfreev (self->first);
  self->first = g_strv_builder_end (first);
}

/* Comes so near that the first row fills the width, as soon as there is a width. Metrics lie at the goal. */
static gboolean
come_near (GtkWidget     *board,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TrlPasteDialog *self = user_data;
  TrlSelection *selection = trl_board_get_selection (self->board);

  if (gtk_widget_get_width (board) == 0)
    return G_SOURCE_CONTINUE;
  self->near_tick = 0;
  if (self->first == NULL || *self->first == NULL || trl_cell_plan_get_kind (self->plan) == TRL_KIND_METRIC)
    return G_SOURCE_REMOVE;
  trl_selection_set (selection, (const char * const *) self->first);
  trl_board_fit_selection (self->board);
  trl_selection_clear (selection);
  return G_SOURCE_REMOVE;
}

static void
fill_preview (TrlPasteDialog *self)
{
  g_autoptr (TrlBlueprint) preview = trl_blueprint_new ();
  g_autoptr (GPtrArray) cards = trl_cell_plan_make_cards (self->plan, CARDS);
  g_autoptr (TrlEdit) edit = trl_act_paste_cards (preview, cards, NULL, 0, 0, NULL);
  TrlCard *root = trl_blueprint_get_root (trl_desk_get_blueprint (self->desk));

  if (edit != NULL)
    {
      trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_CURRENCY, trl_card_get_text (root, TRL_PROGRAM_CURRENCY));
      lay_preview (self, edit, cards);
      trl_edit_commit (edit);
    }
  trl_board_set_blueprint (self->board, preview);
  g_set_object (&self->preview, preview);
  if (self->near_tick == 0)
    self->near_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->board), come_near, self, NULL);
}

/* Where the rows go, asked of the act that takes them there. */
static char *
describe_place (TrlPasteDialog *self)
{
  g_autoptr (GPtrArray) cards = trl_cell_plan_make_cards (self->plan, 1);
  g_autofree char *id = NULL;
  g_autoptr (TrlEdit) edit = trl_act_paste_cards (trl_desk_get_blueprint (self->desk), cards, self->target, 0, 0, &id);
  TrlCard *card = edit != NULL ? trl_edit_get (edit, id) : NULL;
  TrlCard *parent = card != NULL ? trl_edit_get (edit, trl_card_get_parent (card)) : NULL;

  if (parent == NULL)
    return g_strdup ("");
  if (trl_card_get_kind (parent) == TRL_KIND_PROGRAM)
    return g_strdup (trl_slot_get_label (trl_card_get_slot (card)));
  return g_strdup_printf ("%s · %s", trl_card_get_name (parent), trl_slot_get_label (trl_card_get_slot (card)));
}

static guint
count_problems (TrlPasteDialog *self)
{
  const TrlCells *cells = trl_cell_plan_get_cells (self->plan);
  guint n = 0;

  for (guint row = trl_cell_plan_get_first_row (self->plan); row < trl_cells_get_n_rows (cells); row++)
    for (guint column = 0; column < trl_cells_get_n_columns (cells); column++)
      {
        g_autofree char *problem = trl_cell_plan_check (self->plan, row, column);

        n += problem != NULL;
      }
  return n;
}

static void
fill_sum (TrlPasteDialog *self)
{
  g_autofree char *place = describe_place (self);
  g_autofree char *cards = g_strdup_printf (ngettext ("%u card", "%u cards", count_rows (self)), count_rows (self));
  g_autofree char *sum = g_strdup_printf ("%s → %s", cards, place);
  guint n_wrong = count_problems (self);
  g_autofree char *wrong = n_wrong == 0 ? g_strdup ("")
    : g_strdup_printf (ngettext ("%u cell cannot be read", "%u cells cannot be read", n_wrong), n_wrong);

  gtk_label_set_text (GTK_LABEL (self->sum), sum);
  gtk_label_set_text (GTK_LABEL (self->wrong), wrong);
  trl_voice_say (self->voice, sum);
  trl_voice_say (self->voice, wrong);
}

static void
fill_rest (TrlPasteDialog *self)
{
  /* Translators: %s is a member of a card, "Source"; the cells are those of a pasted table */
  g_autofree char *label = g_strdup_printf (_("Keep cells that are left out or cannot be read in “%s”"),
                                            trl_member_get_label (trl_cell_plan_get_rest (self->plan)));

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->rest), label);
}

static void
update (TrlPasteDialog *self)
{
  fill_cells (self);
  fill_preview (self);
  fill_sum (self);
}

/* Another kind or other headings: everything but the focus is made anew. */
static void
refill (TrlPasteDialog *self)
{
  self->filling = TRUE;
  fill_choices (self);
  fill_rest (self);
  self->filling = FALSE;
  update (self);
}

/* Choices */

static void
kind_cb (TrlPasteDialog *self)
{
  guint n_kinds;
  const TrlKind *kinds = trl_cell_plan_list_kinds (&n_kinds);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (selected >= n_kinds || kinds[selected] == trl_cell_plan_get_kind (self->plan))
    return;
  trl_cell_plan_set_kind (self->plan, kinds[selected]);
  refill (self);
}

static void
header_cb (TrlPasteDialog *self)
{
  trl_cell_plan_set_header (self->plan, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->header)));
  refill (self);
}

static void
rest_cb (TrlPasteDialog *self)
{
  trl_cell_plan_set_keeps_rest (self->plan, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->rest)));
  update (self);
}

static void
commit (TrlPasteDialog *self,
        TrlEdit        *edit,
        const char     *id)
{
  trl_desk_commit (self->desk, edit, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
paste_cb (TrlPasteDialog *self)
{
  g_autoptr (GPtrArray) cards = trl_cell_plan_make_cards (self->plan, G_MAXUINT);
  g_autofree char *id = NULL;
  TrlEdit *edit = trl_act_paste_cards (trl_desk_get_blueprint (self->desk), cards, self->target, self->x, self->y, &id);

  if (edit != NULL)
    trl_edit_set_name (edit, _("Paste table"));
  commit (self, edit, id);
}

static void
lines_cb (TrlPasteDialog *self)
{
  g_auto (GStrv) ids = NULL;
  TrlEdit *edit = trl_act_paste_lines (trl_desk_get_blueprint (self->desk), self->text, self->x, self->y, NULL, NULL, &ids);

  commit (self, edit, ids != NULL ? ids[0] : NULL);
}

static void
trl_paste_dialog_dispose (GObject *object)
{
  TrlPasteDialog *self = TRL_PASTE_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->preview);
  G_OBJECT_CLASS (trl_paste_dialog_parent_class)->dispose (object);
}

static void
trl_paste_dialog_finalize (GObject *object)
{
  TrlPasteDialog *self = TRL_PASTE_DIALOG (object);

  g_clear_pointer (&self->plan, trl_cell_plan_free);
  g_strfreev (self->first);
  g_free (self->text);
  g_free (self->target);
  G_OBJECT_CLASS (trl_paste_dialog_parent_class)->finalize (object);
}

static void
trl_paste_dialog_class_init (TrlPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trl_paste_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_paste_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (TrlPasteDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *paste = gtk_button_new_with_mnemonic (_("_Paste"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (paste, "clicked", G_CALLBACK (paste_cb), self);
  gtk_widget_add_css_class (paste, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), paste);
  gtk_window_set_default_widget (GTK_WINDOW (self), paste);
  return header;
}

static GtkWidget *
make_choices (TrlPasteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new_with_mnemonic (_("_Each row becomes"));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_kinds;
  const TrlKind *kinds = trl_cell_plan_list_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    gtk_string_list_append (names, trl_kind_get_label (kinds[i]));
  self->kind = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), self->kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Each row becomes"), -1);
  self->header = gtk_check_button_new_with_mnemonic (_("The _first row names the columns"));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->kind);
  gtk_box_append (GTK_BOX (box), self->header);
  return box;
}

static GtkWidget *
make_foot (TrlPasteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_button_new_with_mnemonic (_("A Note for Each _Line Instead"));

  self->sum = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  self->wrong = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, NULL);
  self->voice = TRL_VOICE (trl_voice_new ());
  gtk_label_set_ellipsize (GTK_LABEL (self->sum), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->sum, "heading");
  gtk_widget_add_css_class (self->wrong, "field-problem");
  g_signal_connect_swapped (lines, "clicked", G_CALLBACK (lines_cb), self);
  gtk_box_append (GTK_BOX (box), self->sum);
  gtk_box_append (GTK_BOX (box), self->wrong);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->voice));
  return box;
}

static GtkWidget *
make_table (TrlPasteDialog *self)
{
  GtkWidget *scroller = trl_scroller_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->grid, "paste-grid");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, -1, 120);
  return scroller;
}

static void
trl_paste_dialog_init (TrlPasteDialog *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *frame = gtk_frame_new (NULL);

  self->board = TRL_BOARD (trl_board_new ());
  trl_board_set_read_only (self->board, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->board), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The cards that the rows become"), -1);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->board));
  gtk_widget_add_css_class (frame, "board-page");
  gtk_widget_add_css_class (box, "paste-page");

  gtk_box_append (GTK_BOX (page), make_header (self));
  gtk_box_append (GTK_BOX (page), box);
  gtk_box_append (GTK_BOX (box), make_choices (self));
  self->rest = gtk_check_button_new ();
  gtk_box_append (GTK_BOX (box), self->rest);
  gtk_paned_set_start_child (GTK_PANED (paned), make_table (self));
  gtk_paned_set_end_child (GTK_PANED (paned), frame);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 260);
  gtk_paned_set_wide_handle (GTK_PANED (paned), TRUE);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (box), paned);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self), page);
}

static void
start (TrlPasteDialog *self)
{
  guint n_kinds;
  const TrlKind *kinds = trl_cell_plan_list_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i] == trl_cell_plan_get_kind (self->plan))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), i);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->header), trl_cell_plan_get_header (self->plan));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->rest), trl_cell_plan_get_keeps_rest (self->plan));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
  g_signal_connect_swapped (self->header, "toggled", G_CALLBACK (header_cb), self);
  g_signal_connect_swapped (self->rest, "toggled", G_CALLBACK (rest_cb), self);
  refill (self);
}

/**
 * trl_paste_dialog_new:
 * @parent: the window of the design
 * @desk: its desk
 * @cells: (transfer full): the table
 * @text: the text that it was read from
 * @target: (nullable): the card on which it was put
 * @x: where what has no other place goes, in board units
 * @y: the same, downwards
 *
 * Asks what the rows of a table are, and pastes them.
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
trl_paste_dialog_new (GtkWindow  *parent,
                      TrlDesk    *desk,
                      TrlCells   *cells,
                      const char *text,
                      const char *target,
                      double      x,
                      double      y)
{
  TrlPasteDialog *self;

  g_return_val_if_fail (TRL_IS_DESK (desk) && cells != NULL && text != NULL, NULL);

  self = g_object_new (TRL_TYPE_PASTE_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                       "title", _("Paste a Table"), "default-width", 900, "default-height", 720, NULL);
  self->desk = g_object_ref (desk);
  self->plan = trl_cell_plan_new (cells, trl_desk_get_blueprint (desk));
  self->text = g_strdup (text);
  self->target = g_strdup (target);
  self->x = x;
  self->y = y;
  start (self);
  return GTK_WIDGET (self);
}
