/* test-tools.c: gestures as plain events, without a display. */

#include "config.h"

#include "design.h"
#include "history.h"
#include "links.h"
#include "tools/toolbox.h"
#include "writer.h"

#include <math.h>

typedef struct
{
  Design        design;
  TrlBlueprint *blueprint;
  TrlHistory   *history;
  TrlSelection *selection;
  TrlLayout    *layout;
  TrlCamera     camera;
  TrlToolbox    box;
  guint         n_commits;
  guint         listener;
  char         *hint;
  char         *edited;
  double        panned;
} Table;

static gboolean
table_commit (TrlToolbox *box,
              TrlEdit    *edit,
              const char *select,
              gpointer    data)
{
  Table *table = data;
  g_autoptr (TrlEdit) own = edit;
  gboolean changed = trl_edit_commit (own);

  if (changed)
    table->n_commits++;
  if (changed && select != NULL)
    trl_selection_set_one (table->selection, select);
  return changed;
}

static void
table_edit (TrlToolbox *box,
            const char *id,
            TrlMember   member,
            gpointer    data)
{
  Table *table = data;

  g_free (table->edited);
  table->edited = g_strdup (id);
}

static void
table_pan (TrlToolbox *box,
           double      dx,
           double      dy,
           gpointer    data)
{
  Table *table = data;

  trl_camera_pan (&table->camera, dx, dy);
  table->panned += ABS (dx) + ABS (dy);
}

static void
table_hint (TrlToolbox *box,
            const char *hint,
            gpointer    data)
{
  Table *table = data;

  g_free (table->hint);
  table->hint = g_strdup (hint);
}

static const TrlToolHost table_host = { table_commit, table_edit, table_pan, table_hint };

static void
relay (TrlBlueprint    *blueprint,
       const TrlChange *change,
       gpointer         user_data)
{
  Table *table = user_data;

  trl_layout_update (table->layout, blueprint, change);
}

static void
table_set_up (Table         *table,
              gconstpointer  data)
{
  TrlLayoutOptions options = { .room = FALSE };
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);

  table->blueprint = design_new (&table->design);
  table->history = trl_history_new (table->blueprint);
  table->selection = trl_selection_new ();
  table->layout = trl_layout_new (measure, &options);
  trl_layout_rebuild (table->layout, table->blueprint);
  table->listener = trl_blueprint_listen (table->blueprint, TRL_STAGE_BOARD, relay, table);
  trl_camera_init (&table->camera);
  table->camera.width = 1400;
  table->camera.height = 900;
  table->camera.scale = 0.8;
  table->camera.x = -50;
  table->camera.y = 20;
  trl_toolbox_init (&table->box);
  table->box.blueprint = table->blueprint;
  table->box.layout = table->layout;
  table->box.selection = table->selection;
  table->box.camera = &table->camera;
  table->box.host = &table_host;
  table->box.host_data = table;
}

static void
table_tear_down (Table         *table,
                 gconstpointer  data)
{
  trl_toolbox_clear (&table->box);
  trl_blueprint_unlisten (table->blueprint, table->listener);
  trl_layout_free (table->layout);
  g_object_unref (table->selection);
  g_object_unref (table->history);
  g_assert_finalize_object (table->blueprint);
  design_clear (&table->design);
  g_free (table->hint);
  g_free (table->edited);
}

static TrlToolEvent
at (Table   *table,
    double   x,
    double   y,
    TrlHold  hold)
{
  return (TrlToolEvent) { trl_camera_to_view (&table->camera, (TrlScenePoint) { x, y }), 1, 1, hold };
}

static void
press (Table  *table,
       double  x,
       double  y,
       TrlHold hold)
{
  TrlToolEvent event = at (table, x, y, hold);

  g_assert_true (trl_toolbox_press (&table->box, &event));
}

/* Goes there in steps, as a hand does. */
static void
go (Table   *table,
    double   x,
    double   y,
    TrlHold  hold)
{
  TrlScenePoint from = trl_camera_to_scene (&table->camera, table->box.last.view);

  for (int step = 1; step <= 10; step++)
    {
      TrlToolEvent event = at (table, from.x + (x - from.x) * step / 10, from.y + (y - from.y) * step / 10, hold);

      trl_toolbox_motion (&table->box, &event);
    }
}

static void
let_go (Table   *table,
        double   x,
        double   y,
        TrlHold  hold)
{
  TrlToolEvent event = at (table, x, y, hold);

  trl_toolbox_release (&table->box, &event);
}

/* A place on a card where nothing else lies: its name. */
static TrlScenePoint
grip (Table      *table,
      const char *id)
{
  const TrlBox *box = trl_layout_find (table->layout, id);

  g_assert_nonnull (box);
  return (TrlScenePoint) { box->rect.x + MIN (12, box->rect.width / 4), box->rect.y + MIN (10, box->rect.height / 4) };
}

static TrlScenePoint
middle (const TrlBox *box)
{
  g_assert_nonnull (box);
  return (TrlScenePoint) { box->rect.x + box->rect.width / 2, box->rect.y + box->rect.height / 2 };
}

static TrlScenePoint
bare (Table *table)
{
  TrlRect bounds = trl_layout_get_bounds (table->layout);

  return (TrlScenePoint) { bounds.x + bounds.width + 200, bounds.y + bounds.height + 200 };
}

