/* theme.c: the colours of the board: light, dark and high contrast. */

#define G_LOG_DOMAIN "theme"

#include "config.h"

#include "theme.h"

#include <math.h>

static const guint32 palettes[TRL_N_ROLES][TRL_N_THEMES] = {
#define TRL_ROLE(name, light, dark, contrast) [TRL_ROLE_##name] = { light, dark, contrast },
#include "theme-table.h"
#undef TRL_ROLE
};

static const char * const names[TRL_N_THEMES] = { "light", "dark", "contrast" };

/**
 * trl_theme_get:
 * @kind: which
 *
 * Returns: (transfer none): the palette
 */
const TrlTheme *
trl_theme_get (TrlThemeKind kind)
{
  static TrlTheme themes[TRL_N_THEMES];
  static gsize once = 0;

  g_return_val_if_fail (kind < TRL_N_THEMES, NULL);

  if (g_once_init_enter (&once))
    {
      for (guint t = 0; t < TRL_N_THEMES; t++)
        {
          themes[t].kind = t;
          for (guint role = 0; role < TRL_N_ROLES; role++)
            {
              guint32 rgb = palettes[role][t];

              themes[t].colours[role] = (TrlColour) { ((rgb >> 16) & 0xff) / 255.0f, ((rgb >> 8) & 0xff) / 255.0f,
                                                      (rgb & 0xff) / 255.0f, 1 };
            }
        }
      g_once_init_leave (&once, 1);
    }
  return &themes[kind];
}

/**
 * trl_theme_find:
 * @name: "light", "dark" or "contrast"
 *
 * Returns: (transfer none) (nullable): the palette of that name
 */
const TrlTheme *
trl_theme_find (const char *name)
{
  for (guint t = 0; t < TRL_N_THEMES; t++)
    if (g_strcmp0 (name, names[t]) == 0)
      return trl_theme_get (t);
  return NULL;
}

/**
 * trl_theme_kind_get_name:
 * @kind: which
 *
 * Returns: its name, not translated
 */
const char *
trl_theme_kind_get_name (TrlThemeKind kind)
{
  g_return_val_if_fail (kind < TRL_N_THEMES, NULL);

  return names[kind];
}

/**
 * trl_theme_colour:
 * @theme: a palette
 * @role: what the colour is for
 *
 * Returns: (transfer none): the colour
 */
const TrlColour *
trl_theme_colour (const TrlTheme *theme,
                  TrlRole         role)
{
  g_return_val_if_fail (theme != NULL && role < TRL_N_ROLES, NULL);

  return &theme->colours[role];
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const TrlColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

/**
 * trl_colour_contrast:
 * @a: a colour
 * @b: another
 *
 * Computes the contrast ratio of WCAG 2.
 *
 * Returns: from 1 to 21
 */
double
trl_colour_contrast (const TrlColour *a,
                     const TrlColour *b)
{
  double one;
  double other;

  g_return_val_if_fail (a != NULL && b != NULL, 1);

  one = luminance (a) + 0.05;
  other = luminance (b) + 0.05;
  return one > other ? one / other : other / one;
}

/**
 * trl_colour_fade:
 * @colour: a colour
 * @alpha: how much of it is left, from 0 to 1
 *
 * Returns: the thinner colour
 */
TrlColour
trl_colour_fade (const TrlColour *colour,
                 double           alpha)
{
  TrlColour faded = { 0, 0, 0, 0 };

  g_return_val_if_fail (colour != NULL, faded);

  faded = *colour;
  faded.alpha *= alpha;
  return faded;
}
