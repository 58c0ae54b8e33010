/* test-session.c: what a meeting needs: a timer, a round of dots, the list of what is open. */

#include "config.h"

#include "acts.h"
#include "board.h"
#include "open-items.h"
#include "support.h"
#include "timer.h"
#include "voting.h"

/* It runs to an end that is a colour and a word, said once, and can be given more time. */
static void
test_timer (void)
{
  TrlTimer *timer = g_object_ref_sink (TRL_TIMER (trl_timer_new ()));
  gint64 now = g_get_monotonic_time ();

  g_assert_cmpint (trl_timer_get_left (timer), ==, 0);
  g_assert_false (trl_timer_is_over (timer));
  trl_timer_start (timer, 3 * 60);
  g_assert_cmpint (trl_timer_get_left (timer), ==, 180);
  g_assert_cmpstr (trl_timer_get_words (timer), ==, "");
  trl_timer_look (timer, now + 130 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (trl_timer_get_left (timer), <=, 51);
  g_assert_cmpstr (trl_timer_get_words (timer), !=, "");
  g_assert_false (trl_timer_is_over (timer));
  trl_timer_look (timer, now + 200 * G_TIME_SPAN_SECOND);
  g_assert_true (trl_timer_is_over (timer));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (timer), "over"));
  g_assert_cmpstr (trl_timer_get_words (timer), ==, "Time is up");
  trl_timer_start (timer, 60);
  trl_timer_extend (timer, 60);
  g_assert_cmpint (trl_timer_get_left (timer), >, 60);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (timer), "over"));
  trl_timer_extend (timer, 200 * 60);
  g_assert_cmpint (trl_timer_get_left (timer), ==, 99 * 60 + 59);
  trl_timer_stop (timer);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (timer)));
  g_object_unref (timer);
}

