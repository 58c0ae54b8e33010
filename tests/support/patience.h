/* patience.h: how long a test may take, so that the answer does not depend on
 * what else the machine is doing. */

#pragma once

#include <glib.h>
#include <time.h>

/* The time that this program itself has worked, in microseconds. Measures of
 * what is computed take it: a busy neighbour does not count. */
static inline gint64
trl_test_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Measures hold for the program that people run. Under the sanitizers it is
 * several times slower, which says nothing about it. */
static inline gint64
trl_test_patience (gint64 microseconds)
{
  return microseconds * (g_getenv ("TRL_TEST_SANITIZE") != NULL ? 10 : 1);
}
