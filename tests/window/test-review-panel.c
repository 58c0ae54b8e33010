/* test-review-panel.c: the review beside the board, the five decisions, and presenting. */

#include "config.h"

#include "acts.h"
#include "decisions.h"
#include "finding-card.h"
#include "inspector.h"
#include "presenter.h"
#include "review-panel.h"
#include "strip.h"
#include "support.h"

static TrlFinding *
first_open (TrlDesk *desk)
{
  const GPtrArray *findings = trl_reviewer_get_findings (trl_desk_get_reviewer (desk));

  for (guint i = 0; i < findings->len; i++)
    if (trl_finding_get_kept (g_ptr_array_index (findings, i)) == NULL &&
        trl_finding_get_severity (g_ptr_array_index (findings, i)) != TRL_SEVERITY_TODO)
      return g_ptr_array_index (findings, i);
  return NULL;
}

static guint
count_cards (GtkWidget *root)
{
  guint n = TRL_IS_FINDING_CARD (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_cards (child);
  return n;
}

/* Declares everything decided, so that what is not there yet is worth a warning. */
static void
decide_all (TrlDesk *desk)
{
  for (int decision = 0; decision < TRL_N_DECISION_CHOICES; decision++)
    {
      trl_decisions_set (desk, "m", decision, TRL_DECIDED_DECIDED);
      trl_decisions_set (desk, TRL_ROOT_ID, decision, TRL_DECIDED_DECIDED);
    }
}

/* Each finding has one card, also after changes, and one that stays keeps its card. */
static void
test_cards (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *panel = g_object_ref_sink (trl_review_panel_new (desk, NULL));
  GtkWidget *card;
  const GPtrArray *findings;

  decide_all (desk);
  trl_review_panel_update (TRL_REVIEW_PANEL (panel));
  findings = trl_reviewer_get_findings (trl_desk_get_reviewer (desk));
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_cmpuint (count_cards (panel), ==, findings->len);

  card = find_widget (panel, TRL_TYPE_FINDING_CARD);
  trl_desk_commit (desk, trl_act_add_note (trl_desk_get_blueprint (desk), HOSTILE, 0, 0, NULL), NULL);
  trl_review_panel_update (TRL_REVIEW_PANEL (panel));
  g_assert_true (find_widget (panel, TRL_TYPE_FINDING_CARD) == card);
  g_object_unref (panel);
}

/* F8 selects what a finding is about, round and round. */
static void
test_step (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *panel = g_object_ref_sink (trl_review_panel_new (desk, NULL));
  guint before = trl_history_get_n_undo (trl_desk_get_history (desk));
  guint n = count_cards (panel);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < 2 * n + 1; i++)
    trl_review_panel_step (TRL_REVIEW_PANEL (panel), i % 3 == 0 ? -1 : 1);
  /* Looking is no edit. */
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, before);
  g_object_unref (panel);
}

static void
test_keep (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *panel = g_object_ref_sink (trl_review_panel_new (desk, NULL));
  TrlFinding *finding;
  guint open;

  decide_all (desk);
  trl_review_panel_update (TRL_REVIEW_PANEL (panel));
  open = trl_review_panel_get_n_open (TRL_REVIEW_PANEL (panel));
  finding = first_open (desk);
  g_assert_nonnull (finding);
  trl_desk_commit (desk, trl_act_keep (trl_desk_get_blueprint (desk), trl_finding_get_rule (finding)->id,
                                       trl_finding_get_cards (finding), HOSTILE, "Mara", "2026-11-23",
                                       trl_finding_get_fingerprint (finding)), NULL);
  trl_review_panel_update (TRL_REVIEW_PANEL (panel));
  g_assert_cmpuint (trl_review_panel_get_n_open (TRL_REVIEW_PANEL (panel)), ==, open - 1);
  undo (desk);
  g_assert_cmpuint (trl_review_panel_get_n_open (TRL_REVIEW_PANEL (panel)), ==, open);
  g_object_unref (panel);
}

