/* copies.c: reports motions that are the same and should not be.
 *
 * A thousand copies are one class and one finding, and an edit makes those
 * anew that it touches. What is still as it was duplicated is a to-do until
 * that decision is declared decided. */

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
  g_autoptr (GString) arg = NULL;

  if (decisions[same] == 0 || others->len == 0 || others->len > MAX_OTHERS)
    return;
  arg = g_string_new (NULL);
  g_string_printf (arg, "%u", decisions[same]);
  for (guint i = 0; i < others->len; i++)
    g_string_append_printf (arg, " %s", trl_card_get_id (g_ptr_array_index (others, i)));
  trl_draft_add_fix_take (draft, give_own, arg->str, label_own (same, others));
}

/* Of motions that are the same, those that have to become otherwise when the first stays as it is: they share no way of
 * earning with those that stay. One more than fits into one fix is as good as all of them. */
static GPtrArray *
find_others (const TrlPeer *peers,
             guint          n)
{
  GPtrArray *others = g_ptr_array_new ();
  guint strangers = 0;   /* a bit for each set of routes that has nothing in common with one that stays */

  for (guint i = 0; i < n && others->len <= MAX_OTHERS; i++)
    if ((strangers >> peers[i].mask & 1) != 0)
      g_ptr_array_add (others, peers[i].facts->motion);
    else
      strangers |= trl_masks_get_strangers (peers[i].mask);
  return others;
}

/* What the motions of a class are called that should differ. */
static char *
name_class (TrlClass *klass)
{
  guint n;
  const TrlPeer *peers = trl_class_get_peers (klass, &n);
  g_autoptr (GPtrArray) first = g_ptr_array_new ();

  for (guint i = 0; i < n && first->len < TRL_MAX_NAMES; i++)
    if (trl_class_should_differ (klass, peers[i].mask))
      g_ptr_array_add (first, peers[i].facts->motion);
  return trl_words_first_cards (first, trl_class_get_ids (klass)->len);
}

/* Reports one class; @ripe makes it more than a to-do in any case. */
void
trl_report_copy (TrlReport     *report,
                 TrlClass      *klass,
                 TrlSame        same,
                 gboolean       ripe,
                 TrlCopiesFunc  write)
{
  const GPtrArray *ids = trl_class_get_ids (klass);
  const TrlPeer *peers;
  guint n_peers;
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *names = NULL;
  TrlDraft *draft = NULL;
  /* One score for several trades is a design of its own (a value index, a capability score): each kind of partner earns its
   * points by what it does. Whether it can is worth the question, not a warning. */
  gboolean scored = same == TRL_SAME_LADDER && trl_class_is_scored (klass), heavy;

  if (ids->len < 2)
    return;
  /* A statement that is the same is one that is not written yet, and who gets a deal is not settled yet; a ladder that is
   * the same was meant so. */
  heavy = ripe || (same == TRL_SAME_STATEMENT || same == TRL_SAME_CLAIM ? trl_class_is_ripe (klass)
                                                                       : trl_class_is_meant (klass));
  draft = trl_report_open_about (report, !heavy ? TRL_SEVERITY_TODO
                                         : same == TRL_SAME_PATH || scored ? TRL_SEVERITY_ADVICE : TRL_SEVERITY_WARNING, ids);
  trl_draft_prove (draft, ids->len);
  if (trl_draft_wants_words (draft))
    names = name_class (klass);
  write (draft, names, ids->len);
  if (scored)
    trl_draft_take_text (draft, g_strdup (_("They earn in different ways and climb by one score, which is fair only where each "
                                            "of them can make its points by what it does. What earns points in each?")));
  peers = trl_class_get_peers (klass, &n_peers);
  others = find_others (peers, n_peers);
  offer_own (draft, others, same);
}

static char *
name_group (const TrlNear *group)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();

  for (guint i = 0; i < MIN (group->peers->len, TRL_MAX_NAMES); i++)
    g_ptr_array_add (first, g_array_index (group->peers, TrlPeer, i).facts->motion);
  return trl_words_first_cards (first, group->peers->len);
}

static void
report_group (const TrlProgramScope *scope,
              TrlReport             *report,
              TrlSame                same,
              const TrlNear         *group,
              TrlNearFunc            write)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_sized_new (group->peers->len);
  g_autoptr (GPtrArray) others = find_others ((const TrlPeer *) (gpointer) group->peers->data, group->peers->len);
  g_autofree char *names = NULL;
  TrlDraft *draft;

  for (guint i = 0; i < group->peers->len; i++)
    g_ptr_array_add (ids, (gpointer) g_array_index (group->peers, TrlPeer, i).id);
  draft = trl_report_open_about (report, group->meant || scope->reviewed ? TRL_SEVERITY_ADVICE : TRL_SEVERITY_TODO, ids);
  trl_draft_prove (draft, ids->len);
  trl_draft_prove_text (draft, "near");
  if (trl_draft_wants_words (draft))
    names = name_group (group);
  write (draft, names, group->share);
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

/* One finding for one cause: MODEL-ONE names the motions already. */
static gboolean
is_in_model (TrlClass *klass,
             TrlClass *model)
{
  guint n;
  const TrlPeer *peers = trl_class_get_peers (klass, &n);

  for (guint i = 0; i < n; i++)
    if (trl_class_should_differ (klass, peers[i].mask) &&
        (peers[i].facts->same[TRL_SAME_MODEL] != trl_class_get_key (model) ||
         !trl_class_should_differ (model, peers[i].facts->routes)))
      return FALSE;
  return TRUE;
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
  const GPtrArray *classes = trl_classes_get_suspects (trl_sums_get_classes (scope->sums, same));
  TrlClass *model = same == TRL_SAME_PATH ? trl_sums_get_model (scope->sums) : NULL;

  for (guint i = 0; i < classes->len; i++)
    {
      TrlClass *klass = g_ptr_array_index (classes, i);

      if (model == NULL || !is_in_model (klass, model))
        report_once (report, klass, same, scope->reviewed, write);
    }
}
