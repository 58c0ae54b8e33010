/* copies.c: reports motions that are the same and should not be.
 *
 * A thousand copies are one class and one finding, and an edit makes those
 * anew that it touches. What is still as it was
 * duplicated is a to-do until that decision is declared decided. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "copies.h"

#include "acts.h"
#include "near.h"

#include <glib/gi18n.h>

/* More motions than these are nothing for one button. */
#define MAX_OTHERS 12

/* @arg: a bit for each decision, then the ids of the motions. */
static TrlEdit *
give_own (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *arg)
{
  g_auto (GStrv) words = g_strsplit (arg, " ", -1);

  return trl_act_refill (blueprint, (const char * const *) words + 1, (guint) g_ascii_strtoull (words[0], NULL, 10));
}

static char *
label_own (TrlSame          same,
           const GPtrArray *others)
{
  const char *name = trl_words_card (g_ptr_array_index (others, 0));

  gboolean one = others->len == 1;

  switch (same)
    {
    case TRL_SAME_LADDER:
      return one ? g_strdup_printf (_("Give %s its own ladder"), name) : g_strdup (_("Give the others their own ladders"));
    case TRL_SAME_PAY:
      return one ? g_strdup_printf (_("Give %s its own pay"), name) : g_strdup (_("Give the others their own pay"));
    case TRL_SAME_PATH:
      return one ? g_strdup_printf (_("Give %s its own path"), name) : g_strdup (_("Give the others their own paths"));
    case TRL_SAME_MODEL:
    case TRL_SAME_STATEMENT:
    case TRL_N_SAMES:
    default:
      return one ? g_strdup_printf (_("Give %s tiers and pay of its own"), name)
                 : g_strdup (_("Give the others tiers and pay of their own"));
    }
}

/* The first stays as it is; the others get what is usual for their types. */
static void
offer_own (TrlDraft        *draft,
           const GPtrArray *others,
           TrlSame          same)
{
  static const guint decisions[TRL_N_SAMES] = {
    [TRL_SAME_LADDER] = 1u << TRL_DECISION_TIERS,
    [TRL_SAME_PAY] = 1u << TRL_DECISION_INCENTIVES,
    [TRL_SAME_MODEL] = 1u << TRL_DECISION_TIERS | 1u << TRL_DECISION_INCENTIVES,
    [TRL_SAME_PATH] = 1u << TRL_DECISION_ENABLEMENT,
  };
  g_autoptr (GString) arg = g_string_new (NULL);

  if (decisions[same] == 0 || others->len == 0 || others->len > MAX_OTHERS)
    return;
  g_string_printf (arg, "%u", decisions[same]);
  for (guint i = 0; i < others->len; i++)
    g_string_append_printf (arg, " %s", trl_card_get_id (g_ptr_array_index (others, i)));
  trl_draft_add_fix_take (draft, give_own, arg->str, label_own (same, others));
}

/* Reports one class; @ripe makes it more than a to-do in any case. */
void
trl_report_copy (TrlReport     *report,
                 TrlClass      *klass,
                 TrlSame        same,
                 gboolean       ripe,
                 TrlCopiesFunc  write)
{
  g_autoptr (GPtrArray) motions = trl_class_get_motions (klass), others = NULL;
  TrlDraft *draft = NULL;
  gboolean heavy;

  if (motions->len < 2)
    return;
  /* A statement that is the same is one that is not written yet, and who gets a deal is not settled yet; a ladder that is
   * the same was meant so. */
  heavy = ripe || (same == TRL_SAME_STATEMENT || same == TRL_SAME_CLAIM ? trl_class_is_ripe (klass)
                                                                       : trl_class_is_meant (klass));
  draft = trl_report_open_as (report, !heavy ? TRL_SEVERITY_TODO
                                      : same == TRL_SAME_PATH ? TRL_SEVERITY_ADVICE : TRL_SEVERITY_WARNING,
                              trl_card_get_id (g_ptr_array_index (motions, 0)));
  for (guint i = 1; i < motions->len; i++)
    trl_draft_add_card (draft, trl_card_get_id (g_ptr_array_index (motions, i)));
  trl_draft_prove (draft, motions->len);
  write (draft, motions);
  others = trl_class_get_others (klass, MAX_OTHERS + 1);
  offer_own (draft, others, same);
}