static void
count_cb (GtkWidget *widget,
          guint     *n)
{
  (*n)++;
}

static void
spoke_cb (GtkLabel   *label,
          GParamSpec *property,
          guint      *n)
{
  (*n)++;
}

typedef struct
{
  TrlDesk    *desk;
  GtkEntry   *entry;
  const char *left;
} Typist;

/* A key every 40 ms, as people type who know what they write; each is a commit. */
static gboolean
type_cb (gpointer user_data)
{
  Typist *typist = user_data;
  GtkEditable *editable = GTK_EDITABLE (typist->entry);
  TrlBlueprint *blueprint = trl_desk_get_blueprint (typist->desk);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Type");
  int at = -1;

  if (*typist->left == '\0')
    return G_SOURCE_REMOVE;
  gtk_editable_insert_text (editable, typist->left++, 1, &at);
  trl_edit_set_text (edit, "i1", TRL_INCENTIVE_NAME, gtk_editable_get_text (editable));
  g_assert_true (trl_edit_commit (edit));
  return G_SOURCE_CONTINUE;
}

/* While somebody types the list holds still; half a second after the last key it follows, once. */
static void
test_typing (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panel = trl_review_panel_new (desk, NULL), *entry = gtk_entry_new ();
  GtkWidget *sum = gtk_widget_get_first_child (panel);
  Typist typist = { desk, GTK_ENTRY (entry), "Registration bounty" };
  guint n_changed = 0, n_spoken = 0, n_cards;
  gint64 last;

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), panel);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (entry);
  decide_all (desk);
  trl_review_panel_update (TRL_REVIEW_PANEL (panel));
  settle ();
  n_cards = count_cards (panel);
  g_assert_cmpuint (n_cards, >, 0);
  g_signal_connect (panel, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect (sum, "notify::label", G_CALLBACK (spoke_cb), &n_spoken);

  g_timeout_add (40, type_cb, &typist);
  while (*typist.left != '\0')
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (n_changed, ==, 0);
      g_assert_cmpuint (count_cards (panel), ==, n_cards);
    }
  last = g_get_monotonic_time ();
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("settled after %d ms", (int) ((g_get_monotonic_time () - last) / 1000));
  settle ();
  g_assert_cmpuint (n_changed, ==, 1);
  /* As many findings as before, with another name in them: there is nothing to say. */
  g_assert_cmpuint (n_spoken, ==, 0);

  /* A click is no typing: what it brings is there before the next frame, and is spoken once. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  trl_desk_commit (desk, trl_finding_keep (first_open (desk), trl_desk_get_blueprint (desk), "We know", NULL, NULL), NULL);
  while (n_changed == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_spoken, ==, 1);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (sum)), "1 kept"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* To-dos are no warnings, nowhere. */
static void
test_todos (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *panel = g_object_ref_sink (trl_review_panel_new (desk, NULL));
  const char *sum = gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (panel)));
  TrlReviewer *reviewer = trl_desk_get_reviewer (desk);
  guint n_todos = trl_reviewer_count (reviewer, NULL, -1, TRL_SEVERITY_TODO);
  g_autofree char *open = g_strdup_printf (" %u still open", n_todos);

  g_assert_cmpuint (n_todos, >, 0);
  g_assert_nonnull (strstr (sum, open));
  g_assert_cmpuint (trl_review_panel_get_n_open (TRL_REVIEW_PANEL (panel)) + n_todos, ==,
                    trl_reviewer_get_findings (reviewer)->len);
  g_object_unref (panel);
}

