/* card-orphan.c: what still lies beside the design when it goes to review. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

#include <string.h>

#define MAX_LETTERS 60   /* of a note, in a title */

static TrlEdit *
resolve (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Mark as resolved"));

  trl_edit_set_yes_no (edit, trl_finding_get_cards (finding)[0], TRL_NOTE_RESOLVED, TRUE);
  return edit;
}

/* The first line of a note, cut short between words where one ends. */
static char *
quote_note (const TrlCard *note)
{
  const char *text = trl_card_get_text (note, TRL_NOTE_TEXT);
  g_autofree char *line = NULL;
  g_autofree char *start = NULL;
  char *space;

  if (text == NULL)
    return g_strdup ("");
  line = g_strndup (text, strcspn (text, "\r\n"));
  if (g_utf8_strlen (line, -1) <= MAX_LETTERS)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_LETTERS);
  space = strrchr (start, ' ');
  if (space != NULL && space > start)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

static void
report_note (const TrlCard *note,
             TrlReport     *report)
{
  g_autofree char *quote = quote_note (note);
  const char *owner = trl_card_get_text (note, TRL_NOTE_OWNER);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (note));

  trl_draft_prove_text (draft, trl_card_get_text (note, TRL_NOTE_TEXT));
  trl_draft_set_label (draft, _("still open"));
  if (*quote == '\0')
    trl_draft_take_title (draft, g_strdup (_("A question on the board is still open")));
  else
    /* Translators: %s is what a note says. */
    trl_draft_take_title (draft, g_strdup_printf (_("Still open: “%s”"), quote));
  if (owner != NULL && *owner != '\0')
    /* Translators: %s is a person. */
    trl_draft_take_text (draft, g_strdup_printf (_("The design goes to review without the answer; %s has taken it on. Is it "
                                                   "answered by now?"), owner));
  else
    trl_draft_take_text (draft, g_strdup (_("The design goes to review without the answer, and nobody has taken it on. "
                                            "Is it answered by now?")));
  trl_draft_add_fix (draft, resolve, NULL, _("Mark as resolved"));
}

/* A thought may lie about for ever; a question or a decision is waited for. */
static void
check_notes (const GPtrArray *notes,
             TrlReport       *report)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const TrlCard *note = g_ptr_array_index (notes, i);
      int kind;

      if (trl_card_get_kind (note) != TRL_KIND_NOTE || trl_card_get_yes (note, TRL_NOTE_RESOLVED, FALSE))
        continue;
      kind = trl_card_get_choice (note, TRL_NOTE_KIND);
      if (kind == TRL_NOTE_QUESTION || kind == TRL_NOTE_DECISION)
        report_note (note, report);
    }
}

static void
check_parked (const GPtrArray *parked,
              TrlReport       *report)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *names = NULL;
  TrlDraft *draft;

  for (guint i = 0; i < parked->len; i++)
    if (trl_card_get_kind (g_ptr_array_index (parked, i)) != TRL_KIND_FOREIGN)
      g_ptr_array_add (cards, g_ptr_array_index (parked, i));
  if (cards->len == 0)
    return;

  /* Parked is parked: never more than a to-do. */
  draft = trl_report_open_as (report, TRL_SEVERITY_TODO, trl_card_get_id (g_ptr_array_index (cards, 0)));
  for (guint i = 1; i < cards->len; i++)
    trl_draft_add_card (draft, trl_card_get_id (g_ptr_array_index (cards, i)));
  names = trl_words_cards (cards);
  trl_draft_prove (draft, cards->len);
  trl_draft_set_label (draft, _("beside the design"));
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("%s lies beside the design", "%s lie beside the design",
                                                          cards->len), names));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("%u card belongs to no motion, and nobody who reads the design can "
                                                         "tell whether it counts. Where does it belong, or can it go?",
                                                         "%u cards belong to no motion, and nobody who reads the design can "
                                                         "tell whether they count. Where do they belong, or can they go?",
                                                         cards->len), cards->len));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  int status = trl_card_get_choice (scope->root, TRL_PROGRAM_STATUS);

  /* While people work, a board is full of loose ends and has to be. */
  if (status != TRL_STATUS_IN_REVIEW && status != TRL_STATUS_APPROVED)
    return;
  check_notes (scope->notes, report);
  check_parked (scope->parked, report);
}

const TrlRule trl_rule_card_orphan = {
  .id = "CARD-ORPHAN",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TYPES,
  .title = N_("Loose ends at review"),
  .looks_for = N_("Once the program is in review or approved: notes that are a question or a decision and are not "
                  "resolved, and cards that lie beside the design."),
  .source = N_("“A program with no design cannot scale, because every new partner requires a fresh decision.”"),
  /* xgettext:no-c-format */
  .fires = N_("“Who else has 30 %?” on a note, and nobody’s answer."),
  .quiet = N_("Ideas, resolved notes, and everything in a draft."),
  .mend = N_("Answer and resolve, or put the card where it belongs: which place that is, only people know."),
  .keep = N_("Keep it when the question is the one that the review is for."),
  .until = N_("When the note says something else, or another number of cards lies beside the motions."),
  .reads = TRL_PART_PROGRAM,
  .check_program = check,
};
