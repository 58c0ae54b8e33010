/* test-layout.c: boxes lie where they should, whatever the design and however it came to be. */

#include "config.h"

#include "acts.h"
#include "design.h"
#include "layout.h"
#include "random-design.h"

#include <math.h>

static TrlLayout *
lay_out (TrlBlueprint *blueprint,
         double        text_scale,
         gboolean      rtl,
         gboolean      room)
{
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (text_scale, rtl);
  TrlLayoutOptions options = { .room = room };
  TrlLayout *layout = trl_layout_new (measure, &options);

  trl_layout_rebuild (layout, blueprint);
  return layout;
}

static const TrlBox *
frame_box (TrlLayout  *layout,
           const char *motion,
           TrlBoxKind  kind)
{
  const TrlBox *box = trl_layout_find_frame (layout, motion, kind);

  g_assert_nonnull (box);
  return box;
}

/* Frames, the banner, the names of rows and free cards never lie on each other;
 * neither do cards of one place. */
static void
check_overlaps (GPtrArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      {
        const TrlBox *a = g_ptr_array_index (boxes, i);
        const TrlBox *b = g_ptr_array_index (boxes, j);
        gboolean a_outer = a->kind == TRL_BOX_FRAME || a->kind == TRL_BOX_BANNER ||
                           (a->kind == TRL_BOX_CARD && a->motion == NULL && a->slot >= TRL_SLOT_PARKED);
        gboolean b_outer = b->kind == TRL_BOX_FRAME || b->kind == TRL_BOX_BANNER ||
                           (b->kind == TRL_BOX_CARD && b->motion == NULL && b->slot >= TRL_SLOT_PARKED);
        gboolean siblings = a->kind == TRL_BOX_CARD && b->kind == TRL_BOX_CARD && a->slot == b->slot &&
                            g_strcmp0 (trl_card_get_parent (a->card), trl_card_get_parent (b->card)) == 0;

        a_outer = a_outer && (a->card == NULL || trl_card_get_parent (a->card) == NULL ||
                              g_str_equal (trl_card_get_parent (a->card), TRL_ROOT_ID));
        b_outer = b_outer && (b->card == NULL || trl_card_get_parent (b->card) == NULL ||
                              g_str_equal (trl_card_get_parent (b->card), TRL_ROOT_ID));
        if ((a_outer && b_outer) || siblings)
          {
            if (trl_rect_overlaps (&a->rect, &b->rect))
              g_test_message ("%s (kind %d) and %s (kind %d) lie on each other", trl_box_get_id (a), a->kind,
                              trl_box_get_id (b), b->kind);
            g_assert_false (trl_rect_overlaps (&a->rect, &b->rect));
          }
      }
}

static void
check_insides (TrlLayout *layout,
               GPtrArray *boxes)
{
  TrlRect bounds = trl_layout_get_bounds (layout);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i);
      TrlRect whole = { 0, 0, box->rect.width + 0.01, box->rect.height + 0.01 };

      g_assert_true (isfinite (box->rect.x) && isfinite (box->rect.y));
      g_assert_true (box->rect.width >= 0 && box->rect.height >= 0);
      g_assert_true (trl_rect_encloses (&bounds, &box->rect));
      if (box->motion != NULL)
        {
          const TrlBox *frame = frame_box (layout, trl_card_get_id (box->motion), TRL_BOX_FRAME);

          if (!trl_rect_encloses (&frame->rect, &box->rect))
            g_test_message ("box %s of kind %d leaves its frame", trl_box_get_id (box), box->kind);
          g_assert_true (trl_rect_encloses (&frame->rect, &box->rect));
        }
      for (guint p = 0; p < box->n_parts; p++)
        if (box->slot != TRL_SLOT_METRICS && box->parts[p].rect.height > 0)
          {
            const TrlRect *part = &box->parts[p].rect;

            if (!trl_rect_encloses (&whole, part))
              g_test_message ("part %s (%g, %g, %g × %g) leaves box %s of kind %d (%g × %g)",
                              box->parts[p].member != TRL_MEMBER_NONE ? trl_member_get_info (box->parts[p].member)->path : "-",
                              part->x, part->y, part->width, part->height, trl_box_get_id (box), box->kind, whole.width, whole.height);
          }
      for (guint p = 0; p < box->n_parts; p++)
        if (box->slot != TRL_SLOT_METRICS && box->parts[p].rect.height > 0)
          g_assert_true (trl_rect_encloses (&whole, &box->parts[p].rect));
    }
}