/* The button of a fix, by the beginning of what it says. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  const char *own = GTK_IS_BUTTON (root) ? gtk_button_get_label (GTK_BUTTON (root)) : NULL;

  if (own != NULL && g_str_has_prefix (own, label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static double
get_months (TrlDesk *desk)
{
  double months = 0;

  trl_card_get_number (trl_blueprint_get (trl_desk_get_blueprint (desk), "i1"), TRL_INCENTIVE_MONTHS, &months);
  return months;
}

static void
pay_for_ever (TrlDesk *desk)
{
  TrlEdit *edit = trl_edit_new (trl_desk_get_blueprint (desk), "Pay for ever");
  const char *rate = trl_edit_insert (edit, TRL_KIND_RATE, "i1", TRL_SLOT_RATES, TRL_END);

  trl_edit_set_entry (edit, "i1", TRL_INCENTIVE_KIND, TRL_INCENTIVES_RECURRING);
  trl_edit_set_number (edit, rate, TRL_RATE_VALUE, 20);
  trl_edit_set_text (edit, rate, TRL_RATE_UNIT, "%");
  g_assert_true (trl_desk_commit (desk, edit, NULL));
  trl_history_close_entry (trl_desk_get_history (desk));
}

/* A number that a fix brings is only proposed: all of it is selected, and what is typed next takes its place. The fix is one
 * entry, and what is typed another. */
