/* check-live.c: whether a review that follows a blueprint holds what a full one finds. */

#define G_LOG_DOMAIN "reviewer"

#include "config.h"

#include "check-live.h"

/* Unoptimised builds compare with a full review after every commit; TRELLIS_CHECK_REVIEW=1 or 0 says otherwise. */
gboolean
trl_wants_check_live (void)
{
  const char *wish = g_getenv ("TRELLIS_CHECK_REVIEW");

  if (wish != NULL)
    return g_str_equal (wish, "1");
#ifdef __OPTIMIZE__
  return FALSE;
#else
  return TRUE;
#endif
}

/* Ends the program where the two differ: an edit was forgotten. */
void
trl_check_live (TrlReviewer  *reviewer,
                TrlBlueprint *blueprint)
{
  const GPtrArray *live = trl_reviewer_get_findings (reviewer);
  g_autoptr (GPtrArray) full = trl_review (blueprint);

  for (guint i = 0; i < MIN (live->len, full->len); i++)
    if (!trl_finding_equal (g_ptr_array_index (live, i), g_ptr_array_index (full, i)))
      g_error ("finding %u is \"%s\" live and \"%s\" in a full review", i,
               trl_finding_get_title (g_ptr_array_index (live, i)),
               trl_finding_get_title (g_ptr_array_index (full, i)));
  if (live->len != full->len)
    g_error ("%u findings live, %u in a full review", live->len, full->len);
}
