/* test-paint.c: boxes keep to themselves, text can be read, badges are few. */

#include "config.h"

#include "design.h"
#include "paint.h"
#include "sentences.h"

typedef struct
{
  Design          design;
  TrlBlueprint   *blueprint;
  TrlTextMeasure *measure;
  TrlLayout      *layout;
  TrlBadges      *badges;
  TrlPainter      painter;
} Fixture;

static void
set_up (Fixture *fixture,
        double   text_scale,
        gboolean rtl,
        gboolean room)
{
  TrlLayoutOptions options = { .room = room };

  fixture->blueprint = design_new (&fixture->design);
  fixture->measure = trl_text_measure_new (text_scale, rtl);
  fixture->layout = trl_layout_new (fixture->measure, &options);
  trl_layout_rebuild (fixture->layout, fixture->blueprint);
  fixture->badges = trl_badges_new ();
  fixture->painter = (TrlPainter) { fixture->blueprint, fixture->layout, trl_theme_get (TRL_THEME_LIGHT),
                                    fixture->badges };
}

static void
tear_down (Fixture *fixture)
{
  design_clear (&fixture->design);
  trl_badges_free (fixture->badges);
  trl_layout_free (fixture->layout);
  trl_text_measure_unref (fixture->measure);
  g_object_unref (fixture->blueprint);
}

static void
add_badge (Fixture      *fixture,
           const char   *id,
           TrlBadgeLevel level,
           const char   *label)
{
  const char *cards[] = { id, NULL };

  trl_badges_add (fixture->badges, cards, level, label);
}

/* From afar the head of a motion reaches into its frame. */
static TrlRect
may_paint_on (Fixture      *fixture,
              const TrlBox *box)
{
  TrlRect rect = box->rect;
  double reach = TRL_BOX_OVERHANG * trl_text_measure_get_scale (fixture->measure);

  if (box->kind == TRL_BOX_HEADER)
    rect.height = trl_layout_find_frame (fixture->layout, trl_box_get_id (box), TRL_BOX_FRAME)->rect.height;
  return trl_rect_inset (&rect, -reach, -reach);
}

static void
test_bounds (void)
{
  for (guint way = 0; way < 4; way++)
    for (TrlLook look = TRL_LOOK_FULL; look <= TRL_LOOK_PLAIN; look++)
      {
        Fixture fixture;
        g_autoptr (GPtrArray) boxes = NULL;

        set_up (&fixture, way & 1 ? 2 : 1, (way & 2) != 0, FALSE);
        add_badge (&fixture, fixture.design.gold, TRL_BADGE_WARNING, "no reason to climb");
        add_badge (&fixture, fixture.design.credit, TRL_BADGE_ERROR, "paid without a close, and a very long label indeed");
        trl_badges_settle (fixture.badges, fixture.blueprint);
        boxes = trl_layout_get_boxes (fixture.layout);
        for (guint i = 0; i < boxes->len; i++)
          {
            const TrlBox *box = g_ptr_array_index (boxes, i);
            g_autoptr (TrlMarks) marks = trl_marks_new ();
            TrlRect room = may_paint_on (&fixture, box);
            TrlRect bounds;

            trl_paint_box (&fixture.painter, box, box->rect.x, box->rect.y, look, marks);
            bounds = trl_marks_get_bounds (marks);
            if (bounds.width > 0 && !trl_rect_encloses (&room, &bounds))
              g_test_message ("look %d, %s of kind %d paints on %g %g %g %g, has %g %g %g %g", look,
                              trl_box_get_id (box), box->kind, bounds.x, bounds.y, bounds.width, bounds.height,
                              room.x, room.y, room.width, room.height);
            g_assert_true (bounds.width == 0 || trl_rect_encloses (&room, &bounds));
          }
        tear_down (&fixture);
      }
}

/* Law of the looks: whatever the zoom, no letter is smaller than 11 pixels. */
static void
test_no_small_text (void)
{
  for (guint way = 0; way < 4; way++)
    {
      Fixture fixture;

      set_up (&fixture, way & 1 ? 1.5 : 1, FALSE, (way & 2) != 0);
      for (double zoom = 8; zoom >= 0.05; zoom *= 0.93)
        {
          g_autoptr (TrlMarks) marks = trl_marks_new ();
          const TrlMark *all;
          gsize n_marks;

          trl_paint_all (&fixture.painter, NULL, trl_paint_level (fixture.layout, zoom), marks);
          all = trl_marks_get (marks, &n_marks);
          for (gsize i = 0; i < n_marks; i++)
            if (all[i].kind == TRL_MARK_TEXT)
              g_assert_cmpfloat (trl_text_get_size (all[i].text) * zoom, >=, TRL_SMALLEST_TEXT - 0.001);
        }
      tear_down (&fixture);
    }
}