/* Those of a group that share no way of earning with those that stay as they are. */
static GPtrArray *
find_others (const TrlNear *group)
{
  GPtrArray *others = g_ptr_array_new ();
  guint stay = 0;   /* a bit for each set of routes */

  /* One more than fits into one fix is as good as all of them. */
  for (guint i = 0; i < group->motions->len && others->len <= MAX_OTHERS; i++)
    {
      const TrlFacts *facts = g_ptr_array_index (group->motions, i);
      gboolean fits = TRUE;

      for (guint mask = 1; stay >> mask != 0; mask++)
        fits = fits && ((stay >> mask & 1) == 0 || (mask & facts->routes) != 0);
      if (fits)
        stay |= 1u << facts->routes;
      else
        g_ptr_array_add (others, facts->motion);
    }
  return others;
}

static void
report_group (const TrlProgramScope *scope,
              TrlReport             *report,
              TrlSame                same,
              const TrlNear         *group,
              TrlNearFunc            write)
{
  g_autoptr (GPtrArray) motions = g_ptr_array_new (), others = find_others (group);
  TrlDraft *draft;

  for (guint i = 0; i < group->motions->len; i++)
    g_ptr_array_add (motions, ((TrlFacts *) g_ptr_array_index (group->motions, i))->motion);
  draft = trl_report_open_as (report, group->meant || scope->reviewed ? TRL_SEVERITY_ADVICE : TRL_SEVERITY_TODO,
                              trl_card_get_id (g_ptr_array_index (motions, 0)));
  for (guint i = 1; i < motions->len; i++)
    trl_draft_add_card (draft, trl_card_get_id (g_ptr_array_index (motions, i)));
  trl_draft_prove (draft, motions->len);
  trl_draft_prove_text (draft, "near");
  write (draft, motions, group->share);
  offer_own (draft, others, same);
}

/* Reports motions that are almost the same. */
void
trl_report_near (const TrlProgramScope *scope,
                 TrlReport             *report,
                 TrlSame                same,
                 TrlNearFunc            write)
{
  g_autoptr (GArray) groups = trl_sums_find_near (scope->sums, same);

  for (guint i = 0; i < groups->len; i++)
    report_group (scope, report, same, &g_array_index (groups, TrlNear, i), write);
}

static void
collect (TrlSums  *sums,
         TrlClass *klass,
         gpointer  user_data)
{
  g_ptr_array_add (user_data, klass);
}

typedef struct
{
  TrlClass  *klass;
  GPtrArray *motions;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;

  return trl_motions_compare (g_ptr_array_index (x->motions, 0), g_ptr_array_index (y->motions, 0));
}

static void
clear_entry (gpointer data)
{
  g_ptr_array_unref (((Entry *) data)->motions);
}

/* One finding for one cause: MODEL-ONE names the motions already. */
static gboolean
is_in_model (const GPtrArray *motions,
             const GPtrArray *model)
{
  for (guint i = 0; model != NULL && i < motions->len; i++)
    if (!g_ptr_array_find ((GPtrArray *) model, g_ptr_array_index (motions, i), NULL))
      return FALSE;
  return model != NULL;
}

/* What was said of a class holds until one of its motions changes. */
static void
report_once (TrlReport     *report,
             TrlClass      *klass,
             TrlSame        same,
             gboolean       ripe,
             TrlCopiesFunc  write)
{
  gboolean fresh;
  TrlFinding *note = trl_class_get_note (klass, &fresh);

  if (fresh && trl_report_again (report, note))
    return;
  trl_report_copy (report, klass, same, ripe, write);
  note = trl_report_end_as (report, note);
  if (note != NULL)
    trl_class_set_note (klass, note);
}

/* Reports all classes, in the order of their first motions. */
void
trl_report_copies (const TrlProgramScope *scope,
                   TrlReport             *report,
                   TrlSame                same,
                   TrlCopiesFunc          write)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  TrlClass *one = same == TRL_SAME_PATH ? trl_sums_get_model (scope->sums) : NULL;
  g_autoptr (GPtrArray) model = one != NULL ? trl_class_get_motions (one) : NULL;

  trl_sums_foreach_class (scope->sums, same, collect, classes);
  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < classes->len; i++)
    {
      Entry entry = { g_ptr_array_index (classes, i), trl_class_get_motions (g_ptr_array_index (classes, i)) };

      if (entry.motions->len > 1 && !is_in_model (entry.motions, model))
        g_array_append_val (entries, entry);
      else
        g_ptr_array_unref (entry.motions);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    report_once (report, g_array_index (entries, Entry, i).klass, same, scope->reviewed, write);
}
