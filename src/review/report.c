/* report.c: where rules put what they find, and how that becomes a finding. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "finding-record.h"

#include <string.h>

struct _TrlDraft
{
  const TrlTurn *turn;
  gboolean     open;
  TrlSeverity  severity;
  gboolean     proved;
  guint64      proof;
  Words       *words;     /* NULL for none */
  GArray      *cards;     /* of DraftCard, as many as there is room for */
  guint        n_cards;
  GArray      *fixes;     /* of DraftFix, as many as there is room for */
  guint        n_fixes;
  GString     *letters;   /* what else the finding says that is no words, each with its end */
};

/* The ids of cards are there as long as the rule looks at them; those of motions stay, see ids.h. */
typedef struct
{
  const char *id;
  gboolean    stays;
} DraftCard;

#define NO_LETTERS G_MAXUINT

typedef struct
{
  Fix   fix;
  guint arg;   /* where in the letters, or NO_LETTERS */
} DraftFix;

struct _TrlReport
{
  TrlIds        *ids;
  const TrlRule *rule;
  guint          rule_index;
  guint64       *seeds;        /* what the proof of each rule begins with; 0 until it is asked for */
  TrlKept       *kept;         /* not owned; NULL: nothing is */
  gboolean       keeps;        /* whether something of the rule is kept */
  gboolean       live;
  TrlDraft       draft;
};

TrlReport *
trl_report_new (TrlIds *ids)
{
  TrlReport *self = g_new0 (TrlReport, 1);
  guint n_rules;

  trl_rules_get (&n_rules);
  self->seeds = g_new0 (guint64, n_rules);
  self->ids = trl_ids_ref (ids);
  self->draft.cards = g_array_new (FALSE, FALSE, sizeof (DraftCard));
  self->draft.letters = g_string_new (NULL);
  self->draft.fixes = g_array_new (FALSE, FALSE, sizeof (DraftFix));
  return self;
}

