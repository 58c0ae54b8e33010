/* palette-items.c: what the palette offers, in the order of the five decisions.
 *
 * Everything comes from the catalogues: a new row there is a new entry here.
 * Only what is no catalogue entry (a tier, a cap, a note, the bundles) is named. */

#define G_LOG_DOMAIN "palette-items"

#include "config.h"

#include "palette-items.h"

#include <glib/gi18n.h>
#include <string.h>

#include "search-text.h"

struct _TrlPaletteItem
{
  GObject     parent_instance;

  TrlCargo    cargo;
  TrlSection  section;
  gboolean    usual;
  char       *label;
  const char *help;
  char       *folded;    /* what a search looks in */
};

G_DEFINE_FINAL_TYPE (TrlPaletteItem, trl_palette_item, G_TYPE_OBJECT)

static void
trl_palette_item_finalize (GObject *object)
{
  TrlPaletteItem *self = TRL_PALETTE_ITEM (object);

  g_free (self->label);
  g_free (self->folded);
  G_OBJECT_CLASS (trl_palette_item_parent_class)->finalize (object);
}

static void
trl_palette_item_class_init (TrlPaletteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trl_palette_item_finalize;
}

static void
trl_palette_item_init (TrlPaletteItem *self)
{
}

/* A catalogue writes what stands inside a sentence in small letters; an entry begins with a capital. */
static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

static void
add (GPtrArray      *items,
     TrlSection      section,
     const TrlCargo *cargo,
     const char     *label,
     const char     *help,
     gboolean        usual)
{
  TrlPaletteItem *self = g_object_new (TRL_TYPE_PALETTE_ITEM, NULL);
  g_autofree char *haystack = NULL;

  self->cargo = *cargo;
  self->section = section;
  self->usual = usual;
  self->label = capitalise (label);
  self->help = help;
  haystack = g_strjoin (" ", label, help, trl_kind_get_label (cargo->kind), NULL);
  self->folded = trl_search_fold (haystack);
  g_ptr_array_add (items, self);
}

static void
add_catalogue (GPtrArray    *items,
               TrlSection    section,
               TrlKind       kind,
               TrlCatalogue  catalogue,
               gboolean      usual_ones)
{
  for (guint i = 0; i < trl_catalogue_get_size (catalogue); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (catalogue, i);
      TrlCargo cargo = { .kind = kind, .entry = entry };

      add (items, section, &cargo, trl_entry_get_label (entry), trl_entry_get_help (entry), usual_ones && entry->usual);
    }
}

/**
 * trl_palette_items_new:
 *
 * Lists everything that can be put on a board.
 *
 * Returns: (transfer full) (element-type TrlPaletteItem): the items, section by section
 */
GPtrArray *
trl_palette_items_new (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  add_catalogue (items, TRL_SECTION_TYPES, TRL_KIND_TYPE, TRL_CATALOGUE_TYPES, TRUE);
  add (items, TRL_SECTION_TYPES, &(TrlCargo) { .kind = TRL_KIND_MOTION },
       _("Blank motion"), _("A motion without a partner type yet"), FALSE);

  add (items, TRL_SECTION_TIERS, &(TrlCargo) { .kind = TRL_KIND_TIER },
       trl_kind_get_label (TRL_KIND_TIER), _(trl_kind_get_info (TRL_KIND_TIER)->help), TRUE);
  add (items, TRL_SECTION_TIERS, &(TrlCargo) { .kind = TRL_KIND_TIER, .bundle = TRL_BUNDLE_LADDER },
       _("Two-tier ladder"), _("Two tiers with what is usual for the motion"), TRUE);
  add (items, TRL_SECTION_TIERS, &(TrlCargo) { .kind = TRL_KIND_CREDENTIAL },
       trl_kind_get_label (TRL_KIND_CREDENTIAL), _(trl_kind_get_info (TRL_KIND_CREDENTIAL)->help), FALSE);
  add_catalogue (items, TRL_SECTION_TIERS, TRL_KIND_CRITERION, TRL_CATALOGUE_CRITERIA, FALSE);
  add_catalogue (items, TRL_SECTION_TIERS, TRL_KIND_BENEFIT, TRL_CATALOGUE_BENEFITS, FALSE);

  add_catalogue (items, TRL_SECTION_INCENTIVES, TRL_KIND_INCENTIVE, TRL_CATALOGUE_INCENTIVES, TRUE);
  add (items, TRL_SECTION_INCENTIVES, &(TrlCargo) { .kind = TRL_KIND_CAP },
       trl_kind_get_label (TRL_KIND_CAP), _(trl_kind_get_info (TRL_KIND_CAP)->help), FALSE);

  add (items, TRL_SECTION_ENABLEMENT, &(TrlCargo) { .kind = TRL_KIND_STEP, .bundle = TRL_BUNDLE_PATH },
       _("Default path"), _("The usual path of the motion, from signed to the first deal"), TRUE);
  add_catalogue (items, TRL_SECTION_ENABLEMENT, TRL_KIND_STEP, TRL_CATALOGUE_STEPS, TRUE);

  add_catalogue (items, TRL_SECTION_METRICS, TRL_KIND_METRIC, TRL_CATALOGUE_METRICS, TRUE);

  add (items, TRL_SECTION_NOTES, &(TrlCargo) { .kind = TRL_KIND_NOTE },
       _("Sticky note"), _(trl_kind_get_info (TRL_KIND_NOTE)->help), TRUE);
  return items;
}