static void
check_rows (TrlBlueprint *blueprint,
            TrlLayout    *layout)
{
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);

  for (guint i = 0; motions != NULL && i < motions->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const char *a = trl_card_get_id (g_ptr_array_index (motions, i));
        const char *b = trl_card_get_id (g_ptr_array_index (motions, j));
        const TrlBox *one = frame_box (layout, a, TRL_BOX_FRAME);
        const TrlBox *other = frame_box (layout, b, TRL_BOX_FRAME);

        if (one->rect.y != other->rect.y)
          continue;
        g_assert_cmpfloat (trl_layout_find_slot (layout, a, TRL_SLOT_INCENTIVES)->rect.y, ==,
                           trl_layout_find_slot (layout, b, TRL_SLOT_INCENTIVES)->rect.y);
        g_assert_cmpfloat (trl_layout_find_slot (layout, a, TRL_SLOT_PATH)->rect.y, ==,
                           trl_layout_find_slot (layout, b, TRL_SLOT_PATH)->rect.y);
        g_assert_cmpfloat (one->rect.height, ==, other->rect.height);
      }
}

static void
check_same (TrlLayout *updated,
            TrlLayout *rebuilt)
{
  g_autoptr (GPtrArray) one = trl_layout_get_boxes (updated);
  g_autoptr (GPtrArray) other = trl_layout_get_boxes (rebuilt);

  g_assert_cmpuint (one->len, ==, other->len);
  g_assert_cmpuint (trl_layout_get_n_boxes (updated), ==, one->len);
  for (guint i = 0; i < one->len; i++)
    {
      const TrlBox *a = g_ptr_array_index (one, i);
      const TrlBox *b = g_ptr_array_index (other, i);

      g_assert_cmpuint (a->key, ==, b->key);
      g_assert_true (a->kind == b->kind && a->slot == b->slot && a->index == b->index && a->n_parts == b->n_parts);
      if (memcmp (&a->rect, &b->rect, sizeof a->rect) != 0)
        g_test_message ("%s of kind %d: %g %g %g %g, should be %g %g %g %g", trl_box_get_id (a), a->kind, a->rect.x,
                        a->rect.y, a->rect.width, a->rect.height, b->rect.x, b->rect.y, b->rect.width, b->rect.height);
      g_assert_cmpmem (&a->rect, sizeof a->rect, &b->rect, sizeof b->rect);
      g_assert_true (a->card == b->card);
    }
}

static void
check_all (TrlBlueprint *blueprint,
           TrlLayout    *layout)
{
  g_autoptr (GPtrArray) boxes = trl_layout_get_boxes (layout);

  check_overlaps (boxes);
  check_insides (layout, boxes);
  check_rows (blueprint, layout);
}

static void
test_small (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);

  for (guint way = 0; way < 8; way++)
    {
      g_autoptr (TrlLayout) layout = lay_out (blueprint, way & 1 ? 2 : 1, (way & 2) != 0, (way & 4) != 0);
      const TrlBox *low;
      const TrlBox *high;

      check_all (blueprint, layout);
      low = trl_layout_find (layout, design.connected);
      high = trl_layout_find (layout, design.strategic);
      g_assert_cmpfloat (high->rect.y, <, low->rect.y);
      g_assert_cmpfloat_with_epsilon (high->rect.y + high->rect.height, low->rect.y + low->rect.height, 0.001);
      g_assert_true ((high->rect.x > low->rect.x) == !(way & 2));
    }
  design_clear (&design);
}

typedef struct
{
  TrlLayout *layout;
  guint      n_updates;
} Follower;