static void
test_proposal (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *panel = trl_review_panel_new (desk, NULL), *inspector = trl_inspector_new (desk), *focus, *button;
  int from, to, at = 0;
  guint before;
  double proposed;

  pay_for_ever (desk);
  trl_review_panel_update (TRL_REVIEW_PANEL (panel));
  gtk_box_append (GTK_BOX (box), panel);
  gtk_box_append (GTK_BOX (box), inspector);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  before = trl_history_get_n_undo (trl_desk_get_history (desk));
  button = find_button (panel, "For ");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  proposed = get_months (desk);
  g_assert_cmpfloat (proposed, >, 0);
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, before + 1);
  g_assert_cmpstr (trl_selection_get_only (trl_desk_get_selection (desk)), ==, "i1");

  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, trl_inspector_get_field (TRL_INSPECTOR (inspector), TRL_INCENTIVE_MONTHS)));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &from, &to));
  g_assert_cmpint (from, ==, 0);
  g_assert_cmpint (to, ==, (int) strlen (gtk_editable_get_text (GTK_EDITABLE (focus))));
  g_assert_cmpfloat (g_ascii_strtod (gtk_editable_get_text (GTK_EDITABLE (focus)), NULL), ==, proposed);

  gtk_editable_delete_selection (GTK_EDITABLE (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), "31", 2, &at);
  g_assert_cmpfloat (get_months (desk), ==, 31);
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, before + 2);
  undo (desk);
  g_assert_cmpfloat (get_months (desk), ==, proposed);
  undo (desk);
  g_assert_cmpfloat (get_months (desk), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_decisions (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *strip = g_object_ref_sink (trl_strip_new (desk));
  TrlProgress progress;

  trl_decisions_get_progress (desk, TRL_DECISION_TIERS, &progress);
  g_assert_cmpuint (progress.owners, ==, 1);
  g_assert_false (trl_progress_is_decided (&progress));
  g_assert_true (trl_decisions_set (desk, "m", TRL_DECISION_TIERS, TRL_DECIDED_DECIDED));
  trl_decisions_get_progress (desk, TRL_DECISION_TIERS, &progress);
  g_assert_true (trl_progress_is_decided (&progress));
  trl_strip_update (TRL_STRIP (strip));
  undo (desk);
  trl_decisions_get_progress (desk, TRL_DECISION_TIERS, &progress);
  g_assert_false (trl_progress_is_decided (&progress));
  g_object_unref (strip);
}

static int
strip_width (GtkWidget *strip)
{
  int natural;

  gtk_widget_measure (strip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The strip takes the room that it has: names, then numerals, then signs, and all of it again. */
static void
test_strip_room (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *strip = g_object_ref_sink (trl_strip_new (desk));
  int full = strip_width (strip);
  int names, numerals;

  trl_strip_set_available (TRL_STRIP (strip), full - 1);
  names = strip_width (strip);
  g_assert_cmpint (names, <, full);
  trl_strip_set_available (TRL_STRIP (strip), names - 1);
  numerals = strip_width (strip);
  g_assert_cmpint (numerals, <, names);
  g_assert_cmpint (numerals, <, 480);
  trl_strip_set_available (TRL_STRIP (strip), 1);
  g_assert_cmpint (strip_width (strip), <, numerals);
  trl_strip_set_available (TRL_STRIP (strip), full);
  g_assert_cmpint (strip_width (strip), ==, full);
  g_object_unref (strip);
}

/* Goal, board, each motion, review; and back to what was selected. */
static void
test_presenter (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *widget = g_object_ref_sink (trl_presenter_new (desk, NULL));
  TrlPresenter *presenter = TRL_PRESENTER (widget);

  g_assert_cmpint (trl_presenter_get_n_slides (presenter), ==, 4);
  g_assert_false (trl_presenter_handle_key (presenter, GDK_KEY_Right, 0));
  trl_selection_set_one (trl_desk_get_selection (desk), "t2");
  trl_presenter_start (presenter);
  g_assert_cmpuint (trl_selection_get_n (trl_desk_get_selection (desk)), ==, 0);
  g_assert_true (trl_presenter_handle_key (presenter, GDK_KEY_Right, 0));
  g_assert_cmpint (trl_presenter_get_slide (presenter), ==, 1);
  g_assert_true (trl_presenter_handle_key (presenter, GDK_KEY_End, 0));
  g_assert_true (trl_presenter_handle_key (presenter, GDK_KEY_Page_Down, 0));
  g_assert_cmpint (trl_presenter_get_slide (presenter), ==, 3);
  g_assert_true (trl_presenter_handle_key (presenter, GDK_KEY_2, 0));
  g_assert_cmpint (trl_presenter_get_slide (presenter), ==, 1);
  g_assert_false (trl_presenter_handle_key (presenter, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (trl_presenter_handle_key (presenter, GDK_KEY_Escape, 0));
  g_assert_false (trl_presenter_is_active (presenter));
  g_assert_cmpstr (trl_selection_get_only (trl_desk_get_selection (desk)), ==, "t2");
  g_object_unref (widget);
}

/* What lies over the board says something, also when nothing is written and nothing is open yet. */
static void
test_no_empty_slide (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autoptr (TrlSelection) selection = trl_selection_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlDesk) desk = trl_desk_new (blueprint, history, selection, reviewer);
  GtkWidget *widget = g_object_ref_sink (trl_presenter_new (desk, NULL));
  TrlPresenter *presenter = TRL_PRESENTER (widget);

  trl_presenter_start (presenter);
  for (int slide = 0; slide < trl_presenter_get_n_slides (presenter); slide++)
    {
      GtkWidget *label;

      trl_presenter_go (presenter, slide);
      label = gtk_widget_get_visible (widget) ? find_widget (widget, GTK_TYPE_LABEL) : NULL;
      g_assert_true (slide == 1 || label != NULL);   /* the second is the board itself, which asks its first question */
      g_assert_true (label == NULL || *gtk_label_get_text (GTK_LABEL (label)) != '\0');
    }
  g_object_unref (widget);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/review-panel/one card a finding", test_cards);
  g_test_add_func ("/window/review-panel/F8 looks and changes nothing", test_step);
  g_test_add_func ("/window/review-panel/a kept finding is not open", test_keep);
  g_test_add_func ("/window/review-panel/holds still while typing", test_typing);
  g_test_add_func ("/window/review-panel/a to-do is no warning", test_todos);
  g_test_add_func ("/window/review-panel/a proposed number waits to be typed over", test_proposal);
  g_test_add_func ("/window/decisions/declared and taken back", test_decisions);
  g_test_add_func ("/window/strip/says what there is room for", test_strip_room);
  g_test_add_func ("/window/presenter/there and back", test_presenter);
  g_test_add_func ("/window/presenter/no slide is empty", test_no_empty_slide);
  return g_test_run ();
}
