/* patience.h: how much longer than usual a test may take. */

#pragma once

#include <glib.h>

/* Measures hold for the program that people run. Under the sanitizers it is
 * several times slower, which says nothing about it. */
static inline gint64
trl_test_patience (gint64 microseconds)
{
  return microseconds * (g_getenv ("TRL_TEST_SANITIZE") != NULL ? 10 : 1);
}
