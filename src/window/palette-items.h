/* palette-items.h: what the palette offers, in the order of the five decisions. */
#pragma once

#include <gtk/gtk.h>

#include "places.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_SECTION_TYPES,
  TRL_SECTION_TIERS,
  TRL_SECTION_INCENTIVES,
  TRL_SECTION_ENABLEMENT,
  TRL_SECTION_METRICS,
  TRL_SECTION_NOTES,
  TRL_N_SECTIONS
} TrlSection;

#define TRL_TYPE_PALETTE_ITEM (trl_palette_item_get_type ())
G_DECLARE_FINAL_TYPE (TrlPaletteItem, trl_palette_item, TRL, PALETTE_ITEM, GObject)

GPtrArray      *trl_palette_items_new         (void);
const TrlCargo *trl_palette_item_get_cargo    (TrlPaletteItem *self);
TrlSection      trl_palette_item_get_section  (TrlPaletteItem *self);
const char     *trl_palette_item_get_label    (TrlPaletteItem *self);
const char     *trl_palette_item_get_help     (TrlPaletteItem *self);
gboolean        trl_palette_item_is_usual     (TrlPaletteItem *self);
gboolean        trl_palette_item_matches      (TrlPaletteItem *self,
                                               const char     *folded);
const char     *trl_section_get_title         (TrlSection      section);
const char     *trl_section_get_more          (TrlSection      section);

const char     *trl_cargo_get_glyph           (const TrlCargo *cargo);
const char     *trl_cargo_get_hue             (const TrlCargo *cargo);

G_END_DECLS