static void
drag (Table         *table,
      TrlScenePoint  from,
      TrlScenePoint  to)
{
  press (table, from.x, from.y, 0);
  go (table, to.x, to.y, 0);
  let_go (table, to.x, to.y, 0);
}

static void
click (Table        *table,
       TrlScenePoint point,
       TrlHold       hold)
{
  press (table, point.x, point.y, hold);
  let_go (table, point.x, point.y, hold);
}

static const char *
parent_of (Table      *table,
           const char *id)
{
  return trl_card_get_parent (trl_blueprint_get (table->blueprint, id));
}

static void
test_click (Table         *table,
            gconstpointer  data)
{
  click (table, grip (table, table->design.gold), 0);
  g_assert_cmpstr (trl_selection_get_only (table->selection), ==, table->design.gold);
  click (table, grip (table, table->design.silver), TRL_HOLD_SHIFT);
  g_assert_cmpuint (trl_selection_get_n (table->selection), ==, 2);
  click (table, grip (table, table->design.gold), TRL_HOLD_SHIFT);
  g_assert_cmpstr (trl_selection_get_only (table->selection), ==, table->design.silver);
  click (table, bare (table), 0);
  g_assert_cmpuint (trl_selection_get_n (table->selection), ==, 0);
  g_assert_cmpuint (table->n_commits, ==, 0);
}

static void
test_shaky_click (Table         *table,
                  gconstpointer  data)
{
  TrlScenePoint point = grip (table, table->design.gold);

  press (table, point.x, point.y, 0);
  go (table, point.x + 5, point.y + 4, 0);
  g_assert_false (trl_toolbox_is_busy (&table->box));
  let_go (table, point.x + 5, point.y + 4, 0);
  g_assert_cmpstr (trl_selection_get_only (table->selection), ==, table->design.gold);
  g_assert_cmpuint (table->n_commits, ==, 0);
}

static void
test_band (Table         *table,
           gconstpointer  data)
{
  const TrlBox *frame = trl_layout_find (table->layout, table->design.agency);
  const TrlBox *gold = trl_layout_find (table->layout, table->design.gold);
  TrlScenePoint end = middle (gold);

  /* From the ground of the frame: it touches tiers and does not hold the frame. */
  press (table, frame->rect.x + 4, gold->rect.y - 6, 0);
  go (table, end.x, end.y, 0);
  g_assert_true (trl_selection_contains (table->selection, table->design.gold));
  g_assert_false (trl_selection_contains (table->selection, table->design.agency));
  let_go (table, end.x, end.y, 0);
  g_assert_true (trl_selection_contains (table->selection, table->design.gold));

  /* Round the frame: the frame, without all that lies in it. */
  press (table, frame->rect.x + frame->rect.width + 6, frame->rect.y + frame->rect.height + 6, 0);
  go (table, frame->rect.x - 6, frame->rect.y - 6, 0);
  let_go (table, frame->rect.x - 6, frame->rect.y - 6, 0);
  g_assert_true (trl_selection_contains (table->selection, table->design.agency));
  g_assert_false (trl_selection_contains (table->selection, table->design.gold));
  g_assert_cmpuint (table->n_commits, ==, 0);
}

static void
test_band_cancel (Table         *table,
                  gconstpointer  data)
{
  const TrlBox *frame = trl_layout_find (table->layout, table->design.agency);

  click (table, grip (table, table->design.note), 0);
  press (table, frame->rect.x + frame->rect.width + 6, frame->rect.y + frame->rect.height + 6, TRL_HOLD_SHIFT);
  go (table, frame->rect.x - 6, frame->rect.y - 6, TRL_HOLD_SHIFT);
  g_assert_cmpuint (trl_selection_get_n (table->selection), >, 1);
  g_assert_true (trl_toolbox_cancel (&table->box));
  g_assert_cmpstr (trl_selection_get_only (table->selection), ==, table->design.note);
}

