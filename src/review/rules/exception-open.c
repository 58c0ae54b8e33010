/* exception-open.c: one-off deals without an end. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

static TrlEdit *
end_them (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *day)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("End the one-off deals"));

  for (const char * const *id = trl_finding_get_cards (finding); *id != NULL; id++)
    trl_edit_set_text (edit, *id, TRL_EXCEPTION_UNTIL, day);
  return edit;
}

/* Those whose end is open, or (@state unknown) still has to be found out. */
static GPtrArray *
find_open (const GPtrArray *exceptions,
           TrlState         state)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < exceptions->len; i++)
    {
      TrlCard *card = g_ptr_array_index (exceptions, i);

      if (trl_card_get_kind (card) == TRL_KIND_EXCEPTION && trl_card_get_state (card, TRL_EXCEPTION_UNTIL) == state)
        g_ptr_array_add (cards, card);
    }
  return cards;
}

static void
report_open (const TrlProgramScope *scope,
             TrlReport             *report,
             const GPtrArray       *cards,
             gboolean               todo)
{
  const char *first = trl_card_get_id (g_ptr_array_index (cards, 0));
  const char *day = trl_card_get_text (scope->root, TRL_PROGRAM_EFFECTIVE);
  TrlDraft *draft = todo ? trl_report_open_as (report, TRL_SEVERITY_TODO, first) : trl_report_open (report, first);
  g_autofree char *names = trl_words_cards (cards);

  for (guint i = 1; i < cards->len; i++)
    trl_draft_add_card (draft, trl_card_get_id (g_ptr_array_index (cards, i)));
  trl_draft_prove (draft, cards->len);
  trl_draft_set_label (draft, _("no end date"));
  /* Translators: %s are names of partners with a deal of their own. */
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("The one-off deal of %s has no end",
                                                          "The one-off deals of %s have no end", cards->len), names));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("%u arrangement outside the design stays for ever, and the next "
                                                         "partner will ask for the same. When does it end?",
                                                         "%u arrangements outside the design stay for ever, and the next "
                                                         "partner will ask for the same. When do they end?", cards->len),
                                               cards->len));
  if (day != NULL && *day != '\0')
    /* Translators: %s is a day, such as 2027-01-01: when the design comes into force. */
    trl_draft_add_fix_take (draft, end_them, day, g_strdup_printf (ngettext ("End it when the design starts, %s",
                                                                             "End them when the design starts, %s",
                                                                             cards->len), day));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  g_autoptr (GPtrArray) open = find_open (scope->exceptions, TRL_STATE_OPEN);
  g_autoptr (GPtrArray) unknown = find_open (scope->exceptions, TRL_STATE_UNKNOWN);

  if (open->len > 0)
    report_open (scope, report, open, FALSE);
  if (unknown->len > 0)
    report_open (scope, report, unknown, TRUE);
}

const TrlRule trl_rule_exception_open = {
  .id = "EXCEPTION-OPEN",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TYPES,
  .title = N_("One-off deals without an end"),
  .looks_for = N_("Arrangements outside the design that have no end date."),
  .source = N_("“Then a third with a one-off deal, and the program becomes a pile of arrangements with no shared "
               "logic.”"),
  /* xgettext:no-c-format */
  .fires = N_("Six partners keep 30 %, and nobody said until when."),
  .quiet = N_("A one-off deal that ends in June, and one that is marked as n/a because it is meant to stay."),
  .mend = N_("Give each an end date, or take it into the design. As long as the design does not say when it starts, no date is "
             "proposed."),
  .keep = N_("Keep it when a contract cannot be ended."),
  .until = N_("When there is a one-off deal without an end more or less."),
  .reads = TRL_PART_PROGRAM,
  .check_program = check,
};
