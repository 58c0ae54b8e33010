/* theme.h: the colours of the board: light, dark and high contrast. */
#pragma once

#include "marks.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_THEME_LIGHT,
  TRL_THEME_DARK,
  TRL_THEME_CONTRAST,
  TRL_N_THEMES
} TrlThemeKind;

/**
 * TrlRole:
 *
 * What a colour is for. theme-table.h has them all.
 */
typedef enum
{
#define TRL_ROLE(name, light, dark, contrast) TRL_ROLE_##name,
#include "theme-table.h"
#undef TRL_ROLE
  TRL_N_ROLES
} TrlRole;

/**
 * TrlTheme:
 *
 * A palette; one of three that live as long as the program.
 */
typedef struct
{
  TrlThemeKind kind;
  TrlColour    colours[TRL_N_ROLES];
} TrlTheme;

const TrlTheme  *trl_theme_get          (TrlThemeKind     kind);
const TrlTheme  *trl_theme_find         (const char      *name);
const char      *trl_theme_kind_get_name (TrlThemeKind    kind);
const TrlColour *trl_theme_colour       (const TrlTheme  *theme,
                                         TrlRole          role);
double           trl_colour_contrast    (const TrlColour *a,
                                         const TrlColour *b);
TrlColour        trl_colour_fade        (const TrlColour *colour,
                                         double           alpha);

G_END_DECLS