static void
test_move_to_motion (Table         *table,
                     gconstpointer  data)
{
  const TrlBox *slot = trl_layout_find_slot (table->layout, table->design.agency, TRL_SLOT_INCENTIVES);
  g_autofree char *before = trl_writer_write (table->blueprint, NULL);
  g_autofree char *after = NULL;
  TrlScenePoint there = middle (slot);
  TrlScenePoint from = grip (table, table->design.credit);

  press (table, from.x, from.y, 0);
  go (table, there.x, there.y, 0);
  g_assert_cmpint (table->box.current, ==, TRL_TOOL_CARRY);
  g_assert_true (table->box.carry.place.lawful);
  g_assert_nonnull (strstr (table->hint, trl_slot_get_label (TRL_SLOT_INCENTIVES)));
  g_assert_cmpuint (table->n_commits, ==, 0);
  let_go (table, there.x, there.y, 0);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpuint (trl_history_get_n_undo (table->history), ==, 1);
  g_assert_cmpstr (parent_of (table, table->design.credit), ==, table->design.agency);
  g_assert_null (table->hint);

  trl_change_unref (trl_history_undo (table->history));
  after = trl_writer_write (table->blueprint, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* Law E5. */
static void
test_escape (Table         *table,
             gconstpointer  data)
{
  const char *ids[] = { table->design.credit, table->design.gold, table->design.note, table->design.criterion, table->design.step };
  g_autofree char *before = trl_writer_write (table->blueprint, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TrlScenePoint from = grip (table, ids[i]);
      TrlScenePoint to = middle (trl_layout_find (table->layout, table->design.blank));
      g_autofree char *after = NULL;

      press (table, from.x, from.y, 0);
      go (table, to.x, to.y, 0);
      g_assert_true (trl_toolbox_is_busy (&table->box));
      g_assert_true (trl_toolbox_cancel (&table->box));
      let_go (table, to.x, to.y, 0);
      after = trl_writer_write (table->blueprint, NULL);
      g_assert_cmpstr (after, ==, before);
      g_assert_null (table->hint);
    }
  g_assert_cmpuint (table->n_commits, ==, 0);
  g_assert_false (trl_history_can_undo (table->history));
}

static void
test_refusal (Table         *table,
              gconstpointer  data)
{
  TrlScenePoint from = grip (table, table->design.criterion);
  TrlScenePoint to = middle (trl_layout_find_slot (table->layout, table->design.technology, TRL_SLOT_INCENTIVES));

  press (table, from.x, from.y, 0);
  go (table, to.x, to.y, 0);
  g_assert_true (table->box.carry.over);
  g_assert_false (table->box.carry.place.lawful);
  g_assert_cmpstr (trl_toolbox_get_cursor (&table->box), ==, "not-allowed");
  g_assert_nonnull (table->hint);
  g_assert_cmpuint (strlen (table->hint), >, 20);
  let_go (table, to.x, to.y, 0);
  g_assert_cmpuint (table->n_commits, ==, 0);
}

static void
test_reorder (Table         *table,
              gconstpointer  data)
{
  const GPtrArray *steps = trl_blueprint_get_children (table->blueprint, table->design.technology, TRL_SLOT_PATH);
  guint n = steps->len;
  g_autofree char *first = g_strdup (trl_card_get_id (g_ptr_array_index (steps, 0)));
  g_autofree char *last = g_strdup (trl_card_get_id (g_ptr_array_index (steps, n - 1)));
  const TrlBox *end = trl_layout_find (table->layout, last);
  TrlScenePoint to = { end->rect.x + end->rect.width - 3, end->rect.y + end->rect.height / 2 };

  g_assert_cmpuint (n, >, 2);
  drag (table, grip (table, first), to);
  g_assert_cmpuint (table->n_commits, ==, 1);
  steps = trl_blueprint_get_children (table->blueprint, table->design.technology, TRL_SLOT_PATH);
  g_assert_cmpuint (steps->len, ==, n);
  g_assert_cmpstr (trl_card_get_id (g_ptr_array_index (steps, n - 1)), ==, first);

  /* Put back where it lies: nothing happens, and nothing is written down (law E3). */
  drag (table, grip (table, first), middle (trl_layout_find (table->layout, first)));
  g_assert_cmpuint (table->n_commits, ==, 1);
}

static void
test_alt_copies (Table         *table,
                 gconstpointer  data)
{
  TrlScenePoint from = grip (table, table->design.credit);
  TrlScenePoint to = middle (trl_layout_find_slot (table->layout, table->design.blank, TRL_SLOT_INCENTIVES));

  press (table, from.x, from.y, 0);
  go (table, to.x, to.y, TRL_HOLD_ALT);
  let_go (table, to.x, to.y, TRL_HOLD_ALT);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpstr (parent_of (table, table->design.credit), ==, table->design.technology);
  g_assert_cmpuint (trl_blueprint_get_children (table->blueprint, table->design.blank, TRL_SLOT_INCENTIVES)->len, ==, 1);
}

static void
test_park (Table         *table,
           gconstpointer  data)
{
  TrlScenePoint to = bare (table);

  drag (table, grip (table, table->design.gold), to);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpstr (parent_of (table, table->design.gold), ==, TRL_ROOT_ID);
  g_assert_cmpint (trl_card_get_slot (trl_blueprint_get (table->blueprint, table->design.gold)), ==, TRL_SLOT_PARKED);
}

static void
test_note_becomes (Table         *table,
                   gconstpointer  data)
{
  const TrlBox *slot = trl_layout_find_slot (table->layout, table->design.blank, TRL_SLOT_INCENTIVES);
  g_autofree char *text = g_strdup (trl_card_get_name (trl_blueprint_get (table->blueprint, table->design.note)));
  const GPtrArray *incentives;

  drag (table, grip (table, table->design.note), middle (slot));
  g_assert_cmpuint (table->n_commits, ==, 1);
  incentives = trl_blueprint_get_children (table->blueprint, table->design.blank, TRL_SLOT_INCENTIVES);
  g_assert_cmpuint (incentives->len, ==, 1);
  g_assert_cmpstr (trl_card_get_name (g_ptr_array_index (incentives, 0)), ==, text);
}

static void
test_move_frame (Table         *table,
                 gconstpointer  data)
{
  const TrlBox *head = trl_layout_find_frame (table->layout, table->design.agency, TRL_BOX_HEADER);
  TrlScenePoint from = middle (head);
  double before = trl_layout_find (table->layout, table->design.agency)->rect.y;

  press (table, from.x, from.y, 0);
  go (table, from.x + 3, from.y + 700, TRL_HOLD_SHIFT);
  g_assert_cmpint (table->box.current, ==, TRL_TOOL_MOVE);
  g_assert_cmpfloat (table->box.dx, ==, 0);
  let_go (table, from.x + 3, from.y + 700, TRL_HOLD_SHIFT);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpfloat_with_epsilon (trl_layout_find (table->layout, table->design.agency)->rect.y, before + 700, 1);
  g_assert_cmpstr (parent_of (table, table->design.gold), ==, table->design.agency);
}

static void
test_ground_is_no_grip (Table         *table,
                        gconstpointer  data)
{
  const TrlBox *frame = trl_layout_find (table->layout, table->design.agency);
  TrlScenePoint from = { frame->rect.x + 4, frame->rect.y + frame->rect.height - 4 };

  press (table, from.x, from.y, 0);
  go (table, from.x + 40, from.y - 60, 0);
  g_assert_cmpint (table->box.current, ==, TRL_TOOL_BAND);
  let_go (table, from.x + 40, from.y - 60, 0);
  g_assert_cmpuint (table->n_commits, ==, 0);
}

static void
test_pan (Table         *table,
          gconstpointer  data)
{
  TrlScenePoint from = grip (table, table->design.gold);
  TrlToolEvent middle_press = at (table, from.x, from.y, 0);
  TrlToolEvent later = middle_press;

  middle_press.button = later.button = 2;
  later.view.x += 90;
  trl_toolbox_press (&table->box, &middle_press);
  trl_toolbox_motion (&table->box, &later);
  trl_toolbox_release (&table->box, &later);
  g_assert_cmpfloat_with_epsilon (table->panned, 90, 0.01);
  g_assert_cmpint (table->box.current, ==, TRL_TOOL_SELECT);

  from = grip (table, table->design.gold);
  press (table, from.x, from.y, TRL_HOLD_SPACE);
  g_assert_cmpint (table->box.current, ==, TRL_TOOL_HAND);
  let_go (table, from.x, from.y, TRL_HOLD_SPACE);
  g_assert_cmpuint (table->n_commits, ==, 0);
}

static void
test_from_outside (Table         *table,
                   gconstpointer  data)
{
  TrlCargo cargo = { TRL_KIND_INCENTIVE, trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_MARGIN), TRL_BUNDLE_NONE, NULL };
  const TrlBox *slot = trl_layout_find_slot (table->layout, table->design.blank, TRL_SLOT_INCENTIVES);
  TrlScenePoint to = middle (slot);
  TrlToolEvent event = at (table, -300, 300, 0);

  trl_toolbox_carry_begin (&table->box, &cargo, 200, 56, &event);
  go (table, to.x, to.y, 0);
  g_assert_true (table->box.carry.place.lawful);
  g_assert_cmpstr (table->box.carry.place.target, ==, table->design.blank);
  g_assert_cmpuint (table->n_commits, ==, 0);
  let_go (table, to.x, to.y, 0);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_nonnull (table->box.dropped);
  g_assert_cmpstr (table->box.dropped, ==, trl_selection_get_only (table->selection));
  g_assert_cmpstr (table->edited, ==, table->box.dropped);
  g_assert_cmpstr (parent_of (table, table->box.dropped), ==, table->design.blank);
}

static void
test_in_itself (Table         *table,
                gconstpointer  data)
{
  TrlScenePoint from = grip (table, table->design.strategic);
  TrlScenePoint to = middle (trl_layout_find (table->layout, table->design.criterion));

  press (table, from.x, from.y, 0);
  go (table, to.x, to.y, 0);
  if (table->box.carry.place.lawful)
    g_assert_cmpstr (table->box.carry.place.target, !=, table->design.strategic);
  let_go (table, to.x, to.y, 0);
  g_assert_cmpstr (parent_of (table, table->design.strategic), ==, table->design.technology);
}

static void
test_read_only (Table         *table,
                gconstpointer  data)
{
  table->box.read_only = TRUE;
  drag (table, grip (table, table->design.gold), bare (table));
  g_assert_cmpuint (table->n_commits, ==, 0);
  trl_toolbox_choose (&table->box, TRL_TOOL_NOTE);
  click (table, bare (table), 0);
  g_assert_cmpuint (table->n_commits, ==, 0);
}

static void
test_note_tool (Table         *table,
                gconstpointer  data)
{
  trl_toolbox_choose (&table->box, TRL_TOOL_NOTE);
  click (table, bare (table), 0);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpint (table->box.chosen, ==, TRL_TOOL_SELECT);
  g_assert_nonnull (table->edited);
  g_assert_cmpint (trl_card_get_kind (trl_blueprint_get (table->blueprint, table->edited)), ==, TRL_KIND_NOTE);
}

static double
x_of (Table      *table,
      const char *id)
{
  return trl_layout_find (table->layout, id)->rect.x;
}

static double
y_of (Table      *table,
      const char *id)
{
  return trl_layout_find (table->layout, id)->rect.y;
}

static char *
add_note (Table *table,
          double x,
          double y)
{
  char *id = NULL;
  g_autoptr (TrlEdit) edit = trl_act_add_note (table->blueprint, "Here", x, y, &id);

  g_assert_true (trl_edit_commit (edit));
  return id;
}

/* As a hand goes: the last step at a given speed, in pixels a millisecond. */
static void
move_at_speed (Table   *table,
               double   x,
               double   y,
               TrlHold  hold,
               double   speed)
{
  TrlToolEvent event = at (table, x, y, hold);
  double way = hypot (event.view.x - table->box.hand.x, event.view.y - table->box.hand.y);

  table->box.last.time = 1000;
  event.time = 1000 + MAX (1, (guint) (way / speed));
  trl_toolbox_motion (&table->box, &event);
}

static void
test_snap (Table         *table,
           gconstpointer  data)
{
  TrlScenePoint free = bare (table);
  g_autofree char *still = add_note (table, free.x, free.y);
  g_autofree char *moved = add_note (table, free.x + 340, free.y + 300);
  TrlScenePoint from = grip (table, moved);
  double near = 6 / table->camera.scale, far = 11 / table->camera.scale;

  table->camera.x = free.x - 200;
  table->camera.y = free.y - 200;
  /* Six pixels from the other's edge it snaps, and says why; eleven are too far. */
  press (table, from.x, from.y, 0);
  move_at_speed (table, from.x + 20, from.y - 300 + near, 0, 0.1);
  move_at_speed (table, from.x + 21, from.y - 300 + near, 0, 0.1);
  g_assert_cmpfloat_with_epsilon (table->box.carry.ghost.y, y_of (table, still), 1e-6);
  g_assert_cmpuint (table->box.guides->len, >, 0);
  move_at_speed (table, from.x + 20, from.y - 300 + far, 0, 0.1);
  g_assert_cmpfloat_with_epsilon (table->box.carry.ghost.y, y_of (table, still) + far, 1e-6);

  /* A quick hand is on its way; Ctrl suspends; nobody needs to have it at all. */
  move_at_speed (table, from.x + 60, from.y - 300 + near, 0, 2);
  g_assert_cmpuint (table->box.guides->len, ==, 0);
  move_at_speed (table, from.x + 61, from.y - 300 + near, TRL_HOLD_CONTROL, 0.1);
  g_assert_cmpuint (table->box.guides->len, ==, 0);
  trl_toolbox_hold (&table->box, 0);
  g_assert_cmpuint (table->box.guides->len, >, 0);
  table->box.snaps = FALSE;
  trl_toolbox_again (&table->box);
  g_assert_cmpuint (table->box.guides->len, ==, 0);
  table->box.snaps = TRUE;

  /* What was shown is what is done. */
  trl_toolbox_again (&table->box);
  let_go (table, from.x + 61, from.y - 300 + near, 0);
  g_assert_cmpfloat (y_of (table, moved), ==, y_of (table, still));
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpuint (table->box.guides->len, ==, 0);
}

static void
test_equal_gaps (Table         *table,
                 gconstpointer  data)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (TrlRect));
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (TrlGuide));
  TrlRect there[] = { { 0, 0, 100, 100 }, { 150, 10, 100, 100 } };
  TrlRect beside = { 303, 37, 61, 33 };
  TrlRect between = { 105, 32, 33, 33 };
  double dx, dy;

  g_array_append_vals (others, there, 2);
  trl_snap (others, &beside, 8, &dx, &dy, guides);
  g_assert_cmpfloat_with_epsilon (dx, -3, 1e-6);   /* a gap of 50 again */
  g_assert_true (g_array_index (guides, TrlGuide, 0).is_gap);
  trl_snap (others, &between, 8, &dx, &dy, guides);
  g_assert_cmpfloat_with_epsilon (dx, 3.5, 1e-6);  /* in the middle of it */
  g_assert_cmpfloat_with_epsilon (dy, 1.5, 1e-6);  /* and its middle in line with the first one's */
}