void
trl_report_free (TrlReport *report)
{
  if (report == NULL)
    return;
  g_free (report->seeds);
  trl_ids_unref (report->ids);
  g_array_unref (report->draft.cards);
  g_string_free (report->draft.letters, TRUE);
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

gboolean
trl_draft_wants_words (TrlDraft *draft)
{
  return draft->turn->words;
}

/* Whether somebody keeps it, or did until the design changed. */
static void
look_up_kept (TrlReport  *report,
              TrlFinding *finding)
{
  g_autofree char *lapsed = NULL;
  const TrlCard *card;
  const char *reason;

  card = trl_kept_judge (report->kept, finding, &lapsed);
  if (card == NULL && lapsed == NULL)
    return;
  finding->keeping = g_new0 (Keeping, 1);
  finding->keeping->lapsed = g_steal_pointer (&lapsed);
  if (card == NULL)
    return;
  reason = trl_card_get_text (card, TRL_ACCEPTED_REASON);
  finding->keeping->reason = g_strdup (reason != NULL ? reason : "");
  finding->keeping->by = g_strdup (trl_card_get_text (card, TRL_ACCEPTED_BY));
  finding->keeping->on = g_strdup (trl_card_get_text (card, TRL_ACCEPTED_ON));
}

/* Writes down letters with their end; returns where they begin. A finding can be about a thousand cards, so what fits is
 * simply copied. */
static guint
add_letters (GString    *letters,
             const char *text)
{
  gsize length = strlen (text) + 1;
  guint at = letters->len;

  if (at + length < letters->allocated_len)
    {
      memcpy (letters->str + at, text, length);
      letters->len += length;
    }
  else
    {
      g_string_append_len (letters, text, length);
    }
  return at;
}

/* Makes the one block of the finding of what the draft collected; its letters are written over by the next one. */
static TrlFinding *
pack (const TrlDraft *draft)
{
  const DraftCard *cards = (const DraftCard *) (gpointer) draft->cards->data;
  guint n_cards = draft->n_cards, n_fixes = draft->n_fixes;
  gsize n_letters = draft->letters->len;
  TrlFinding *finding;
  char *letters;

  for (guint i = 0; i < n_cards; i++)
    n_letters += cards[i].stays ? 0 : strlen (cards[i].id) + 1;
  finding = g_malloc (G_STRUCT_OFFSET (TrlFinding, cards) + (n_cards + 1) * sizeof (char *) + n_fixes * sizeof (Fix) + n_letters);
  memset (finding, 0, G_STRUCT_OFFSET (TrlFinding, cards));
  finding->n_fixes = n_fixes;
  finding->fixes = (Fix *) (gpointer) (finding->cards + n_cards + 1);
  letters = memcpy (finding->fixes + n_fixes, draft->letters->str, draft->letters->len);
  for (guint i = 0; i < n_fixes; i++)
    {
      const DraftFix *from = &g_array_index (draft->fixes, DraftFix, i);

      finding->fixes[i] = from->fix;
      finding->fixes[i].arg = from->arg != NO_LETTERS ? letters + from->arg : NULL;
    }
  letters += draft->letters->len;
  for (guint i = 0; i < n_cards; i++)
    {
      finding->cards[i] = cards[i].stays ? cards[i].id : letters;
      if (!cards[i].stays)
        letters = stpcpy (letters, cards[i].id) + 1;
    }
  finding->cards[n_cards] = NULL;
  return finding;
}

G_GNUC_NO_INLINE static void
close_draft (TrlReport *report)
{
  TrlDraft *draft = &report->draft;
  TrlFinding *finding = pack (draft);

  draft->open = FALSE;
  draft->n_cards = draft->n_fixes = draft->letters->len = 0;
  finding->ref_count = 1;
  finding->ids = trl_ids_ref (report->ids);
  finding->motion = report->draft.turn->motion;
  finding->rule = report->rule;
  finding->rule_index = report->rule_index;
  finding->severity = draft->severity;
  finding->proved = draft->proved;
  finding->proof = draft->proof;
  finding->worded = draft->turn->words;
  finding->words = g_steal_pointer (&draft->words);
  if (report->keeps)
    look_up_kept (report, finding);
  g_ptr_array_add (report->draft.turn->into, finding);
}

/* Closes the draft that is open, if one is. */
void
trl_report_end (TrlReport *report)
{
  if (report->draft.open)
    close_draft (report);
}

/* From here on @rule reports; @rule_index is its number in the register. */
void
trl_report_begin (TrlReport     *report,
                  const TrlRule *rule,
                  guint          rule_index)
{
  trl_report_end (report);
  report->rule = rule;
  report->rule_index = rule_index;
  report->keeps = report->kept != NULL && trl_kept_knows (report->kept, rule);
}

/* From here on it reports of what @turn says, which stays the caller's and is read until the next turn. */
void
trl_report_turn_to (TrlReport     *report,
                    const TrlTurn *turn)
{
  trl_report_end (report);
  report->draft.turn = turn;
}

/* Whether the report is of a review that goes on: only there is what was found before worth keeping. */
void
trl_report_set_live (TrlReport *report,
                     gboolean   live)
{
  report->live = live;
}

/* Reports a finding once more, if it is one that the review still holds. */
gboolean
trl_report_again (TrlReport  *report,
                  TrlFinding *finding)
{
  if (!report->live || finding->source == NULL || finding->rule != report->rule)
    return FALSE;
  trl_report_end (report);
  g_ptr_array_add (report->draft.turn->into, trl_finding_ref (finding));
  return TRUE;
}

/* Closes the draft; where that is again what @before (nullable) says, @before is reported. Returns the finding, or NULL
 * when the next report has no use for it. */
TrlFinding *
trl_report_end_as (TrlReport  *report,
                   TrlFinding *before)
{
  gpointer *last;

  if (!report->live || !report->draft.open)
    {
      trl_report_end (report);
      return NULL;
    }
  trl_report_end (report);
  last = &g_ptr_array_index (report->draft.turn->into, report->draft.turn->into->len - 1);
  if (before != NULL && before->source != NULL && trl_finding_stays (before, *last))
    {
      trl_finding_unref (*last);
      *last = trl_finding_ref (before);
    }
  return *last;
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
  gboolean soft = report->rule->ripens && (report->draft.turn->ripe & (1u << report->rule->decision)) == 0;

  return trl_report_open_as (report, soft ? TRL_SEVERITY_TODO : report->rule->severity, card);
}

/* Drafts hold one or two of each most often, so that there is hardly ever room to be made. */
static inline void
make_room (GArray *array,
           guint   n)
{
  if (n > array->len)
    g_array_set_size (array, MAX (n, 2 * array->len));
}

static TrlDraft *
open_draft (TrlReport   *report,
            TrlSeverity  severity)
{
  TrlDraft *draft = &report->draft;

  trl_report_end (report);
  draft->open = TRUE;
  draft->severity = severity;
  draft->proved = FALSE;
  draft->proof = report->seeds[report->rule_index];
  if (draft->proof == 0)
    {
      draft->proof = G_GUINT64_CONSTANT (0xcbf29ce484222325);
      mix (draft, report->rule->id, strlen (report->rule->id));
      report->seeds[report->rule_index] = draft->proof;
    }
  return draft;
}

/* Opens a finding at @card with a weight of its own. */
TrlDraft *
trl_report_open_as (TrlReport   *report,
                    TrlSeverity  severity,
                    const char  *card)
{
  TrlDraft *draft = open_draft (report, severity);

  trl_draft_add_card (draft, card);
  return draft;
}

/* Opens a finding about motions, shown at the first of them; their ids stay, see ids.h. */
TrlDraft *
trl_report_open_about (TrlReport       *report,
                       TrlSeverity      severity,
                       const GPtrArray *ids)
{
  TrlDraft *draft = open_draft (report, severity);

  make_room (draft->cards, ids->len);
  for (; draft->n_cards < ids->len; draft->n_cards++)
    g_array_index (draft->cards, DraftCard, draft->n_cards) = (DraftCard) { g_ptr_array_index (ids, draft->n_cards), TRUE };
  return draft;
}

/* One more card that the finding is about; its id is read when the rule is done. */
void
trl_draft_add_card (TrlDraft   *draft,
                    const char *card)
{
  make_room (draft->cards, draft->n_cards + 1);
  /* A motion's finding is most often shown at the motion. */
  g_array_index (draft->cards, DraftCard, draft->n_cards++) =
    card == draft->turn->card ? (DraftCard) { draft->turn->motion, TRUE } : (DraftCard) { card, FALSE };
}

static Words *
ensure_words (TrlDraft *draft)
{
  if (draft->words == NULL)
    draft->words = g_new0 (Words, 1);
  return draft->words;
}

/* Two or three words for the badge; already translated, and static. */
void
(trl_draft_set_label) (TrlDraft   *draft,
                     const char *label)
{
  ensure_words (draft)->label = label;
}

void
(trl_draft_take_title) (TrlDraft *draft,
                      char     *title)
{
  Words *words = ensure_words (draft);

  g_free (words->title);
  words->title = title;
}

void
(trl_draft_take_text) (TrlDraft *draft,
                     char     *text)
{
  Words *words = ensure_words (draft);

  g_free (words->text);
  words->text = text;
}

/* A figure that the finding rests on: when it changes, a kept finding comes back. */
void
trl_draft_prove (TrlDraft *draft,
                 double    number)
{
  guint64 bits;

  number += 0.0;   /* there is one zero */
  memcpy (&bits, &number, sizeof bits);
  draft->proved = TRUE;
  draft->proof = (draft->proof ^ bits ^ (bits >> 29)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  draft->proof ^= draft->proof >> 32;
}

/* A word that the finding rests on, never a translated one or an id. */
void
trl_draft_prove_text (TrlDraft   *draft,
                      const char *text)
{
  draft->proved = TRUE;
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
  make_room (draft->fixes, draft->n_fixes + 1);
  g_array_index (draft->fixes, DraftFix, draft->n_fixes++) =
    (DraftFix) { { make, NULL, label, FALSE }, arg != NULL ? add_letters (draft->letters, arg) : NO_LETTERS };
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
  g_return_if_fail (draft->n_fixes > 0);

  g_array_index (draft->fixes, DraftFix, draft->n_fixes - 1).fix.safe = TRUE;
}
