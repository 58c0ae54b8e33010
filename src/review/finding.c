/* finding.c: what a rule found, and the report that findings are written into.
 *
 * A design of a thousand motions has some ten thousand findings, so one costs
 * little: the object, and one block with all ids and fixes, measured while the
 * finding is a draft.
 *
 * A finding is made once, from a draft, and never changes. Its fingerprint is
 * made of the rule and of the figures that prove it, never of words or ids, so
 * that it is the same in every language and after a rename: a finding that was
 * kept with a reason comes back when the figures are others. */

#define G_LOG_DOMAIN "finding"

#include "config.h"

#include "report.h"
#include "reviewer.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  TrlFixFunc  make;
  const char *arg;      /* in the block of the finding */
  char       *label;
  gboolean    safe;
} Fix;

struct _TrlFinding
{
  GObject        parent_instance;

  const TrlRule *rule;
  guint          rule_index;
  TrlSeverity    severity;
  guint          n_fixes;
  const char   **cards;        /* the block: cards, NULL, fixes, and the letters of all of them */
  Fix           *fixes;
  const char    *motion;
  char          *title;
  char          *text;
  const char    *label;
  char          *kept;
  char          *kept_by;
  char          *kept_on;
  char          *lapsed;
  gboolean       proved;       /* whether the rule gave figures */
  gboolean       worded;       /* whether title, text, label and labels of fixes are there */
  const TrlSource *source;     /* who finds the words; NULL when nobody can any more */
  guint64        proof;
  char           fingerprint[17];   /* the same in letters; "" until somebody asks */
};

struct _TrlDraft
{
  gboolean    words;
  TrlFinding *finding;
  GString    *letters;   /* ids and arguments, each with its end */
  GArray     *cards;     /* where in there each card begins */
  GArray     *fixes;     /* of DraftFix */
  guint64     proof;
};

#define NO_LETTERS G_MAXUINT

typedef struct
{
  Fix   fix;
  guint arg;   /* where in the letters, or NO_LETTERS */
} DraftFix;

struct _TrlReport
{
  const TrlRule *rule;
  guint          rule_index;
  const char    *motion;
  guint          ripe;
  GPtrArray     *into;
  TrlKept       *kept;         /* not owned; NULL: nothing is */
  gboolean       words;
  TrlDraft       draft;
};

G_DEFINE_FINAL_TYPE (TrlFinding, trl_finding, G_TYPE_OBJECT)

static const char * const severity_ids[TRL_N_SEVERITIES] = { "error", "warning", "advice", "todo" };

static void
trl_finding_finalize (GObject *object)
{
  TrlFinding *self = TRL_FINDING (object);

  for (guint i = 0; i < self->n_fixes; i++)
    g_free (self->fixes[i].label);
  g_free (self->cards);
  g_free (self->title);
  g_free (self->text);
  g_free (self->kept);
  g_free (self->kept_by);
  g_free (self->kept_on);
  g_free (self->lapsed);
  G_OBJECT_CLASS (trl_finding_parent_class)->finalize (object);
}

static void
trl_finding_class_init (TrlFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trl_finding_finalize;
}

static void
trl_finding_init (TrlFinding *self)
{
}

/* Words are made when they are first read. A finding that is gone from the review, and that nobody read, has none. */
static void
ensure_words (TrlFinding *finding)
{
  if (finding->worded)
    return;
  if (finding->source != NULL)
    finding->source->word (finding->source->data, finding);
  finding->worded = TRUE;
}

gboolean
trl_finding_is_worded (TrlFinding *finding)
{
  return finding->worded;
}

void
trl_finding_set_source (TrlFinding      *finding,
                        const TrlSource *source)
{
  finding->source = source;
}

/* Whether the finding is one of a live review of the blueprint, and so holds. */
gboolean
trl_finding_is_live (TrlFinding   *finding,
                     TrlBlueprint *blueprint)
{
  return finding->source != NULL && finding->source->blueprint == blueprint;
}