static void
test_shift_keeps_axis (Table         *table,
                       gconstpointer  data)
{
  TrlScenePoint free = bare (table), from;
  g_autofree char *note = add_note (table, free.x, free.y);

  table->box.snaps = FALSE;
  table->camera.x = free.x - 200;
  table->camera.y = free.y - 200;
  from = grip (table, note);
  press (table, from.x, from.y, 0);
  go (table, from.x + 200, from.y + 30, TRL_HOLD_SHIFT);
  let_go (table, from.x + 200, from.y + 30, TRL_HOLD_SHIFT);
  g_assert_cmpfloat_with_epsilon (x_of (table, note), free.x + 200, 1);
  g_assert_cmpfloat_with_epsilon (y_of (table, note), free.y, 1);
}

/* Alt may come and go in the middle; what counts is the end. */
static void
test_alt_in_mid_drag (Table         *table,
                      gconstpointer  data)
{
  TrlScenePoint free = bare (table), from;
  g_autofree char *note = add_note (table, free.x, free.y);
  guint n = trl_blueprint_get_n_cards (table->blueprint);
  const char *copy;

  table->box.snaps = FALSE;
  table->camera.x = free.x - 200;
  table->camera.y = free.y - 200;
  from = grip (table, note);
  press (table, from.x, from.y, 0);
  go (table, from.x + 300, from.y, 0);
  g_assert_false (table->box.copying);
  trl_toolbox_hold (&table->box, TRL_HOLD_ALT);
  g_assert_true (table->box.copying);
  g_assert_cmpstr (trl_toolbox_get_cursor (&table->box), ==, "copy");
  trl_toolbox_hold (&table->box, 0);
  g_assert_false (table->box.copying);
  trl_toolbox_hold (&table->box, TRL_HOLD_ALT);
  let_go (table, from.x + 300, from.y, TRL_HOLD_ALT);
  g_assert_cmpuint (trl_blueprint_get_n_cards (table->blueprint), ==, n + 1);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpfloat_with_epsilon (x_of (table, note), free.x, 1);
  copy = trl_selection_get_only (table->selection);
  g_assert_cmpstr (copy, !=, note);
  g_assert_cmpfloat_with_epsilon (x_of (table, copy), free.x + 300, 1);

  /* Ctrl+D: again, as far. */
  g_assert_true (trl_toolbox_duplicate (&table->box));
  g_assert_cmpfloat_with_epsilon (x_of (table, trl_selection_get_only (table->selection)), free.x + 600, 2);
  g_assert_cmpuint (table->n_commits, ==, 2);

  /* Let go of in time, nothing is left behind. */
  from = grip (table, note);
  press (table, from.x, from.y, 0);
  go (table, from.x, from.y + 300, TRL_HOLD_ALT);
  g_assert_true (trl_toolbox_cancel (&table->box));
  g_assert_cmpuint (trl_blueprint_get_n_cards (table->blueprint), ==, n + 2);
}