/**
 * trl_palette_item_get_cargo:
 * @self: an item
 *
 * Returns: (transfer none): what it puts on the board
 */
const TrlCargo *
trl_palette_item_get_cargo (TrlPaletteItem *self)
{
  g_return_val_if_fail (TRL_IS_PALETTE_ITEM (self), NULL);

  return &self->cargo;
}

/**
 * trl_palette_item_get_section:
 * @self: an item
 *
 * Returns: where it stands
 */
TrlSection
trl_palette_item_get_section (TrlPaletteItem *self)
{
  g_return_val_if_fail (TRL_IS_PALETTE_ITEM (self), TRL_SECTION_NOTES);

  return self->section;
}

/**
 * trl_palette_item_get_label:
 * @self: an item
 *
 * Returns: (transfer none): its name
 */
const char *
trl_palette_item_get_label (TrlPaletteItem *self)
{
  g_return_val_if_fail (TRL_IS_PALETTE_ITEM (self), NULL);

  return self->label;
}

/**
 * trl_palette_item_get_help:
 * @self: an item
 *
 * Returns: (transfer none): one line about it
 */
const char *
trl_palette_item_get_help (TrlPaletteItem *self)
{
  g_return_val_if_fail (TRL_IS_PALETTE_ITEM (self), NULL);

  return self->help;
}

/**
 * trl_palette_item_is_usual:
 * @self: an item
 *
 * Returns: whether it is shown before anybody asks for more
 */
gboolean
trl_palette_item_is_usual (TrlPaletteItem *self)
{
  g_return_val_if_fail (TRL_IS_PALETTE_ITEM (self), FALSE);

  return self->usual;
}

/**
 * trl_palette_item_matches:
 * @self: an item
 * @folded: what is searched for, folded; words with spaces between
 *
 * Returns: whether each word is found in name, help or kind
 */
gboolean
trl_palette_item_matches (TrlPaletteItem *self,
                          const char     *folded)
{
  g_return_val_if_fail (TRL_IS_PALETTE_ITEM (self), FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);

  return trl_search_matches (self->folded, folded);
}

/**
 * trl_section_get_title:
 * @section: a section
 *
 * Returns: (transfer none): its title, with the numeral of the decision
 */
const char *
trl_section_get_title (TrlSection section)
{
  switch (section)
    {
    case TRL_SECTION_TYPES:
      return _("1 · Partner Types");
    case TRL_SECTION_TIERS:
      return _("2 · Tiers");
    case TRL_SECTION_INCENTIVES:
      return _("3 · Incentives");
    case TRL_SECTION_ENABLEMENT:
      return _("4 · Enablement");
    case TRL_SECTION_METRICS:
      return _("5 · Metrics");
    case TRL_SECTION_NOTES:
    case TRL_N_SECTIONS:
    default:
      return _("Notes");
    }
}

/**
 * trl_section_get_more:
 * @section: a section
 *
 * Returns: (nullable) (transfer none): what asks for the rest of it, %NULL when there is no more
 */