static void
follow (TrlBlueprint    *blueprint,
        const TrlChange *change,
        gpointer         user_data)
{
  Follower *follower = user_data;

  trl_layout_update (follower->layout, blueprint, change);
  follower->n_updates++;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = random_design_seed ();

  for (guint round = 0; round < random_design_rounds (6); round++)
    {
      g_autoptr (TrlBlueprint) blueprint = random_design_new (random, 25);
      g_autoptr (TrlLayout) updated = lay_out (blueprint, 1, g_rand_boolean (random), FALSE);
      Follower follower = { updated, 0 };

      trl_blueprint_listen (blueprint, TRL_STAGE_BOARD, follow, &follower);
      for (guint i = 0; i < 15; i++)
        {
          g_autoptr (TrlEdit) edit = random_design_edit (blueprint, random);
          g_autoptr (TrlTextMeasure) measure = trl_text_measure_ref (trl_layout_get_measure (updated));
          g_autoptr (TrlLayout) rebuilt = trl_layout_new (measure, NULL);

          trl_edit_commit (edit);
          trl_layout_rebuild (rebuilt, blueprint);
          check_same (updated, rebuilt);
        }
      check_all (blueprint, updated);
      g_assert_cmpuint (follower.n_updates, >, 0);
    }
}

static void
test_untouched_keep_serials (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);
  g_autoptr (TrlLayout) layout = lay_out (blueprint, 1, FALSE, FALSE);
  guint agency = trl_layout_find (layout, design.gold)->serial;
  guint technology = trl_layout_find (layout, design.strategic)->serial;
  Follower follower = { layout, 0 };
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Rename");

  trl_blueprint_listen (blueprint, TRL_STAGE_BOARD, follow, &follower);
  trl_edit_set_text (edit, design.strategic, TRL_TIER_NAME, "Elite");
  trl_edit_commit (edit);
  g_assert_cmpuint (trl_layout_find (layout, design.gold)->serial, ==, agency);
  g_assert_cmpuint (trl_layout_find (layout, design.strategic)->serial, !=, technology);
  design_clear (&design);
}

static void
test_places_are_kept (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Move");
  g_autoptr (TrlLayout) layout = NULL;
  const TrlBox *note;
  const TrlBox *first;
  const TrlBox *second;

  trl_edit_set_number (edit, design.technology, TRL_MOTION_X, 100);
  trl_edit_set_number (edit, design.technology, TRL_MOTION_Y, 2000);
  trl_edit_set_number (edit, design.agency, TRL_MOTION_X, 150);   /* would lie on the first */
  trl_edit_set_number (edit, design.agency, TRL_MOTION_Y, 2020);
  trl_edit_set_number (edit, design.note, TRL_NOTE_X, -900);
  trl_edit_set_number (edit, design.note, TRL_NOTE_Y, 30);
  trl_edit_commit (edit);
  layout = lay_out (blueprint, 1, FALSE, FALSE);

  first = frame_box (layout, design.technology, TRL_BOX_FRAME);
  second = frame_box (layout, design.agency, TRL_BOX_FRAME);
  note = trl_layout_find (layout, design.note);
  g_assert_cmpfloat (first->rect.x, ==, 100);
  g_assert_cmpfloat (first->rect.y, ==, 2000);
  g_assert_cmpfloat (second->rect.x, >=, first->rect.x + first->rect.width);
  g_assert_cmpfloat (second->rect.y, ==, 2020);
  g_assert_cmpfloat (trl_layout_find_slot (layout, design.agency, TRL_SLOT_PATH)->rect.y, ==,
                     trl_layout_find_slot (layout, design.technology, TRL_SLOT_PATH)->rect.y);
  g_assert_cmpfloat (note->rect.x, ==, -900);
  g_assert_cmpfloat (note->rect.y, ==, 30);
  check_all (blueprint, layout);
  design_clear (&design);
}