static void
test_pause (void)
{
  TrlTimer *timer = g_object_ref_sink (TRL_TIMER (trl_timer_new ()));
  gint64 now = g_get_monotonic_time ();

  trl_timer_start (timer, 300);
  trl_timer_set_paused (timer, TRUE);
  trl_timer_look (timer, now + 1000 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (trl_timer_get_left (timer), ==, 300);
  trl_timer_extend (timer, 60);
  g_assert_cmpint (trl_timer_get_left (timer), ==, 360);
  trl_timer_set_paused (timer, FALSE);
  trl_timer_look (timer, now + 1000 * G_TIME_SPAN_SECOND);
  g_assert_true (trl_timer_is_over (timer));
  g_object_unref (timer);
}

static void
heard_cb (TrlTimer   *timer,
          const char *text,
          GPtrArray  *heard)
{
  g_ptr_array_add (heard, g_strdup (text));
}

/* It is told at five minutes, at one and at the end, once each, however often somebody looks. */
static void
test_told (void)
{
  TrlTimer *timer = g_object_ref_sink (TRL_TIMER (trl_timer_new ()));
  g_autoptr (GPtrArray) heard = g_ptr_array_new_with_free_func (g_free);
  static const char *expected[] = { "10 minutes left", "5 minutes left", "Last minute", "Time is up" };
  gint64 now;

  g_signal_connect (timer, "told", G_CALLBACK (heard_cb), heard);
  trl_timer_start (timer, 10 * 60);
  now = g_get_monotonic_time ();
  for (int second = 0; second <= 11 * 60; second++)
    trl_timer_look (timer, now + second * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (heard->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < heard->len; i++)
    g_assert_cmpstr (heard->pdata[i], ==, expected[i]);

  /* What people do to it is told too. */
  g_ptr_array_set_size (heard, 0);
  trl_timer_start (timer, 5 * 60);
  trl_timer_look (timer, now + 2 * G_TIME_SPAN_SECOND);
  trl_timer_set_paused (timer, TRUE);
  trl_timer_set_paused (timer, TRUE);
  g_assert_cmpuint (heard->len, ==, 2);
  g_assert_cmpstr (heard->pdata[0], ==, "5 minutes left");
  g_assert_cmpstr (heard->pdata[1], ==, "Paused");
  trl_timer_set_paused (timer, FALSE);
  trl_timer_extend (timer, 60);
  g_assert_cmpuint (heard->len, ==, 4);
  trl_timer_stop (timer);
  g_assert_cmpuint (heard->len, ==, 4);
  g_object_unref (timer);
}

static double
votes_of (TrlDesk    *desk,
          const char *id)
{
  double votes = 0;

  trl_card_get_number (trl_blueprint_get (trl_desk_get_blueprint (desk), id), TRL_NOTE_VOTES, &votes);
  return votes;
}

static char *
add_note (TrlDesk    *desk,
          const char *text)
{
  char *id = NULL;

  g_assert_true (trl_desk_commit (desk, trl_act_add_note (trl_desk_get_blueprint (desk), text, 0, 0, &id), NULL));
  trl_history_close_entry (trl_desk_get_history (desk));
  return id;
}

static void
count_cb (TrlDesk    *desk,
          const char *text,
          guint      *n)
{
  if (g_str_equal (text, "All dots are given"))
    (*n)++;
}

/* A round is a budget, nothing of the design and nothing of undo; revealed it is one entry. */
static void
test_voting (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  g_autofree char *a = add_note (desk, "A"), *b = add_note (desk, HOSTILE);
  GtkWidget *window = gtk_window_new (), *board = trl_board_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  TrlVoting *voting = TRL_VOTING (trl_voting_new (desk, TRL_BOARD (board)));
  GActionGroup *actions;
  guint n, n_refused = 0;

  trl_board_set_blueprint (TRL_BOARD (board), trl_desk_get_blueprint (desk));
  trl_board_set_history (TRL_BOARD (board), trl_desk_get_history (desk));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (voting));
  gtk_box_append (GTK_BOX (box), board);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  actions = trl_board_get_actions (TRL_BOARD (board));
  trl_selection_set_one (trl_board_get_selection (TRL_BOARD (board)), a);
  g_action_group_activate_action (actions, "add-dot", NULL);
  g_assert_cmpfloat (votes_of (desk, a), ==, 1);

  n = trl_history_get_n_undo (trl_desk_get_history (desk));
  trl_voting_start (voting, 2, 3);
  g_assert_cmpuint (trl_voting_get_left (voting), ==, 6);
  for (int i = 0; i < 5; i++)
    g_action_group_activate_action (actions, "add-dot", NULL);
  g_action_group_activate_action (actions, "remove-dot", NULL);
  g_assert_true (trl_voting_give (voting, b, 2));
  g_signal_connect (desk, "said", G_CALLBACK (count_cb), &n_refused);
  g_assert_false (trl_voting_give (voting, b, 1));
  g_assert_cmpuint (n_refused, ==, 1);     /* who gets no dot any more is told why */
  g_assert_false (trl_voting_give (voting, b, -3));
  settle ();
  g_assert_cmpuint (trl_voting_get_left (voting), ==, 0);
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, n);
  g_assert_cmpfloat (votes_of (desk, a), ==, 1);

  trl_voting_reveal (voting);
  settle ();
  g_assert_false (trl_voting_is_open (voting));
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, n + 1);
  g_assert_cmpfloat (votes_of (desk, a), ==, 5);
  g_assert_cmpfloat (votes_of (desk, b), ==, 2);
  undo (desk);
  g_assert_cmpfloat (votes_of (desk, a), ==, 1);
  g_assert_cmpfloat (votes_of (desk, b), ==, 0);

  /* Without a round, as ever. */
  g_action_group_activate_action (actions, "add-dot", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a screen reader calls the cards of a board, in one line. */
static char *
read_board (GtkWidget *board)
{
  GString *names = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (board); child != NULL; child = gtk_widget_get_next_sibling (child))
    for (guint dots = 0; dots < 20; dots++)
      {
        g_autofree char *a = g_strdup_printf (dots == 0 ? "Note A" : dots == 1 ? "Note A, 1 dot" : "Note A, %u dots", dots);

        g_autofree char *other = NULL;

        if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
          continue;
        other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, a);
        if (other == NULL)
          g_string_append (names, a);
      }
  return g_string_free (names, FALSE);
}

/* The board looks when it has come to rest what there is to be called; waits until it has another name, or any. */
static char *
read_board_anew (GtkWidget  *board,
                 const char *old)
{
  char *names;

  while (names = read_board (board), *names == '\0' || g_strcmp0 (names, old) == 0)
    {
      g_free (names);
      g_main_context_iteration (NULL, TRUE);
    }
  return names;
}