/* Takes over the words of one that says the same. */
void
trl_finding_steal_words (TrlFinding *finding,
                         TrlFinding *from)
{
  g_free (finding->title);
  g_free (finding->text);
  finding->title = g_steal_pointer (&from->title);
  finding->text = g_steal_pointer (&from->text);
  finding->label = from->label;
  for (guint i = 0; i < finding->n_fixes; i++)
    {
      g_free (finding->fixes[i].label);
      finding->fixes[i].label = g_steal_pointer (&from->fixes[i].label);
    }
  finding->worded = TRUE;
}

/**
 * trl_severity_get_id:
 * @severity: a severity
 *
 * Returns: its name in output for machines, never translated
 */
const char *
trl_severity_get_id (TrlSeverity severity)
{
  g_return_val_if_fail (severity < TRL_N_SEVERITIES, "");

  return severity_ids[severity];
}

/**
 * trl_severity_get_label:
 * @severity: a severity
 *
 * Returns: the word for it in the reader's language
 */
const char *
trl_severity_get_label (TrlSeverity severity)
{
  switch (severity)
    {
    case TRL_SEVERITY_ERROR:
      return C_("severity", "Contradiction");
    case TRL_SEVERITY_WARNING:
      return C_("severity", "Warning");
    case TRL_SEVERITY_ADVICE:
      return C_("severity", "Advice");
    case TRL_SEVERITY_TODO:
      return C_("severity", "To do");
    case TRL_N_SEVERITIES:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * trl_finding_get_rule:
 * @finding: a finding
 *
 * Returns: (transfer none): the rule that reported it
 */
const TrlRule *
trl_finding_get_rule (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), NULL);

  return finding->rule;
}

/**
 * trl_finding_get_severity:
 * @finding: a finding
 *
 * Returns: how much it weighs here and now
 */
TrlSeverity
trl_finding_get_severity (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), TRL_SEVERITY_TODO);

  return finding->severity;
}

/**
 * trl_finding_get_decision:
 * @finding: a finding
 *
 * Returns: the decision that it belongs to, TRL_DECISION_*
 */
int
trl_finding_get_decision (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), 0);

  return finding->rule->decision;
}

/**
 * trl_finding_get_cards:
 * @finding: a finding
 *
 * Returns: (array zero-terminated=1): the ids of the cards that it is about;
 *   it is shown at the first; never empty
 */
const char * const *
trl_finding_get_cards (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), NULL);

  return (const char * const *) finding->cards;
}

/**
 * trl_finding_has_card:
 * @finding: a finding
 * @id: an id
 *
 * Returns: %TRUE if it is about that card
 */
gboolean
trl_finding_has_card (TrlFinding *finding,
                      const char *id)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding) && id != NULL, FALSE);

  return g_strv_contains ((const char * const *) finding->cards, id);
}

/**
 * trl_finding_get_motion:
 * @finding: a finding
 *
 * Returns: (nullable): the id of the motion that it belongs to; %NULL for the program as a whole
 */
const char *
trl_finding_get_motion (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), NULL);

  return finding->motion;
}

/**
 * trl_finding_get_title:
 * @finding: a finding
 *
 * Returns: the fact, one short sentence of plain text in the reader's language
 */
const char *
trl_finding_get_title (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), "");

  ensure_words (finding);
  return finding->title != NULL ? finding->title : "";
}

/**
 * trl_finding_get_text:
 * @finding: a finding
 *
 * Returns: the consequence, with the numbers, and the question; plain text
 */
const char *
trl_finding_get_text (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), "");

  ensure_words (finding);
  return finding->text != NULL ? finding->text : "";
}

/**
 * trl_finding_get_label:
 * @finding: a finding
 *
 * Returns: two or three words for a badge
 */
const char *
trl_finding_get_label (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), "");

  ensure_words (finding);
  return finding->label != NULL ? finding->label : "";
}