static void
test_hits (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);
  g_autoptr (TrlLayout) layout = lay_out (blueprint, 1, FALSE, FALSE);
  const TrlBox *tier = trl_layout_find (layout, design.strategic);
  const TrlBox *criterion = trl_layout_find (layout, design.criterion);
  const TrlBox *header = frame_box (layout, design.technology, TRL_BOX_HEADER);
  const TrlPart *part = &tier->parts[0];

  g_assert_true (trl_layout_hit (layout, criterion->rect.x + 20, criterion->rect.y + 3) == criterion);
  g_assert_true (trl_layout_hit (layout, tier->rect.x + 4, tier->rect.y + 4) == tier);
  g_assert_true (trl_layout_hit (layout, header->rect.x + 40, header->rect.y + 20) == header);
  g_assert_null (trl_layout_hit (layout, -5000, -5000));
  g_assert_true (trl_box_find_part (tier, tier->rect.x + part->rect.x + 2, tier->rect.y + part->rect.y + 2) == part);
  g_assert_cmpint (part->member, ==, TRL_TIER_NAME);
  g_assert_true (trl_layout_hit_slot (layout, criterion->rect.x + 20, criterion->rect.y + 3) ==
                 trl_layout_find_slot (layout, design.strategic, TRL_SLOT_CRITERIA));
  g_assert_true (trl_layout_hit_slot (layout, tier->rect.x + 4, tier->rect.y + 4) ==
                 trl_layout_find_slot (layout, design.technology, TRL_SLOT_TIERS));
  g_assert_true (trl_layout_find_shown (layout, blueprint, design.benefit) == trl_layout_find (layout, design.benefit));
  design_clear (&design);
}

static TrlMember
member_at (const TrlBox *box,
           double        x,
           double        y)
{
  const TrlPart *part = trl_box_find_part (box, box->rect.x + x, box->rect.y + y);

  return part != NULL ? part->member : TRL_MEMBER_NONE;
}

/* A number within a line is edited by itself, on either side. */
static void
test_numbers_in_lines (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (TrlLayout) layout = lay_out (blueprint, 1, rtl, FALSE);
      const TrlBox *header = frame_box (layout, design.technology, TRL_BOX_HEADER);
      const TrlBox *banner = trl_layout_find (layout, TRL_ROOT_ID);
      const TrlBox *credit = trl_layout_find (layout, design.credit);
      const TrlRect *line = &header->parts[1].rect;
      const TrlRect *partners = &header->parts[2].rect;
      const TrlRect *planned = &banner->parts[2].rect;
      double lead = rtl ? line->x + line->width - 5 : line->x + 5;

      g_assert_cmpint (member_at (header, lead, line->y + 3), ==, TRL_MOTION_GTM);
      g_assert_cmpint (member_at (header, partners->x + 3, partners->y + 3), ==, TRL_MOTION_PARTNERS_NOW);
      g_assert_cmpint (member_at (banner, planned->x + 3, planned->y + 20), ==, TRL_PROGRAM_PARTNERS_PLANNED);
      g_assert_cmpint (credit->parts[1].member, ==, TRL_RATE_VALUE);
      g_assert_true ((credit->parts[1].rect.x < credit->parts[2].rect.x) == !rtl);
    }
  design_clear (&design);
}

static void
test_gaps (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (TrlLayout) layout = lay_out (blueprint, 1, rtl, FALSE);
      const TrlBox *slot = trl_layout_find_slot (layout, design.technology, TRL_SLOT_TIERS);
      const TrlBox *low = trl_layout_find (layout, design.connected);
      const TrlBox *high = trl_layout_find (layout, design.strategic);
      const TrlBox *empty = trl_layout_find_slot (layout, design.blank, TRL_SLOT_INCENTIVES);
      double y = low->rect.y + 10;
      double start = rtl ? low->rect.x + low->rect.width - 4 : low->rect.x + 4;
      double end = rtl ? high->rect.x + 4 : high->rect.x + high->rect.width - 4;
      double middle = (low->rect.x + low->rect.width / 2 + high->rect.x + high->rect.width / 2) / 2;
      TrlRect bar;

      g_assert_cmpint (trl_layout_find_gap (layout, slot, start, y, &bar), ==, 0);
      g_assert_cmpint (trl_layout_find_gap (layout, slot, middle, y, &bar), ==, 1);
      g_assert_cmpfloat (fabs (bar.x - middle), <, 8);
      g_assert_cmpint (trl_layout_find_gap (layout, slot, end, y, &bar), ==, 2);
      g_assert_cmpint (trl_layout_find_gap (layout, empty, empty->rect.x + 5, empty->rect.y + 5, &bar), ==, 0);
      g_assert_cmpfloat (bar.width, ==, empty->rect.width);
    }
  design_clear (&design);
}