const char *
trl_section_get_more (TrlSection section)
{
  switch (section)
    {
    case TRL_SECTION_TYPES:
      return _("More types…");
    case TRL_SECTION_TIERS:
      return _("Criteria and benefits…");
    case TRL_SECTION_INCENTIVES:
      return _("More incentives…");
    case TRL_SECTION_ENABLEMENT:
      return _("More steps…");
    case TRL_SECTION_METRICS:
      return _("More metrics…");
    case TRL_SECTION_NOTES:
    case TRL_N_SECTIONS:
    default:
      return NULL;
    }
}

static guint
get_routes (const TrlCargo *cargo)
{
  return cargo->kind == TRL_KIND_TYPE && cargo->entry != NULL ? cargo->entry->routes : TRL_ROUTE_NONE;
}

/**
 * trl_cargo_get_hue:
 * @cargo: a cargo
 *
 * Names the colour of its swatch: the money route of a type, else the kind.
 *
 * Returns: (transfer none): a CSS class
 */
const char *
trl_cargo_get_hue (const TrlCargo *cargo)
{
  guint routes;

  g_return_val_if_fail (cargo != NULL, NULL);

  routes = get_routes (cargo);
  if (routes & TRL_ROUTE_BUILD)
    return "build";
  if (routes & TRL_ROUTE_DELIVER)
    return "deliver";
  if (routes & TRL_ROUTE_TRANSACT)
    return "transact";
  if (routes & TRL_ROUTE_REFER)
    return "refer";
  switch (cargo->kind)
    {
    case TRL_KIND_TIER:
    case TRL_KIND_CRITERION:
    case TRL_KIND_BENEFIT:
    case TRL_KIND_CREDENTIAL:
      return "rung";
    case TRL_KIND_INCENTIVE:
    case TRL_KIND_CAP:
      return "money";
    case TRL_KIND_STEP:
      return "step";
    case TRL_KIND_METRIC:
      return "metric";
    case TRL_KIND_NOTE:
      return "note";
    default:
      return "plain";
    }
}

static const char *
incentive_glyph (const TrlEntry *entry)
{
  if (entry == NULL)
    return "%";
  return entry->basis == TRL_BASIS_DEAL || entry->basis == TRL_BASIS_EVENT || entry->basis == TRL_BASIS_PLAN ? "$" : "%";
}

static const char *
step_glyph (const TrlCargo *cargo)
{
  if (cargo->entry == NULL)
    return "▸";
  if (cargo->entry->flags & TRL_ENTRY_COMMERCIAL)
    return "★";
  return cargo->entry->flags & TRL_ENTRY_SKILL ? "✓" : "▸";
}

static const char *
tier_glyph (const TrlCargo *cargo)
{
  if (cargo->kind == TRL_KIND_CRITERION)
    return "≥";
  if (cargo->kind == TRL_KIND_BENEFIT)
    return "+";
  return cargo->bundle == TRL_BUNDLE_LADDER ? "2" : "1";
}

/**
 * trl_cargo_get_glyph:
 * @cargo: a cargo
 *
 * Returns: (transfer none): the sign on its swatch; decoration, the label says it too
 */
const char *
trl_cargo_get_glyph (const TrlCargo *cargo)
{
  guint routes;

  g_return_val_if_fail (cargo != NULL, NULL);

  routes = get_routes (cargo);
  if (routes != TRL_ROUTE_NONE)
    /* Translators: a letter each, no two alike: partners that build (Technology), deliver (Agency), transact
       (Reseller), refer (Referral). */
    return routes & TRL_ROUTE_BUILD ? C_("letter of a partner type", "B") :
           routes & TRL_ROUTE_DELIVER ? C_("letter of a partner type", "D") :
           routes & TRL_ROUTE_TRANSACT ? C_("letter of a partner type", "T") : C_("letter of a partner type", "R");
  switch (cargo->kind)
    {
    case TRL_KIND_TIER:
    case TRL_KIND_CRITERION:
    case TRL_KIND_BENEFIT:
    case TRL_KIND_CREDENTIAL:
      return tier_glyph (cargo);
    case TRL_KIND_INCENTIVE:
      return incentive_glyph (cargo->entry);
    case TRL_KIND_CAP:
      return "≤";
    case TRL_KIND_STEP:
      return step_glyph (cargo);
    case TRL_KIND_METRIC:
      return "◎";
    case TRL_KIND_NOTE:
      return "✎";
    default:
      return "▭";
    }
}