/* At the zoom of a small screen the banner is no empty bar. */
static void
test_band_goal (void)
{
  Fixture fixture;
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  g_autofree char *goal = NULL;
  const TrlBox *banner;
  const TrlMark *all;
  gsize n_marks;
  guint n_goals = 0;

  set_up (&fixture, 1, FALSE, FALSE);
  goal = trl_sentence_goal (fixture.blueprint);
  banner = trl_layout_find_frame (fixture.layout, TRL_ROOT_ID, TRL_BOX_BANNER);
  trl_paint_box (&fixture.painter, banner, 0, 0, TRL_LOOK_BAND, marks);
  all = trl_marks_get (marks, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    if (all[i].kind == TRL_MARK_TEXT && g_str_equal (pango_layout_get_text (trl_text_get_layout (all[i].text)), goal))
      n_goals++;
  g_assert_cmpuint (n_goals, ==, 1);
  tear_down (&fixture);
}

static void
test_room_sizes (void)
{
  Fixture fixture;
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  const TrlMark *all;
  gsize n_marks;

  set_up (&fixture, 1, FALSE, TRUE);
  trl_paint_all (&fixture.painter, NULL, TRL_LOOK_FULL, marks);
  all = trl_marks_get (marks, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    if (all[i].kind == TRL_MARK_TEXT)
      g_assert_cmpfloat (trl_text_get_size (all[i].text), >=, 24);
  g_assert_cmpfloat (trl_layout_find (fixture.layout, fixture.design.blank)->rect.width, <=, 620);
  tear_down (&fixture);
}

static void
test_band_name (void)
{
  Fixture fixture;

  set_up (&fixture, 1, FALSE, FALSE);
  for (double zoom = 0.55; zoom > 0.1; zoom *= 0.95)
    {
      TrlLook look = trl_paint_level (fixture.layout, zoom);
      const TrlBox *header = trl_layout_find_frame (fixture.layout, fixture.design.agency, TRL_BOX_HEADER);
      g_autoptr (TrlMarks) marks = trl_marks_new ();
      const TrlMark *all;
      gsize n_marks;

      if (look != TRL_LOOK_BAND)
        continue;
      trl_paint_box (&fixture.painter, header, 0, 0, look, marks);
      all = trl_marks_get (marks, &n_marks);
      for (gsize i = 0; i < n_marks; i++)
        if (all[i].kind == TRL_MARK_TEXT)
          g_assert_cmpfloat (trl_text_get_size (all[i].text) * zoom, >=, 17.9);
    }
  tear_down (&fixture);
}

static void
test_badges_are_few (void)
{
  Fixture fixture;
  guint n_shown = 0;
  const char *ids[5];

  set_up (&fixture, 1, FALSE, FALSE);
  ids[0] = fixture.design.connected;
  ids[1] = fixture.design.strategic;
  ids[2] = fixture.design.credit;
  ids[3] = fixture.design.step;
  ids[4] = fixture.design.criterion;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    add_badge (&fixture, ids[i], i == 4 ? TRL_BADGE_ERROR : TRL_BADGE_WARNING, "label");
  add_badge (&fixture, fixture.design.gold, TRL_BADGE_TODO, "not yet");
  trl_badges_settle (fixture.badges, fixture.blueprint);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    n_shown += trl_badges_get (fixture.badges, ids[i])->shown;
  g_assert_cmpuint (n_shown, ==, TRL_BADGES_A_FRAME);
  g_assert_true (trl_badges_get (fixture.badges, fixture.design.criterion)->shown);
  g_assert_cmpuint (trl_badges_get_count (fixture.badges, fixture.design.technology, TRL_BADGE_WARNING), ==, 4);
  g_assert_cmpuint (trl_badges_get_count (fixture.badges, fixture.design.technology, TRL_BADGE_ERROR), ==, 1);
  g_assert_null (trl_badges_get (fixture.badges, fixture.design.gold));
  tear_down (&fixture);
}

static void
test_same_marks (void)
{
  Fixture fixture;
  g_autoptr (TrlMarks) one = trl_marks_new ();
  g_autoptr (TrlMarks) other = trl_marks_new ();
  gsize n_one;
  gsize n_other;

  set_up (&fixture, 1, FALSE, FALSE);
  trl_paint_all (&fixture.painter, NULL, TRL_LOOK_FULL, one);
  trl_paint_all (&fixture.painter, NULL, TRL_LOOK_FULL, other);
  trl_marks_get (one, &n_one);
  trl_marks_get (other, &n_other);
  g_assert_cmpuint (n_one, ==, n_other);
  g_assert_cmpuint (n_one, >, 60);
  tear_down (&fixture);
}

static guint
count_marks (Fixture    *fixture,
             const char *id,
             double      votes,
             gboolean    secret)
{
  TrlEdit *edit = trl_edit_new (fixture->blueprint, "Vote");
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  const TrlBox *box;
  gsize n;

  trl_edit_set_number (edit, id, TRL_NOTE_VOTES, votes);
  trl_edit_commit (edit);
  trl_edit_free (edit);
  trl_layout_rebuild (fixture->layout, fixture->blueprint);
  fixture->painter.secret = secret;
  box = trl_layout_find (fixture->layout, id);
  trl_paint_box (&fixture->painter, box, 0, 0, TRL_LOOK_FULL, marks);
  trl_marks_get (marks, &n);
  return n;
}

/* While people vote, a note looks the same however many dots it has: few or too many to be drawn. */
static void
test_secret_dots (void)
{
  static const double votes[] = { 1, 3, 7, 400 };
  Fixture fixture;
  guint bare;

  set_up (&fixture, 1, FALSE, FALSE);
  bare = count_marks (&fixture, fixture.design.note, 0, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    {
      g_assert_cmpuint (count_marks (&fixture, fixture.design.note, votes[i], FALSE), >, bare);
      g_assert_cmpuint (count_marks (&fixture, fixture.design.note, votes[i], TRUE), ==, bare);
    }
  tear_down (&fixture);
}

/* What stands at the foot of a note is read whole, and says nothing of the dots while people vote. */
static void
test_foot (void)
{
  static const double votes[] = { 0, 3, 10, 400 };
  Fixture fixture;
  TrlEdit *edit;
  double height = 0;

  set_up (&fixture, 1, FALSE, FALSE);
  edit = trl_edit_new (fixture.blueprint, "Own");
  trl_edit_set_choice (edit, fixture.design.note, TRL_NOTE_KIND, TRL_NOTE_QUESTION);
  trl_edit_set_text (edit, fixture.design.note, TRL_NOTE_OWNER, "Head of partnerships");
  trl_edit_commit (edit);
  trl_edit_free (edit);
  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    {
      g_autoptr (TrlMarks) marks = trl_marks_new ();
      const TrlMark *mark;
      gsize n;

      count_marks (&fixture, fixture.design.note, votes[i], FALSE);
      trl_paint_box (&fixture.painter, trl_layout_find (fixture.layout, fixture.design.note), 0, 0, TRL_LOOK_FULL, marks);
      mark = trl_marks_get (marks, &n);
      for (gsize j = 0; j < n; j++)
        g_assert_false (mark[j].kind == TRL_MARK_TEXT && trl_text_is_cut (mark[j].text));
      g_assert_true (i == 0 || trl_layout_find (fixture.layout, fixture.design.note)->rect.height == height);
      height = trl_layout_find (fixture.layout, fixture.design.note)->rect.height;
    }
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/paint/bounds", test_bounds);
  g_test_add_func ("/drawing/paint/no-small-text", test_no_small_text);
  g_test_add_func ("/drawing/paint/room-sizes", test_room_sizes);
  g_test_add_func ("/drawing/paint/band-name", test_band_name);
  g_test_add_func ("/drawing/paint/band-goal", test_band_goal);
  g_test_add_func ("/drawing/paint/badges-are-few", test_badges_are_few);
  g_test_add_func ("/drawing/paint/same-marks", test_same_marks);
  g_test_add_func ("/drawing/paint/secret-dots", test_secret_dots);
  g_test_add_func ("/drawing/paint/foot-of-a-note", test_foot);
  return g_test_run ();
}
