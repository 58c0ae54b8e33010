/* test-manners.c: each of these was somebody's bug on another whiteboard; it shall not be ours. */

#include "config.h"

#include "acts.h"
#include "camera.h"
#include "design.h"
#include "history.h"
#include "layout.h"
#include "reader.h"
#include "scroll.h"
#include "selection.h"
#include "writer.h"

#include <math.h>

typedef struct
{
  Design        design;
  TrlBlueprint *blueprint;
  TrlHistory   *history;
} Room;

static void
set_up (Room          *room,
        gconstpointer  data)
{
  room->blueprint = design_new (&room->design);
  room->history = trl_history_new (room->blueprint);
}

static void
tear_down (Room          *room,
           gconstpointer  data)
{
  g_object_unref (room->history);
  g_assert_finalize_object (room->blueprint);
  design_clear (&room->design);
}

static void
commit (TrlEdit *edit)
{
  g_autoptr (TrlEdit) own = edit;

  g_assert_true (trl_edit_commit (own));
}

static guint
count (Room       *room,
       const char *parent,
       TrlSlot     slot)
{
  return trl_blueprint_get_children (room->blueprint, parent, slot)->len;
}

/* From the palette straight into a card in a frame: adopted at once, one entry. */
static void
test_nested (Room          *room,
             gconstpointer  data)
{
  TrlCargo cargo = { TRL_KIND_BENEFIT, trl_catalogue_get (TRL_CATALOGUE_BENEFITS, TRL_BENEFITS_MANAGER), TRL_BUNDLE_NONE, NULL };
  TrlPlace place = trl_places_ask (room->blueprint, &cargo, room->design.gold, TRL_SLOT_BENEFITS);
  guint n = count (room, room->design.gold, TRL_SLOT_BENEFITS);

  g_assert_true (place.lawful);
  commit (trl_act_drop (room->blueprint, &cargo, &place, TRL_END, 0, 0, NULL));
  g_assert_cmpuint (count (room, room->design.gold, TRL_SLOT_BENEFITS), ==, n + 1);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
}

/* A card dropped on what lies in it: refused. */
static void
test_own_child (Room          *room,
                gconstpointer  data)
{
  TrlCargo tier = trl_cargo_for_card (room->blueprint, room->design.strategic);

  g_assert_false (trl_places_ask (room->blueprint, &tier, room->design.criterion, TRL_SLOT_NONE).lawful);
  g_assert_false (trl_places_ask (room->blueprint, &tier, room->design.strategic, TRL_SLOT_CRITERIA).lawful);
}

/* What is pasted with a frame selected lies in the frame. */
static void
test_paste_into (Room          *room,
                 gconstpointer  data)
{
  const char *ids[] = { room->design.credit, NULL };
  g_autoptr (GPtrArray) cards = trl_acts_collect (room->blueprint, ids);

  commit (trl_act_paste_cards (room->blueprint, cards, room->design.blank, 0, 0, NULL));
  g_assert_cmpuint (count (room, room->design.blank, TRL_SLOT_INCENTIVES), ==, 1);
  g_assert_cmpuint (count (room, TRL_ROOT_ID, TRL_SLOT_PARKED), ==, 0);
}

/* A motion that is copied with cards that lie in it, in any order, is copied once, and so are they. */
static void
test_copy_once (Room          *room,
                gconstpointer  data)
{
  const char *alone[] = { room->design.technology, NULL };
  const char *before[] = { room->design.technology, room->design.strategic, room->design.criterion, room->design.credit, NULL };
  const char *after[] = { room->design.criterion, room->design.credit, room->design.technology, NULL };
  g_autoptr (GPtrArray) one = trl_acts_collect (room->blueprint, alone);
  g_autoptr (GPtrArray) first = trl_acts_collect (room->blueprint, before);
  g_autoptr (GPtrArray) last = trl_acts_collect (room->blueprint, after);

  g_assert_cmpuint (first->len, ==, one->len);
  g_assert_cmpuint (last->len, ==, one->len);
}

/* As text, through the clipboard: what was connected in the one design is connected in the other. */
static void
test_paste_links (Room          *room,
                  gconstpointer  data)
{
  g_autoptr (TrlBlueprint) other = trl_blueprint_new ();
  const char *ids[] = { room->design.agency, room->design.note, NULL };
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *text = NULL;
  TrlCard *link;
  gsize length;

  commit (trl_act_connect (room->blueprint, room->design.note, room->design.gold, NULL));   /* gold lies in agency */
  cards = trl_acts_collect (room->blueprint, ids);
  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (all, (char *) trl_card_get_id (g_ptr_array_index (cards, i)));
  g_ptr_array_add (all, NULL);
  text = trl_writer_write_cards (room->blueprint, (const char * const *) all->pdata, &length);
  read = trl_reader_read_cards (text, length, NULL);
  g_assert_nonnull (read);
  g_assert_cmpuint (read->len, ==, cards->len);
  trl_blueprint_count_ids (other);
  commit (trl_act_paste_cards (other, read, NULL, 0, 0, NULL));
  g_assert_cmpuint (trl_blueprint_get_children (other, TRL_ROOT_ID, TRL_SLOT_LINKS)->len, ==, 1);
  link = g_ptr_array_index (trl_blueprint_get_children (other, TRL_ROOT_ID, TRL_SLOT_LINKS), 0);
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get (other, trl_card_get_ref (link, TRL_LINK_TO))), ==, "Gold");
}

