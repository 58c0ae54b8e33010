/* test-theme.c: every text can be read on its ground, in every palette. */

#include "config.h"

#include "theme.h"

#include <math.h>

static void
check_pair (TrlRole text,
            TrlRole ground)
{
  for (guint kind = 0; kind < TRL_N_THEMES; kind++)
    {
      const TrlTheme *theme = trl_theme_get (kind);
      double ratio = trl_colour_contrast (trl_theme_colour (theme, text), trl_theme_colour (theme, ground));
      double least = kind == TRL_THEME_CONTRAST ? 7 : 4.5;

      /* Amber and the routes keep their hue in high contrast too. */
      if (kind == TRL_THEME_CONTRAST && (ground == TRL_ROLE_FINDING || text == TRL_ROLE_ROUTE_INK))
        least = 4.5;
      if (ratio < least)
        g_test_message ("%s: role %d on %d has %.2f", trl_theme_kind_get_name (kind), text, ground, ratio);
      g_assert_cmpfloat (ratio, >=, least);
    }
}

static void
test_grounds (void)
{
  static const TrlRole texts[] = { TRL_ROLE_INK, TRL_ROLE_DIM, TRL_ROLE_ACCENT, TRL_ROLE_FINDING_TEXT };
  static const TrlRole grounds[] = { TRL_ROLE_BOARD, TRL_ROLE_SURFACE, TRL_ROLE_SUNKEN, TRL_ROLE_STRIP };
  static const TrlRole routes[] = { TRL_ROLE_BUILD, TRL_ROLE_DELIVER, TRL_ROLE_REFER, TRL_ROLE_TRANSACT,
                                    TRL_ROLE_NO_ROUTE };
  static const TrlRole notes[] = { TRL_ROLE_NOTE_YELLOW, TRL_ROLE_NOTE_PINK, TRL_ROLE_NOTE_BLUE,
                                   TRL_ROLE_NOTE_GREEN };

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
      check_pair (texts[t], grounds[g]);
  for (guint r = 0; r < G_N_ELEMENTS (routes); r++)
    check_pair (TRL_ROLE_ROUTE_INK, routes[r]);
  for (guint n = 0; n < G_N_ELEMENTS (notes); n++)
    {
      check_pair (TRL_ROLE_NOTE_INK, notes[n]);
      check_pair (TRL_ROLE_NOTE_DIM, notes[n]);
    }
}

static void
test_pairs (void)
{
  check_pair (TRL_ROLE_BANNER_INK, TRL_ROLE_BANNER);
  check_pair (TRL_ROLE_BANNER_DIM, TRL_ROLE_BANNER);
  check_pair (TRL_ROLE_CHIP_INK, TRL_ROLE_CHIP);
  check_pair (TRL_ROLE_BADGE_INK, TRL_ROLE_BADGE_GROUND);
  check_pair (TRL_ROLE_FINDING_INK, TRL_ROLE_FINDING);
  check_pair (TRL_ROLE_ERROR_INK, TRL_ROLE_ERROR);
  check_pair (TRL_ROLE_ADVICE_INK, TRL_ROLE_ADVICE);
}

static double
hue_of (const TrlColour *c)
{
  double most = MAX (c->red, MAX (c->green, c->blue));
  double least = MIN (c->red, MIN (c->green, c->blue));
  double hue;

  if (most - least < 0.35)
    return -1;   /* hardly a hue at all */
  if (most == c->red)
    hue = (c->green - c->blue) / (most - least);
  else if (most == c->green)
    hue = 2 + (c->blue - c->red) / (most - least);
  else
    hue = 4 + (c->red - c->green) / (most - least);
  return fmod (hue * 60 + 360, 360);
}

static void
test_amber_is_a_finding (void)
{
  for (guint kind = 0; kind < TRL_N_THEMES; kind++)
    for (guint role = 0; role < TRL_N_ROLES; role++)
      {
        const TrlColour *colour = trl_theme_colour (trl_theme_get (kind), role);
        double hue = hue_of (colour);

        if (role >= TRL_ROLE_FINDING && role <= TRL_ROLE_ADVICE_INK)
          continue;
        if (hue >= 35 && hue <= 48)
          g_test_message ("%s: role %d has the hue of amber", trl_theme_kind_get_name (kind), role);
        g_assert_false (hue >= 35 && hue <= 48);
      }
}

static void
test_names (void)
{
  for (guint kind = 0; kind < TRL_N_THEMES; kind++)
    g_assert_true (trl_theme_find (trl_theme_kind_get_name (kind)) == trl_theme_get (kind));
  g_assert_null (trl_theme_find ("mauve"));
  g_assert_null (trl_theme_find (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/theme/text-can-be-read", test_grounds);
  g_test_add_func ("/drawing/theme/pairs-can-be-read", test_pairs);
  g_test_add_func ("/drawing/theme/amber-is-a-finding", test_amber_is_a_finding);
  g_test_add_func ("/drawing/theme/names", test_names);
  return g_test_run ();
}
