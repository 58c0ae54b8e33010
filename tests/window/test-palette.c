/* test-palette.c: the palette offers what the catalogues have, finds all of it, and adds it. */

#include "config.h"

#include "palette.h"
#include "support.h"

static guint
count_kind (TrlDesk *desk,
            TrlSlot  slot)
{
  const GPtrArray *cards = trl_blueprint_get_children (trl_desk_get_blueprint (desk),
                                                       slot == TRL_SLOT_MOTIONS || slot == TRL_SLOT_NOTES ? TRL_ROOT_ID : "m", slot);

  return cards != NULL ? cards->len : 0;
}

static TrlPaletteItem *
find_item (GPtrArray      *items,
           TrlKind         kind,
           const TrlEntry *entry,
           TrlBundle       bundle)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TrlCargo *cargo = trl_palette_item_get_cargo (g_ptr_array_index (items, i));

      if (cargo->kind == kind && cargo->entry == entry && cargo->bundle == bundle)
        return g_ptr_array_index (items, i);
    }
  return NULL;
}

/* Everything of the catalogues is there; four to six a decision are shown at first. */
static void
test_items (void)
{
  g_autoptr (GPtrArray) items = trl_palette_items_new ();
  guint usual[TRL_N_SECTIONS] = { 0 };

  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_INCENTIVES); i++)
    g_assert_nonnull (find_item (items, TRL_KIND_INCENTIVE, trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, i), TRL_BUNDLE_NONE));
  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_TYPES); i++)
    g_assert_nonnull (find_item (items, TRL_KIND_TYPE, trl_catalogue_get (TRL_CATALOGUE_TYPES, i), TRL_BUNDLE_NONE));
  for (guint i = 0; i < items->len; i++)
    usual[trl_palette_item_get_section (g_ptr_array_index (items, i))] += trl_palette_item_is_usual (g_ptr_array_index (items, i));
  for (int section = 0; section < TRL_N_SECTIONS; section++)
    {
      g_assert_cmpuint (usual[section], >=, 1);
      g_assert_cmpuint (usual[section], <=, 6);
    }
}

static void
test_search (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *palette = g_object_ref_sink (trl_palette_new (desk, NULL));
  guint all = trl_palette_get_n_shown (TRL_PALETTE (palette));

  trl_palette_search (TRL_PALETTE (palette), "MSP");
  trl_palette_search (TRL_PALETTE (palette), "managed service");
  g_assert_cmpuint (trl_palette_get_n_shown (TRL_PALETTE (palette)), >=, 1);
  g_assert_cmpuint (trl_palette_get_n_shown (TRL_PALETTE (palette)), <, all);
  trl_palette_search (TRL_PALETTE (palette), "<i>");
  g_assert_cmpuint (trl_palette_get_n_shown (TRL_PALETTE (palette)), ==, 0);
  trl_palette_search (TRL_PALETTE (palette), "");
  g_assert_cmpuint (trl_palette_get_n_shown (TRL_PALETTE (palette)), ==, all);
  g_object_unref (palette);
}

/* The twin of a drag: one entry, the new card selected. */
static void
test_add (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  g_autoptr (GPtrArray) items = trl_palette_items_new ();
  GtkWidget *palette = g_object_ref_sink (trl_palette_new (desk, NULL));
  const TrlEntry *margin = trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_MARGIN);
  guint before = trl_history_get_n_undo (trl_desk_get_history (desk));

  trl_selection_set_one (trl_desk_get_selection (desk), "m");
  g_assert_true (trl_palette_add (TRL_PALETTE (palette), find_item (items, TRL_KIND_INCENTIVE, margin, TRL_BUNDLE_NONE)));
  g_assert_cmpuint (count_kind (desk, TRL_SLOT_INCENTIVES), ==, 2);
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, before + 1);
  g_assert_cmpuint (trl_selection_get_n (trl_desk_get_selection (desk)), ==, 1);
  g_assert_false (trl_selection_contains (trl_desk_get_selection (desk), "m"));
  undo (desk);
  g_assert_cmpuint (count_kind (desk, TRL_SLOT_INCENTIVES), ==, 1);
  g_object_unref (palette);
}

static void
test_type_becomes_motion (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  g_autoptr (GPtrArray) items = trl_palette_items_new ();
  GtkWidget *palette = g_object_ref_sink (trl_palette_new (desk, NULL));
  const TrlEntry *agency = trl_catalogue_get (TRL_CATALOGUE_TYPES, TRL_TYPES_AGENCY);

  trl_selection_clear (trl_desk_get_selection (desk));
  g_assert_true (trl_palette_add (TRL_PALETTE (palette), find_item (items, TRL_KIND_TYPE, agency, TRL_BUNDLE_NONE)));
  g_assert_cmpuint (count_kind (desk, TRL_SLOT_MOTIONS), ==, 2);
  g_object_unref (palette);
}

static void
assert_labelled (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_labelled (child);
}

static void
test_labels (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *palette = g_object_ref_sink (trl_palette_new (desk, NULL));

  assert_labelled (palette);
  g_object_unref (palette);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/palette/it has what the catalogues have", test_items);
  g_test_add_func ("/window/palette/search finds all", test_search);
  g_test_add_func ("/window/palette/Enter adds to the selected motion", test_add);
  g_test_add_func ("/window/palette/a type becomes a motion", test_type_becomes_motion);
  g_test_add_func ("/window/palette/entries carry their label", test_labels);
  return g_test_run ();
}