/* Until they are revealed nobody hears how many there are; the crash of a program loses none. */
static void
test_round (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  g_autofree char *a = add_note (desk, "A");
  GtkWidget *window = gtk_window_new (), *board = trl_board_new ();
  TrlVoting *voting = TRL_VOTING (g_object_ref_sink (trl_voting_new (desk, TRL_BOARD (board))));
  TrlVoting *other = TRL_VOTING (g_object_ref_sink (trl_voting_new (desk, NULL)));
  g_autofree char *before = NULL, *during = NULL, *after = NULL, *written = NULL, *again = NULL;

  trl_board_set_blueprint (TRL_BOARD (board), trl_desk_get_blueprint (desk));
  gtk_window_set_child (GTK_WINDOW (window), board);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (board) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  trl_voting_start (voting, 5, 3);
  settle ();
  before = read_board_anew (board, NULL);
  g_assert_cmpstr (before, ==, "Note A");
  g_assert_true (trl_voting_give (voting, a, 4));
  settle ();
  during = read_board (board);
  g_assert_cmpstr (during, ==, "Note A");

  written = trl_voting_write (voting);
  g_assert_true (trl_voting_resume (other, written));
  g_assert_cmpuint (trl_voting_get_left (other), ==, 11);
  g_assert_false (trl_voting_give (other, a, 12));    /* the budget goes on as well */
  again = trl_voting_write (other);
  g_assert_cmpstr (again, ==, written);
  trl_voting_stop (other);
  g_assert_null (trl_voting_write (other));
  g_assert_false (trl_voting_resume (other, "nonsense"));
  g_assert_false (trl_voting_resume (other, "(uint32 4000000000, {})"));
  g_assert_false (trl_voting_resume (other, NULL));

  trl_voting_reveal (voting);
  settle ();
  after = read_board_anew (board, "Note A");
  g_assert_cmpstr (after, ==, "Note A, 4 dots");
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (other);
  g_object_unref (voting);
}

static void
describe (TrlDesk    *desk,
          const char *id,
          int         kind,
          const char *owner,
          const char *due)
{
  TrlEdit *edit = trl_edit_new (trl_desk_get_blueprint (desk), "Describe");

  trl_edit_set_choice (edit, id, TRL_NOTE_KIND, kind);
  if (owner != NULL)
    trl_edit_set_text (edit, id, TRL_NOTE_OWNER, owner);
  if (due != NULL)
    trl_edit_set_text (edit, id, TRL_NOTE_DUE, due);
  g_assert_true (trl_desk_commit (desk, edit, NULL));
}

/* Overdue first; walking shows cards and changes nothing; resolving is one entry. */
static void
test_open (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  g_autofree char *idea = add_note (desk, "An idea"), *question = add_note (desk, "Why?"), *act = add_note (desk, HOSTILE);
  TrlOpenPanel *panel;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;
  guint n, n_undo;

  describe (desk, question, TRL_NOTE_QUESTION, "Ada", NULL);
  describe (desk, act, TRL_NOTE_ACTION, "Bo", "2001-02-03");
  items = trl_open_items_list (desk, "2026-01-01");
  g_assert_cmpuint (items->len, >, 3);
  g_assert_cmpstr (((TrlOpenItem *) items->pdata[0])->card, ==, act);
  g_assert_true (((TrlOpenItem *) items->pdata[0])->overdue);
  g_assert_cmpstr (((TrlOpenItem *) items->pdata[1])->card, ==, question);
  text = trl_open_items_write (items);
  g_assert_nonnull (strstr (text, "- [ ] **Question:** Why? — Ada\n"));
  g_assert_nonnull (strstr (text, "A \\& B \\<i\\>x"));
  g_assert_null (strstr (text, "An idea"));

  panel = g_object_ref_sink (TRL_OPEN_PANEL (trl_open_panel_new (desk)));
  n = trl_open_panel_get_n (panel);
  g_assert_cmpuint (n, ==, items->len);
  n_undo = trl_history_get_n_undo (trl_desk_get_history (desk));
  trl_open_panel_step (panel, 1);
  g_assert_cmpstr (trl_selection_get_only (trl_desk_get_selection (desk)), ==, act);
  trl_open_panel_step (panel, 1);
  g_assert_cmpstr (trl_selection_get_only (trl_desk_get_selection (desk)), ==, question);
  trl_open_panel_step (panel, -1);
  trl_open_panel_step (panel, -1);
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, n_undo);
  trl_open_panel_resolve (panel, 0);
  settle ();
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, n_undo + 1);
  g_assert_cmpuint (trl_open_panel_get_n (panel), ==, n - 1);
  undo (desk);
  settle ();
  g_assert_cmpuint (trl_open_panel_get_n (panel), ==, n);
  g_object_unref (panel);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/timer/runs out quietly and can be extended", test_timer);
  g_test_add_func ("/window/timer/stands still while paused", test_pause);
  g_test_add_func ("/window/timer/is told at five minutes, at one and at the end", test_told);
  g_test_add_func ("/window/voting/nobody hears dots before they are revealed, and none is lost", test_round);
  g_test_add_func ("/window/voting/a budget, hidden until revealed, outside undo", test_voting);
  g_test_add_func ("/window/open/overdue first, walked through, resolved", test_open);
  return g_test_run ();
}
