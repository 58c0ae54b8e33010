/* card.h: a card, the record that every design is made of. */
#pragma once

#include "value.h"
#include "vocabulary.h"

G_BEGIN_DECLS

/**
 * TrlCard:
 *
 * An immutable, reference-counted record: kind, id, place, values, and the
 * members that the vocabulary does not know. Changing a card makes another
 * record with the same id.
 */
typedef struct _TrlCard TrlCard;

/**
 * TrlExtra:
 * @path: the path of the object in the card that it stands in, with dots; "" is the card's own object
 * @after: (nullable): the key that it follows there, %NULL when it comes first
 * @key: its key
 * @raw: its value, as JSON
 *
 * A member that the vocabulary does not know, kept with its place.
 */
typedef struct
{
  char *path;
  char *after;
  char *key;
  char *raw;
} TrlExtra;

TrlCard            *trl_card_new          (TrlKind          kind,
                                           const char      *id);
TrlCard            *trl_card_new_foreign  (const char      *id,
                                           const char      *raw);
TrlCard            *trl_card_ref          (TrlCard         *card);
void                trl_card_unref        (TrlCard         *card);

TrlCard            *trl_card_with_value   (TrlCard         *card,
                                           TrlMember        member,
                                           TrlValue        *value);
TrlCard            *trl_card_with_place   (TrlCard         *card,
                                           const char      *parent,
                                           TrlSlot          slot,
                                           double           rank);
TrlCard            *trl_card_with_id      (TrlCard         *card,
                                           const char      *id);

/* For whoever builds a new card that nobody else holds yet. */
void                trl_card_init_value   (TrlCard         *card,
                                           TrlMember        member,
                                           TrlValue        *value);
void                trl_card_init_place   (TrlCard         *card,
                                           const char      *parent,
                                           TrlSlot          slot,
                                           double           rank);
void                trl_card_init_extra   (TrlCard         *card,
                                           const char      *path,
                                           const char      *after,
                                           const char      *key,
                                           const char      *raw);

TrlKind             trl_card_get_kind     (const TrlCard   *card);
const char         *trl_card_get_id       (const TrlCard   *card);
const char         *trl_card_get_parent   (const TrlCard   *card);
TrlSlot             trl_card_get_slot     (const TrlCard   *card);
double              trl_card_get_rank     (const TrlCard   *card);
const char         *trl_card_get_raw      (const TrlCard   *card);
guint               trl_card_get_n_extras (const TrlCard   *card);
const TrlExtra     *trl_card_get_extra    (const TrlCard   *card,
                                           guint            index);

TrlValue           *trl_card_get_value    (const TrlCard   *card,
                                           TrlMember        member);
TrlValue           *trl_card_next_value   (const TrlCard   *card,
                                           guint           *at,
                                           TrlMember       *member);
gboolean            trl_card_has_unknown  (const TrlCard   *card);
TrlState            trl_card_get_state    (const TrlCard   *card,
                                           TrlMember        member);
gboolean            trl_card_get_number   (const TrlCard   *card,
                                           TrlMember        member,
                                           double          *number);
const char         *trl_card_get_text     (const TrlCard   *card,
                                           TrlMember        member);
int                 trl_card_get_choice   (const TrlCard   *card,
                                           TrlMember        member);
const TrlEntry     *trl_card_get_entry    (const TrlCard   *card,
                                           TrlMember        member);
gboolean            trl_card_get_yes      (const TrlCard   *card,
                                           TrlMember        member,
                                           gboolean         otherwise);
const char         *trl_card_get_ref      (const TrlCard   *card,
                                           TrlMember        member);
const char * const *trl_card_get_refs     (const TrlCard   *card,
                                           TrlMember        member);
gboolean            trl_card_has_ref      (const TrlCard   *card,
                                           TrlMember        member,
                                           const char      *id);
const char         *trl_card_get_name     (const TrlCard   *card);
const TrlEntry     *trl_card_get_kind_entry (const TrlCard *card);

gboolean            trl_card_equal        (const TrlCard   *a,
                                           const TrlCard   *b);
gboolean            trl_card_same_values  (const TrlCard   *a,
                                           const TrlCard   *b);
gsize               trl_card_get_size     (const TrlCard   *card);

/**
 * TrlRefFunc:
 * @member: the member that refers
 * @id: the id that is referred to
 * @user_data: data of the caller
 *
 * Called for each reference that a card holds.
 */
typedef void (*TrlRefFunc) (TrlMember   member,
                            const char *id,
                            gpointer    user_data);
void                trl_card_foreach_ref  (const TrlCard   *card,
                                           TrlRefFunc       func,
                                           gpointer         user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlCard, trl_card_unref)

G_END_DECLS