static void
test_frame_copies (Table         *table,
                   gconstpointer  data)
{
  TrlScenePoint from = middle (trl_layout_find_frame (table->layout, table->design.agency, TRL_BOX_HEADER));
  guint n = trl_blueprint_get_children (table->blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS)->len;

  press (table, from.x, from.y, 0);
  go (table, from.x, from.y + 1200, TRL_HOLD_ALT);
  let_go (table, from.x, from.y + 1200, TRL_HOLD_ALT);
  g_assert_cmpuint (trl_blueprint_get_children (table->blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS)->len, ==, n + 1);
  g_assert_cmpstr (trl_card_get_ref (trl_blueprint_get (table->blueprint, trl_selection_get_only (table->selection)),
                                     TRL_MOTION_COPIED_FROM), ==, table->design.agency);
  g_assert_cmpuint (table->n_commits, ==, 1);
}

/* The lock: cards move, motions do not, and it says why. */
static void
test_lock (Table         *table,
           gconstpointer  data)
{
  TrlScenePoint from = middle (trl_layout_find_frame (table->layout, table->design.agency, TRL_BOX_HEADER));
  const TrlBox *slot = trl_layout_find_slot (table->layout, table->design.agency, TRL_SLOT_INCENTIVES);
  TrlCargo type = { TRL_KIND_TYPE, trl_catalogue_get (TRL_CATALOGUE_TYPES, TRL_TYPES_AGENCY), TRL_BUNDLE_NONE, NULL };
  TrlScenePoint to = bare (table);
  TrlToolEvent event = at (table, to.x, to.y, 0);
  TrlCamera camera = table->camera;

  table->box.locked = TRUE;
  press (table, from.x, from.y, 0);
  go (table, from.x, from.y + 500, 0);
  g_assert_cmpint (table->box.current, ==, TRL_TOOL_HAND);
  g_assert_cmpstr (table->hint, ==, trl_toolbox_say_locked ());
  let_go (table, from.x, from.y + 500, 0);
  g_assert_cmpuint (table->n_commits, ==, 0);
  table->camera = camera;   /* the hand took the board along */

  drag (table, grip (table, table->design.credit), middle (slot));
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpstr (parent_of (table, table->design.credit), ==, table->design.agency);

  trl_toolbox_carry_begin (&table->box, &type, 200, 56, &event);
  go (table, to.x, to.y, 0);
  to = bare (table);
  go (table, to.x, to.y, 0);
  g_assert_false (table->box.carry.place.lawful);
  g_assert_cmpstr (table->box.carry.text, ==, trl_toolbox_say_locked ());
  let_go (table, to.x, to.y, 0);
  g_assert_cmpuint (table->n_commits, ==, 1);
}