/* A motion that is deleted leaves its cards; one undo brings the same bytes back. */
static void
test_delete_frame (Room          *room,
                   gconstpointer  data)
{
  const char *ids[] = { room->design.agency, NULL };
  g_autofree char *before = trl_writer_write (room->blueprint, NULL);
  g_autofree char *after = NULL;

  commit (trl_act_delete (room->blueprint, ids, FALSE));
  g_assert_nonnull (trl_blueprint_get (room->blueprint, room->design.gold));
  g_assert_nonnull (trl_blueprint_get (room->blueprint, room->design.silver));
  trl_change_unref (trl_history_undo (room->history));
  after = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* A frame that gets wider or narrower keeps its cards: none of them is touched, and each is drawn in its frame. */
static void
test_resize_frame (Room          *room,
                   gconstpointer  data)
{
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);
  g_autoptr (TrlLayout) layout = trl_layout_new (measure, &(TrlLayoutOptions) { FALSE });
  const char *kept[] = { room->design.silver, room->design.gold, room->design.connected, room->design.strategic };
  TrlCard *before[G_N_ELEMENTS (kept)];
  double width;

  trl_layout_rebuild (layout, room->blueprint);
  width = trl_layout_find_frame (layout, room->design.agency, TRL_BOX_FRAME)->rect.width;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    before[i] = trl_blueprint_get (room->blueprint, kept[i]);
  for (int tier = 0; tier < 4; tier++)
    {
      TrlCargo cargo = { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL };

      commit (trl_act_add (room->blueprint, &cargo, room->design.agency, 0, 0, NULL));
    }
  trl_layout_rebuild (layout, room->blueprint);
  g_assert_cmpfloat (trl_layout_find_frame (layout, room->design.agency, TRL_BOX_FRAME)->rect.width, >, width);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      TrlCard *card = trl_blueprint_get (room->blueprint, kept[i]);
      const TrlBox *box = trl_layout_find (layout, kept[i]);
      const TrlBox *frame = trl_layout_find_frame (layout, trl_card_get_parent (card), TRL_BOX_FRAME);

      g_assert_true (card == before[i]);
      g_assert_cmpfloat (box->rect.x, >=, frame->rect.x);
      g_assert_cmpfloat (box->rect.x + box->rect.width, <=, frame->rect.x + frame->rect.width);
      g_assert_cmpfloat (box->rect.y + box->rect.height, <=, frame->rect.y + frame->rect.height);
    }
}

/* A click elsewhere after undo: redo is still there, and nothing was written down. */
static void
test_click_keeps_redo (Room          *room,
                       gconstpointer  data)
{
  g_autoptr (TrlSelection) selection = trl_selection_new ();

  commit (trl_act_vote (room->blueprint, room->design.note, 1));
  trl_change_unref (trl_history_undo (room->history));
  trl_selection_set_one (selection, room->design.gold);
  trl_selection_clear (selection);
  g_assert_true (trl_history_can_redo (room->history));
  g_assert_false (trl_history_can_undo (room->history));
}

/* An arrow that is held down is one entry, however long. */
static void
test_held_arrow (Room          *room,
                 gconstpointer  data)
{
  for (int step = 0; step < 90; step++)
    {
      TrlSpot spot = { room->design.note, step * 8, 0, 200, 200 };

      commit (trl_act_move_free (room->blueprint, &spot, 1, 8, 0, "nudge-1"));
    }
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
}

/* A hundred steps of zoom, there and back: what is below the pointer stays there. */
static void
test_zoom_at_pointer (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TrlViewPoint at = { 731, 219 };
  TrlCamera camera;
  TrlScenePoint point;

  g_test_message ("seed %u", seed);
  trl_camera_init (&camera);
  camera.width = 1400;
  camera.height = 900;
  camera.x = 12345;
  camera.y = -6789;
  point = trl_camera_to_scene (&camera, at);
  for (int step = 0; step < 100; step++)
    {
      TrlScroll scroll = { 0, g_rand_double_range (rand, -3, 3), g_rand_boolean (rand), TRUE, FALSE, FALSE };
      TrlViewPoint now;

      trl_scroll_apply (&scroll, &camera, at);
      now = trl_camera_to_view (&camera, point);
      g_assert_cmpfloat (hypot (now.x - at.x, now.y - at.y), <, 0.5);
      g_assert_cmpfloat (camera.scale, >=, TRL_CAMERA_MIN);
      g_assert_cmpfloat (camera.scale, <=, TRL_CAMERA_MAX);
    }
}

/* A wild wheel is one step, not a leap to the end. */
static void
test_wild_wheel (void)
{
  TrlScroll scroll = { 0, -500, TRUE, TRUE, FALSE, FALSE };
  TrlCamera camera;

  trl_camera_init (&camera);
  trl_scroll_apply (&scroll, &camera, (TrlViewPoint) { 0, 0 });
  g_assert_cmpfloat (camera.scale, <, 1.6);
}

#define ADD(path, test) g_test_add ("/board/manners/" path, Room, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("1 palette to a card in a frame, one entry", test_nested);
  ADD ("2 nothing lies in its own child", test_own_child);
  ADD ("3 paste lands in the selected motion", test_paste_into);
  ADD ("what lies in a copied motion is copied once", test_copy_once);
  ADD ("connectors go over the clipboard with their cards", test_paste_links);
  ADD ("4 a deleted motion leaves its cards", test_delete_frame);
  ADD ("5 a motion that gets wider keeps its cards", test_resize_frame);
  ADD ("6 a click after undo keeps redo", test_click_keeps_redo);
  ADD ("8 an arrow held down is one entry", test_held_arrow);
  g_test_add_func ("/board/manners/17 a hundred zooms at the pointer", test_zoom_at_pointer);
  g_test_add_func ("/board/manners/a wild wheel is one step", test_wild_wheel);

  return g_test_run ();
}