/**
 * trl_finding_get_kept:
 * @finding: a finding
 *
 * Returns: (nullable): the reason for which it is kept, %NULL when it is not
 */
const char *
trl_finding_get_kept (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), NULL);

  return finding->kept;
}

/**
 * trl_finding_get_kept_by:
 * @finding: a finding
 *
 * Returns: (nullable): who keeps it
 */
const char *
trl_finding_get_kept_by (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), NULL);

  return finding->kept_by;
}

/**
 * trl_finding_get_kept_on:
 * @finding: a finding
 *
 * Returns: (nullable): the day since which it is kept, as in ISO 8601
 */
const char *
trl_finding_get_kept_on (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), NULL);

  return finding->kept_on;
}

/**
 * trl_finding_describe_keeper:
 * @finding: a finding
 *
 * Returns: (transfer full) (nullable): who keeps it and since when, "Ana, 3
 *   May 2026", as far as that is known
 */
char *
trl_finding_describe_keeper (TrlFinding *finding)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (TRL_IS_FINDING (finding), NULL);

  day = trl_kept_format_day (finding->kept_on);
  if (finding->kept_by == NULL || *finding->kept_by == '\0')
    return g_steal_pointer (&day);
  if (day == NULL)
    return g_strdup (finding->kept_by);
  /* Translators: who keeps a finding, and since when: "Ana, 3 May 2026". */
  return g_strdup_printf (_("%s, %s"), finding->kept_by, day);
}

/**
 * trl_finding_get_lapsed:
 * @finding: a finding
 *
 * Returns: (nullable): a sentence, when it was kept until the design changed:
 *   by whom, why, and what has changed since
 */
const char *
trl_finding_get_lapsed (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), NULL);

  return finding->lapsed;
}

/* Whether the rule gave the figures that the finding rests on. */
gboolean
trl_finding_is_proved (TrlFinding *finding)
{
  return finding->proved;
}

/**
 * trl_finding_get_fingerprint:
 * @finding: a finding
 *
 * Returns: what the figures of the finding come to
 */
const char *
trl_finding_get_fingerprint (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), "");

  if (*finding->fingerprint == '\0')
    g_snprintf (finding->fingerprint, sizeof finding->fingerprint, "%016" G_GINT64_MODIFIER "x", finding->proof);
  return finding->fingerprint;
}

/**
 * trl_finding_get_n_fixes:
 * @finding: a finding
 *
 * Returns: how many edits could mend it
 */
guint
trl_finding_get_n_fixes (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), 0);

  return finding->n_fixes;
}

/**
 * trl_finding_get_fix_label:
 * @finding: a finding
 * @index: which fix
 *
 * Returns: what its button says
 */
const char *
trl_finding_get_fix_label (TrlFinding *finding,
                           guint       index)
{
  g_return_val_if_fail (index < trl_finding_get_n_fixes (finding), "");

  ensure_words (finding);
  return finding->fixes[index].label != NULL ? finding->fixes[index].label : "";
}

/**
 * trl_finding_is_fix_safe:
 * @finding: a finding
 * @index: which fix
 *
 * A safe fix only fills what is open, from what the design itself says and
 * what is usual for it: it changes, moves and removes nothing, brings no
 * number, and there is one answer. `trellis check --fix` applies these.
 *
 * Returns: %TRUE if nobody has to be asked
 */
gboolean
trl_finding_is_fix_safe (TrlFinding *finding,
                         guint       index)
{
  g_return_val_if_fail (index < trl_finding_get_n_fixes (finding), FALSE);

  return finding->fixes[index].safe;
}

/* Runs a fix of a finding that is known to hold. */
TrlEdit *
trl_finding_run_fix (TrlFinding   *finding,
                     guint         index,
                     TrlBlueprint *blueprint)
{
  const Fix *fix;
  TrlEdit *edit;

  if (index >= trl_finding_get_n_fixes (finding))
    return NULL;
  fix = &finding->fixes[index];
  edit = fix->make (blueprint, finding, fix->arg);
  if (edit != NULL)
    trl_edit_set_origin (edit, TRL_ORIGIN_FIX);
  return edit;
}