static void
test_connect (Table         *table,
              gconstpointer  data)
{
  TrlScenePoint from = grip (table, table->design.note), to = grip (table, table->design.gold);
  const TrlBox *note, *gold;
  TrlScenePoint on;
  const char *link;

  /* Escape leaves none. */
  trl_toolbox_choose (&table->box, TRL_TOOL_CONNECT);
  press (table, from.x, from.y, 0);
  go (table, to.x, to.y, 0);
  g_assert_cmpstr (table->box.connect_to, ==, table->design.gold);
  g_assert_true (trl_toolbox_cancel (&table->box));
  g_assert_cmpuint (table->n_commits, ==, 0);

  drag (table, from, to);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpint (table->box.chosen, ==, TRL_TOOL_SELECT);
  link = trl_selection_get_only (table->selection);
  g_assert_cmpint (trl_card_get_kind (trl_blueprint_get (table->blueprint, link)), ==, TRL_KIND_LINK);

  /* A click near the line chooses it, and it ends where the cards do. */
  note = trl_layout_find (table->layout, table->design.note);
  gold = trl_layout_find (table->layout, table->design.gold);
  on = (TrlScenePoint) { 0, 0 };
  {
    TrlLine line = trl_line_between (&note->rect, &gold->rect);

    on = (TrlScenePoint) { line.x1 + (line.x2 - line.x1) * 0.02, line.y1 + (line.y2 - line.y1) * 0.02 };
  }
  g_assert_cmpstr (trl_toolbox_hit_link (&table->box, (TrlScenePoint) { on.x + 5, on.y }), ==, link);
  g_assert_null (trl_toolbox_hit_link (&table->box, (TrlScenePoint) { on.x + 900, on.y + 900 }));
}