static void
test_query_is_all (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);
  g_autoptr (TrlLayout) layout = lay_out (blueprint, 1, FALSE, FALSE);
  g_autoptr (GPtrArray) all = trl_layout_get_boxes (layout);
  TrlRect bounds = trl_layout_get_bounds (layout);
  TrlRect far = { 1e12, 1e12, 100, 100 };
  g_autoptr (GPtrArray) seen = trl_layout_query (layout, &bounds);
  g_autoptr (GPtrArray) none = trl_layout_query (layout, &far);

  g_assert_cmpuint (seen->len, ==, all->len);
  for (guint i = 0; i < all->len; i++)
    g_assert_true (g_ptr_array_index (seen, i) == g_ptr_array_index (all, i));
  g_assert_cmpuint (none->len, ==, 0);
  design_clear (&design);
}

static void
test_blank (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlLayout) layout = lay_out (blueprint, 1, FALSE, FALSE);

  g_assert_nonnull (trl_layout_find_slot (layout, TRL_ROOT_ID, TRL_SLOT_MOTIONS));
  g_assert_nonnull (trl_layout_find (layout, TRL_ROOT_ID));
  check_all (blueprint, layout);
}

/* What was put side by side stays side by side when text grows: no staircase of notes. */
static void
test_row_of_notes (void)
{
  static const double scales[] = { 1, 1.25, 1.5, 2, 3 };
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);
  char *ids[6] = { NULL };

  for (guint i = 0; i < 6; i++)   /* two rows of three, in no order */
    {
      g_autoptr (TrlEdit) edit = trl_act_add_note (blueprint, "who?", 204 * (i * 5 % 6 % 3), i * 5 % 6 / 3 * 204 + 600 + i % 3 * 7, &ids[i]);

      g_assert_true (trl_edit_commit (edit));
    }
  for (guint way = 0; way < 4 * G_N_ELEMENTS (scales); way++)
    {
      g_autoptr (TrlLayout) layout = lay_out (blueprint, scales[way / 4], (way & 1) != 0, (way & 2) != 0);
      const TrlBox *boxes[6];

      for (guint i = 0; i < 6; i++)
        boxes[i * 5 % 6] = trl_layout_find (layout, ids[i]);
      for (guint i = 0; i < 6; i++)
        {
          if (i % 3 > 0)
            g_assert_cmpfloat (boxes[i]->rect.x, >=, boxes[i - 1]->rect.x + boxes[i - 1]->rect.width);
          if (i % 3 > 0)
            g_assert_cmpfloat (fabs (boxes[i]->rect.y - boxes[i - 1]->rect.y), <, boxes[i]->rect.height / 2);
        }
    }
  for (guint i = 0; i < 6; i++)
    g_free (ids[i]);
  design_clear (&design);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/layout/small", test_small);
  g_test_add_func ("/drawing/layout/random", test_random);
  g_test_add_func ("/drawing/layout/untouched-keep-serials", test_untouched_keep_serials);
  g_test_add_func ("/drawing/layout/places-are-kept", test_places_are_kept);
  g_test_add_func ("/drawing/layout/hits", test_hits);
  g_test_add_func ("/drawing/layout/numbers-in-lines", test_numbers_in_lines);
  g_test_add_func ("/drawing/layout/gaps", test_gaps);
  g_test_add_func ("/drawing/layout/query-is-all", test_query_is_all);
  g_test_add_func ("/drawing/layout/blank", test_blank);
  g_test_add_func ("/drawing/layout/a row of notes stays a row", test_row_of_notes);
  return g_test_run ();
}