static gboolean
same_fixes (const TrlFinding *a,
            const TrlFinding *b)
{
  if (a->n_fixes != b->n_fixes)
    return FALSE;
  for (guint i = 0; i < a->n_fixes; i++)
    {
      const Fix *x = &a->fixes[i], *y = &b->fixes[i];

      if (x->make != y->make || x->safe != y->safe || g_strcmp0 (x->arg, y->arg) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether both are the same but for their words. */
gboolean
trl_finding_same_facts (TrlFinding *a,
                        TrlFinding *b)
{
  return a->rule == b->rule && a->severity == b->severity && a->proof == b->proof &&
         g_strcmp0 (a->motion, b->motion) == 0 &&
         g_strcmp0 (a->kept, b->kept) == 0 && g_strcmp0 (a->kept_by, b->kept_by) == 0 &&
         g_strcmp0 (a->kept_on, b->kept_on) == 0 && g_strcmp0 (a->lapsed, b->lapsed) == 0 &&
         g_strv_equal ((const char * const *) a->cards, (const char * const *) b->cards) &&
         same_fixes (a, b);
}

/**
 * trl_finding_equal:
 * @a: a finding
 * @b: another
 *
 * Returns: %TRUE if both say the same of the same cards
 */
gboolean
trl_finding_equal (TrlFinding *a,
                   TrlFinding *b)
{
  g_return_val_if_fail (TRL_IS_FINDING (a) && TRL_IS_FINDING (b), FALSE);

  if (a == b)
    return TRUE;
  if (!trl_finding_same_facts (a, b))
    return FALSE;
  ensure_words (a);
  ensure_words (b);
  for (guint i = 0; i < a->n_fixes; i++)
    if (g_strcmp0 (a->fixes[i].label, b->fixes[i].label) != 0)
      return FALSE;
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->label, b->label) == 0;
}

/**
 * trl_finding_hash:
 * @finding: a finding
 *
 * Returns: a hash that equal findings share
 */
guint
trl_finding_hash (TrlFinding *finding)
{
  g_return_val_if_fail (TRL_IS_FINDING (finding), 0);

  return g_int64_hash (&finding->proof) * 31 + g_str_hash (finding->cards[0]);
}

/* The order within one motion: what weighs most first, then by decision and by rule. */
int
trl_finding_compare (TrlFinding *a,
                     TrlFinding *b)
{
  if (a->severity != b->severity)
    return a->severity < b->severity ? -1 : 1;
  if (a->rule->decision != b->rule->decision)
    return a->rule->decision < b->rule->decision ? -1 : 1;
  return a->rule_index < b->rule_index ? -1 : a->rule_index > b->rule_index;
}

/* Sorts findings of one motion: few, and hardly ever far from where they belong. Equal ones stay in their order. */
void
trl_findings_sort (GPtrArray *findings)
{
  for (guint i = 1; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      guint at = i;

      for (; at > 0 && trl_finding_compare (g_ptr_array_index (findings, at - 1), finding) > 0; at--)
        g_ptr_array_index (findings, at) = g_ptr_array_index (findings, at - 1);
      g_ptr_array_index (findings, at) = finding;
    }
}

/* Whether one is what became of the other. */
gboolean
trl_finding_same_cause (TrlFinding *a,
                        TrlFinding *b)
{
  return a->rule == b->rule && g_strcmp0 (a->motion, b->motion) == 0 &&
         g_str_equal (a->cards[0], b->cards[0]);
}

/* Reports. */

TrlReport *
trl_report_new (void)
{
  TrlReport *self = g_new0 (TrlReport, 1);

  self->draft.letters = g_string_new (NULL);
  self->draft.cards = g_array_new (FALSE, FALSE, sizeof (guint));
  self->draft.fixes = g_array_new (FALSE, FALSE, sizeof (DraftFix));
  return self;
}

void
trl_report_free (TrlReport *report)
{
  if (report == NULL)
    return;
  g_clear_object (&report->draft.finding);
  g_string_free (report->draft.letters, TRUE);
  g_array_unref (report->draft.cards);
  g_array_unref (report->draft.fixes);
  g_free (report);
}

/* What is kept; it stays the caller's. */
void
trl_report_set_kept (TrlReport *report,
                     TrlKept   *kept)
{
  report->kept = kept;
}

/* Whether findings are written with their words, or get them when they are read. */
void
trl_report_set_words (TrlReport *report,
                      gboolean   words)
{
  report->words = words;
  report->draft.words = words;
}

gboolean
trl_draft_wants_words (TrlDraft *draft)
{
  return draft->words;
}

/* From here on @rule reports, of @motion or (%NULL) of the program; @rule_index is its number in the register, @ripe has a
 * bit for each decision that is decided. */
void
trl_report_begin (TrlReport     *report,
                  const TrlRule *rule,
                  guint          rule_index,
                  const char    *motion,
                  guint          ripe,
                  GPtrArray     *into)
{
  report->rule = rule;
  report->rule_index = rule_index;
  report->motion = motion;
  report->ripe = ripe;
  report->into = into;
}

/* Whether somebody keeps it, or did until the design changed. */
static void
look_up_kept (TrlReport  *report,
              TrlFinding *finding)
{
  const TrlCard *card;

  if (report->kept == NULL)
    return;
  card = trl_kept_judge (report->kept, finding, &finding->lapsed);
  if (card == NULL)
    return;
  finding->kept = g_strdup (trl_card_get_text (card, TRL_ACCEPTED_REASON));
  if (finding->kept == NULL)
    finding->kept = g_strdup ("");
  finding->kept_by = g_strdup (trl_card_get_text (card, TRL_ACCEPTED_BY));
  finding->kept_on = g_strdup (trl_card_get_text (card, TRL_ACCEPTED_ON));
}

/* Writes down letters; returns where they begin. */
static guint
add_letters (TrlDraft   *draft,
             const char *text)
{
  guint at = draft->letters->len;

  g_string_append_len (draft->letters, text, strlen (text) + 1);
  return at;
}

/* Packs what the draft collected into the one block of the finding. */
static void
pack (TrlDraft   *draft,
      TrlFinding *finding,
      const char *motion)
{
  guint n_cards = draft->cards->len, n_fixes = draft->fixes->len, at_motion = NO_LETTERS;
  char *letters;

  /* A motion's finding is most often shown at the motion. */
  if (motion != NULL)
    at_motion = g_str_equal (motion, draft->letters->str) ? 0 : add_letters (draft, motion);
  finding->cards = g_malloc ((n_cards + 1) * sizeof (char *) + n_fixes * sizeof (Fix) + draft->letters->len);
  finding->fixes = (Fix *) (gpointer) (finding->cards + n_cards + 1);
  finding->n_fixes = n_fixes;
  letters = (char *) (finding->fixes + n_fixes);
  memcpy (letters, draft->letters->str, draft->letters->len);
  for (guint i = 0; i < n_cards; i++)
    finding->cards[i] = letters + g_array_index (draft->cards, guint, i);
  finding->cards[n_cards] = NULL;
  for (guint i = 0; i < n_fixes; i++)
    {
      const DraftFix *from = &g_array_index (draft->fixes, DraftFix, i);

      finding->fixes[i] = from->fix;
      finding->fixes[i].arg = from->arg != NO_LETTERS ? letters + from->arg : NULL;
    }
  finding->motion = motion != NULL ? letters + at_motion : NULL;
  g_string_truncate (draft->letters, 0);
  g_array_set_size (draft->cards, 0);
  g_array_set_size (draft->fixes, 0);
}

/* Closes the draft that is open, if one is. */
void
trl_report_end (TrlReport *report)
{
  TrlDraft *draft = &report->draft;
  TrlFinding *finding = g_steal_pointer (&draft->finding);

  if (finding == NULL)
    return;
  pack (draft, finding, report->motion);
  finding->proof = draft->proof;
  finding->worded = report->words;
  look_up_kept (report, finding);
  g_ptr_array_add (report->into, finding);
}

static void
mix (TrlDraft   *draft,
     const char *bytes,
     gsize       n)
{
  for (gsize i = 0; i < n; i++)
    draft->proof = (draft->proof ^ (guint8) bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
}

/* Opens a finding at @card, as heavy as the rule says, or a to-do while the decision is open. */
TrlDraft *
trl_report_open (TrlReport  *report,
                 const char *card)
{
  gboolean soft = report->rule->ripens && (report->ripe & (1u << report->rule->decision)) == 0;

  return trl_report_open_as (report, soft ? TRL_SEVERITY_TODO : report->rule->severity, card);
}

/* Opens a finding at @card with a weight of its own. */
TrlDraft *
trl_report_open_as (TrlReport   *report,
                    TrlSeverity  severity,
                    const char  *card)
{
  TrlDraft *draft = &report->draft;

  trl_report_end (report);
  draft->finding = g_object_new (TRL_TYPE_FINDING, NULL);
  draft->finding->rule = report->rule;
  draft->finding->rule_index = report->rule_index;
  draft->finding->severity = severity;
  draft->proof = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  mix (draft, report->rule->id, strlen (report->rule->id));
  trl_draft_add_card (draft, card);
  return draft;
}

/* One more card that the finding is about. */
void
trl_draft_add_card (TrlDraft   *draft,
                    const char *card)
{
  guint at = add_letters (draft, card);

  g_array_append_val (draft->cards, at);
}

/* Two or three words for the badge; already translated, and static. */
void
(trl_draft_set_label) (TrlDraft   *draft,
                     const char *label)
{
  draft->finding->label = label;
}

void
(trl_draft_take_title) (TrlDraft *draft,
                      char     *title)
{
  g_free (draft->finding->title);
  draft->finding->title = title;
}

void
(trl_draft_take_text) (TrlDraft *draft,
                     char     *text)
{
  g_free (draft->finding->text);
  draft->finding->text = text;
}

/* A figure that the finding rests on: when it changes, a kept finding comes back. */
void
trl_draft_prove (TrlDraft *draft,
                 double    number)
{
  guint64 bits;

  number += 0.0;   /* there is one zero */
  memcpy (&bits, &number, sizeof bits);
  draft->finding->proved = TRUE;
  draft->proof = (draft->proof ^ bits ^ (bits >> 29)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  draft->proof ^= draft->proof >> 32;
}

/* A word that the finding rests on, never a translated one or an id. */
void
trl_draft_prove_text (TrlDraft   *draft,
                      const char *text)
{
  draft->finding->proved = TRUE;
  if (text != NULL)
    mix (draft, text, strlen (text));
  mix (draft, "", 1);
}

void
(trl_draft_add_fix_take) (TrlDraft   *draft,
                        TrlFixFunc  make,
                        const char *arg,
                        char       *label)
{
  DraftFix fix = { { make, NULL, label, FALSE }, arg != NULL ? add_letters (draft, arg) : NO_LETTERS };

  g_array_append_val (draft->fixes, fix);
}

/* Offers an edit that mends it; the label is already translated. */
void
(trl_draft_add_fix) (TrlDraft   *draft,
                   TrlFixFunc  make,
                   const char *arg,
                   const char *label)
{
  (trl_draft_add_fix_take) (draft, make, arg, g_strdup (label));
}

/* Says of the fix that was offered last that it may be applied without asking, see trl_finding_is_fix_safe(). */
void
trl_draft_mark_safe (TrlDraft *draft)
{
  g_return_if_fail (draft->fixes->len > 0);

  g_array_index (draft->fixes, DraftFix, draft->fixes->len - 1).fix.safe = TRUE;
}