/* The ends of the selected connector, as they are seen. */
static TrlLine
line_of (Table      *table,
         const char *link)
{
  TrlCard *card = trl_blueprint_get (table->blueprint, link);
  const TrlBox *from = trl_layout_find (table->layout, trl_card_get_ref (card, TRL_LINK_FROM));
  const TrlBox *to = trl_layout_find (table->layout, trl_card_get_ref (card, TRL_LINK_TO));

  return trl_line_between (&from->rect, &to->rect);
}

/* Either end of a connector is put on another card; on the bare board it goes back. */
static void
test_reconnect (Table         *table,
                gconstpointer  data)
{
  g_autofree char *link = NULL;
  TrlScenePoint other = grip (table, table->design.connected);
  TrlLine line;
  TrlCard *card;

  g_assert_true (table_commit (&table->box, trl_act_connect (table->blueprint, table->design.note, table->design.gold, &link), NULL, table));
  table->n_commits = 0;

  /* Nobody takes an end of what is not selected. */
  line = line_of (table, link);
  press (table, line.x2, line.y2, 0);
  go (table, line.x2 + 100, line.y2 + 300, 0);
  g_assert_null (table->box.connect_link);
  trl_toolbox_cancel (&table->box);

  trl_selection_set_one (table->selection, link);
  drag (table, (TrlScenePoint) { line.x2 + 2, line.y2 - 2 }, bare (table));
  drag (table, (TrlScenePoint) { line.x2 + 2, line.y2 - 2 }, grip (table, table->design.note));
  g_assert_cmpuint (table->n_commits, ==, 0);

  drag (table, (TrlScenePoint) { line.x2 + 2, line.y2 - 2 }, other);
  g_assert_cmpuint (table->n_commits, ==, 1);
  card = trl_blueprint_get (table->blueprint, link);
  g_assert_cmpstr (trl_card_get_ref (card, TRL_LINK_FROM), ==, table->design.note);
  g_assert_cmpstr (trl_card_get_ref (card, TRL_LINK_TO), ==, table->design.connected);
  g_assert_cmpstr (trl_selection_get_only (table->selection), ==, link);

  line = line_of (table, link);
  drag (table, (TrlScenePoint) { line.x1, line.y1 }, grip (table, table->design.gold));
  card = trl_blueprint_get (table->blueprint, link);
  g_assert_cmpstr (trl_card_get_ref (card, TRL_LINK_FROM), ==, table->design.gold);
  g_assert_cmpstr (trl_card_get_ref (card, TRL_LINK_TO), ==, table->design.connected);
  g_assert_cmpuint (table->n_commits, ==, 2);

  /* A click there is a click on the card. */
  line = line_of (table, link);
  press (table, line.x1, line.y1, 0);
  let_go (table, line.x1, line.y1, 0);
  g_assert_cmpuint (table->n_commits, ==, 2);
  g_assert_cmpstr (trl_selection_get_only (table->selection), !=, NULL);

  trl_change_unref (trl_history_undo (table->history));
  trl_change_unref (trl_history_undo (table->history));
  card = trl_blueprint_get (table->blueprint, link);
  g_assert_cmpstr (trl_card_get_ref (card, TRL_LINK_TO), ==, table->design.gold);
}

/* A finger hides what it aims at, and gets half as much again. */
static void
test_reach (Table         *table,
            gconstpointer  data)
{
  g_autofree char *link = NULL;
  TrlScenePoint beside;
  TrlLine line;
  double length;

  g_assert_true (table_commit (&table->box, trl_act_connect (table->blueprint, table->design.note, table->design.gold, &link), NULL, table));
  line = line_of (table, link);
  length = hypot (line.x2 - line.x1, line.y2 - line.y1);
  beside = (TrlScenePoint) { (line.x1 + line.x2) / 2 - (line.y2 - line.y1) / length * 10 / table->camera.scale,
                             (line.y1 + line.y2) / 2 + (line.x2 - line.x1) / length * 10 / table->camera.scale };
  g_assert_null (trl_toolbox_hit_link (&table->box, beside));
  table->box.touch = TRUE;
  g_assert_cmpstr (trl_toolbox_hit_link (&table->box, beside), ==, link);
}

