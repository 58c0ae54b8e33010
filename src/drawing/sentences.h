/* sentences.h: cards as short human text in the reader's language. */
#pragma once

#include "blueprint.h"
#include "text-measure.h"

G_BEGIN_DECLS

const char *trl_sentence_currency        (TrlBlueprint  *blueprint);
char       *trl_sentence_name            (const TrlCard *card);
char       *trl_sentence_criterion       (TrlBlueprint  *blueprint,
                                          const TrlCard *criterion);
char       *trl_sentence_benefit         (TrlBlueprint  *blueprint,
                                          const TrlCard *benefit);
char       *trl_sentence_rates           (TrlBlueprint  *blueprint,
                                          const TrlCard *incentive,
                                          int            business);
char       *trl_sentence_incentive       (TrlBlueprint  *blueprint,
                                          const TrlCard *incentive);
char       *trl_sentence_incentive_terms (TrlBlueprint  *blueprint,
                                          const TrlCard *incentive);
char       *trl_sentence_days            (const TrlCard *step);
char       *trl_sentence_metric          (TrlBlueprint  *blueprint,
                                          const TrlCard *metric);
char       *trl_sentence_metric_value    (TrlBlueprint  *blueprint,
                                          const TrlCard *metric);
char       *trl_sentence_partners        (TrlBlueprint  *blueprint);
char       *trl_sentence_note_foot       (const TrlCard *note);
char       *trl_sentence_goal            (TrlBlueprint  *blueprint);
char       *trl_sentence_motion          (TrlBlueprint  *blueprint,
                                          const TrlCard *motion);
char       *trl_sentence_statement       (const TrlCard *motion,
                                          TrlSpan       *strong,
                                          guint         *n_strong);
char       *trl_sentence_serves          (TrlBlueprint  *blueprint,
                                          const TrlCard *motion);
char       *trl_sentence_tiers           (TrlBlueprint  *blueprint,
                                          const TrlCard *motion);
char       *trl_sentence_path            (TrlBlueprint  *blueprint,
                                          const TrlCard *motion);
char       *trl_sentence_earning         (TrlBlueprint  *blueprint,
                                          const TrlCard *motion);
char       *trl_sentence_card            (TrlBlueprint  *blueprint,
                                          const TrlCard *card);

/* The most strong stretches that a statement has. */
#define TRL_STATEMENT_SPANS 4

G_END_DECLS