/* Beside a note the next is a click away, and where there is one it is typed in. */
static void
test_plus (Table         *table,
           gconstpointer  data)
{
  g_autofree char *first = add_note (table, 2000, 2000);
  g_autofree char *second = NULL;
  g_autoptr (TrlEdit) colour = trl_edit_new (table->blueprint, "Colour");
  guint n = trl_blueprint_get_children (table->blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES)->len;
  TrlScenePoint at;
  TrlViewPoint plus;
  TrlCard *link;

  trl_edit_set_choice (colour, first, TRL_NOTE_COLOUR, 2);
  g_assert_true (trl_edit_commit (colour));
  g_assert_false (trl_toolbox_get_plus (&table->box, 1, &plus));
  trl_selection_set_one (table->selection, first);
  table->n_commits = 0;

  g_assert_true (trl_toolbox_get_plus (&table->box, 1, &plus));
  at = trl_camera_to_scene (&table->camera, plus);
  click (table, at, 0);
  g_assert_cmpuint (table->n_commits, ==, 1);
  second = g_strdup (table->edited);
  g_assert_cmpstr (second, !=, first);
  g_assert_cmpint (trl_card_get_choice (trl_blueprint_get (table->blueprint, second), TRL_NOTE_COLOUR), ==, 2);
  g_assert_cmpfloat (y_of (table, second), ==, y_of (table, first));
  g_assert_cmpfloat (x_of (table, second), >=, x_of (table, first) + 178 + 10);

  /* There is one now: no second one over it. */
  trl_selection_set_one (table->selection, first);
  g_assert_false (trl_toolbox_get_plus (&table->box, 1, &plus));
  click (table, at, 0);
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_true (trl_toolbox_go_beside (&table->box, first, 1, 0, TRUE));
  g_assert_cmpuint (table->n_commits, ==, 1);
  g_assert_cmpstr (table->edited, ==, second);
  g_assert_true (trl_toolbox_go_beside (&table->box, second, -1, 0, FALSE));
  g_assert_cmpstr (table->edited, ==, first);
  g_assert_false (trl_toolbox_go_beside (&table->box, first, -1, 0, FALSE));
  g_assert_cmpuint (trl_blueprint_get_children (table->blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES)->len, ==, n + 1);

  /* A drag from it draws a connector. */
  trl_selection_set_one (table->selection, first);
  g_assert_true (trl_toolbox_get_plus (&table->box, 0, &plus));
  drag (table, trl_camera_to_scene (&table->camera, plus), grip (table, table->design.gold));
  link = trl_acts_find_link (table->blueprint, first, table->design.gold);
  g_assert_nonnull (link);
  g_assert_cmpstr (trl_card_get_ref (link, TRL_LINK_FROM), ==, first);

  table->box.read_only = TRUE;
  trl_selection_set_one (table->selection, first);
  g_assert_false (trl_toolbox_get_plus (&table->box, 1, &plus));
}

/* Whatever hands do: one release is at most one entry, and all of it can be undone. */
static void
test_any_drag (Table         *table,
               gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *before = trl_writer_write (table->blueprint, NULL);
  g_autofree char *after = NULL;

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 300; round++)
    {
      TrlRect bounds = trl_layout_get_bounds (table->layout);
      TrlScenePoint from = { bounds.x + g_rand_double (rand) * bounds.width, bounds.y + g_rand_double (rand) * bounds.height };
      TrlScenePoint to = { bounds.x + g_rand_double (rand) * bounds.width, bounds.y + g_rand_double (rand) * (bounds.height + 50) };
      TrlHold hold = g_rand_int_range (rand, 0, 4);
      guint commits = table->n_commits;

      press (table, from.x, from.y, hold);
      go (table, to.x, to.y, hold);
      g_assert_cmpuint (table->n_commits, ==, commits);
      if (g_rand_int_range (rand, 0, 4) == 0)
        trl_toolbox_cancel (&table->box);
      else
        let_go (table, to.x, to.y, hold);
      g_assert_cmpuint (table->n_commits, <=, commits + 1);
      for (guint i = trl_selection_get_n (table->selection); i > 0; i--)
        if (trl_blueprint_get (table->blueprint, trl_selection_get_ids (table->selection)[i - 1]) == NULL)
          trl_selection_remove (table->selection, trl_selection_get_ids (table->selection)[i - 1]);
    }
  g_assert_cmpuint (table->n_commits, >, 0);
  while (trl_history_can_undo (table->history))
    trl_change_unref (trl_history_undo (table->history));
  after = trl_writer_write (table->blueprint, NULL);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(path, test) g_test_add ("/board/tools/" path, Table, NULL, table_set_up, test, table_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("clicks choose", test_click);
  ADD ("a shaky click is no drag", test_shaky_click);
  ADD ("a band takes what it touches, frames when it holds them", test_band);
  ADD ("Escape gives back what was selected before a band", test_band_cancel);
  ADD ("a card moves to another motion in one entry", test_move_to_motion);
  ADD ("E5 Escape leaves no trace", test_escape);
  ADD ("a place that refuses says why", test_refusal);
  ADD ("cards change their order", test_reorder);
  ADD ("with Alt a copy is dropped", test_alt_copies);
  ADD ("dropped on nothing a card is parked", test_park);
  ADD ("a note becomes what belongs there", test_note_becomes);
  ADD ("a frame moves by its head", test_move_frame);
  ADD ("the ground of a frame is no grip", test_ground_is_no_grip);
  ADD ("middle button and space pan", test_pan);
  ADD ("a palette drag is the same machine", test_from_outside);
  ADD ("nothing lies in itself", test_in_itself);
  ADD ("read only takes no edits", test_read_only);
  ADD ("the note tool leaves a note and rests", test_note_tool);
  ADD ("what lies free snaps, near and slow", test_snap);
  ADD ("equal gaps", test_equal_gaps);
  ADD ("Shift keeps to an axis", test_shift_keeps_axis);
  ADD ("Alt in mid-drag, and Ctrl+D as far again", test_alt_in_mid_drag);
  ADD ("with Alt a motion is duplicated where it is put", test_frame_copies);
  ADD ("a connector is drawn from card to card", test_connect);
  ADD ("an end of a connector is put elsewhere", test_reconnect);
  ADD ("a finger gets more room than a pointer", test_reach);
  ADD ("a plus beside a note", test_plus);
  ADD ("the lock keeps motions where they are", test_lock);
  ADD ("any drag is at most one entry, and undone", test_any_drag);

  return g_test_run ();
}
