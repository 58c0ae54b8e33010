/* vocabulary.h: kinds of cards, slots that hold them, members that describe them.
 *
 * Made from vocabulary-table.h and choices-table.h. Code uses the constants
 * (TRL_KIND_TIER, TRL_SLOT_TIERS, TRL_TIER_NAME, TRL_STATUS_DRAFT); whoever
 * works for every kind alike (file, inspector, diff) walks the tables. */
#pragma once

#include <glib.h>

#include "catalogue.h"

G_BEGIN_DECLS

/* What every card may have: a reason, and a place on the board while it lies there. */
#define TRL_COMMON_MEMBERS(KIND) \
  TRL_MEMBER (KIND, KIND##_WHY, "why", LINE, NONE, NONE, FINE, NC_("member", "Why"), N_("One line: leadership asks it first")) \
  TRL_MEMBER (KIND, KIND##_X, "board.x", NUMBER, BOARD, NONE, HIDDEN, NC_("member", "Across"), N_("Where it lies on the board")) \
  TRL_MEMBER (KIND, KIND##_Y, "board.y", NUMBER, BOARD, NONE, HIDDEN, NC_("member", "Down"), N_("Where it lies on the board"))

#define TRL_KIND(CONSTANT, name, label, help) TRL_KIND_##CONSTANT,
#define TRL_SLOT(CONSTANT, parent, path, child, label)
#define TRL_MEMBER(kind, CONSTANT, path, type, unit, of, group, label, help)
typedef enum
{
  TRL_KIND_NONE,   /* no kind; in a table: any kind */
#include "vocabulary-table.h"
  TRL_N_KINDS
} TrlKind;
#undef TRL_KIND
#undef TRL_SLOT

#define TRL_KIND(CONSTANT, name, label, help)
#define TRL_SLOT(CONSTANT, parent, path, child, label) TRL_SLOT_##CONSTANT,
typedef enum
{
  TRL_SLOT_NONE,
#include "vocabulary-table.h"
  TRL_N_SLOTS
} TrlSlot;
#undef TRL_SLOT
#undef TRL_MEMBER

#define TRL_SLOT(CONSTANT, parent, path, child, label)
#define TRL_MEMBER(kind, CONSTANT, path, type, unit, of, group, label, help) TRL_##CONSTANT,
typedef enum
{
  TRL_MEMBER_NONE,
#include "vocabulary-table.h"
  TRL_N_MEMBERS
} TrlMember;
#undef TRL_KIND
#undef TRL_SLOT
#undef TRL_MEMBER

/* One enum a list of choices: TRL_STATUS_DRAFT, … */
#define TRL_CHOICE(LIST, CONSTANT, id, label) TRL_##LIST##_##CONSTANT,
#define TRL_LIST(CONSTANT, CHOICES) enum { CHOICES TRL_N_##CONSTANT##_CHOICES };
#include "choices-table.h"
#undef TRL_LIST
#undef TRL_CHOICE

#define TRL_LIST(CONSTANT, CHOICES) TRL_CHOICES_##CONSTANT,
typedef enum
{
  TRL_CHOICES_NONE,
#include "choices-table.h"
  TRL_N_CHOICES
} TrlChoices;
#undef TRL_LIST

/**
 * TrlValueType:
 * @TRL_VALUE_NAME: one line that is itself (never "unknown")
 * @TRL_VALUE_TEXT: lines that are themselves
 * @TRL_VALUE_LINE: one line
 * @TRL_VALUE_NUMBER: a finite number, see #TrlUnit
 * @TRL_VALUE_YES_NO: yes or no
 * @TRL_VALUE_DATE: an ISO 8601 day, "2026-11-23"
 * @TRL_VALUE_CHOICE: one of a closed list
 * @TRL_VALUE_ENTRY: one of a catalogue; an unknown word is kept
 * @TRL_VALUE_UNIT: what a value is counted in: "%", a currency, "people", …
 * @TRL_VALUE_CURRENCY: three capital letters
 * @TRL_VALUE_LEVEL: a step on the scale of the card's catalogue entry
 * @TRL_VALUE_REF: the id of another card
 * @TRL_VALUE_REFS: ids of other cards
 *
 * The type of a member. Only names and texts have no state "unknown".
 */
typedef enum
{
  TRL_VALUE_NAME,
  TRL_VALUE_TEXT,
  TRL_VALUE_LINE,
  TRL_VALUE_NUMBER,
  TRL_VALUE_YES_NO,
  TRL_VALUE_DATE,
  TRL_VALUE_CHOICE,
  TRL_VALUE_ENTRY,
  TRL_VALUE_UNIT,
  TRL_VALUE_CURRENCY,
  TRL_VALUE_LEVEL,
  TRL_VALUE_REF,
  TRL_VALUE_REFS
} TrlValueType;

/**
 * TrlUnit:
 *
 * What a number is counted in. Money is in the program's currency; percent is
 * written as people say it (20 is 20 %); %TRL_UNIT_BY_CARD is told by the
 * card's own unit member; %TRL_UNIT_BOARD is a coordinate on the board.
 */
typedef enum
{
  TRL_UNIT_NONE,
  TRL_UNIT_COUNT,
  TRL_UNIT_MONEY,
  TRL_UNIT_PERCENT,
  TRL_UNIT_PARTNERS,
  TRL_UNIT_PEOPLE,
  TRL_UNIT_DEALS,
  TRL_UNIT_POINTS,
  TRL_UNIT_HOURS,
  TRL_UNIT_DAYS,
  TRL_UNIT_MONTHS,
  TRL_UNIT_BY_CARD,
  TRL_UNIT_BOARD
} TrlUnit;

/**
 * TrlGroup:
 * @TRL_GROUP_ESSENTIAL: what a room talks about; shown first
 * @TRL_GROUP_STATEMENT: who finds, sells, signs, …
 * @TRL_GROUP_FINE: the fine print
 * @TRL_GROUP_HIDDEN: never edited as a field
 */
typedef enum
{
  TRL_GROUP_ESSENTIAL,
  TRL_GROUP_STATEMENT,
  TRL_GROUP_FINE,
  TRL_GROUP_HIDDEN
} TrlGroup;

typedef struct
{
  const char *id;      /* never translated */
  const char *label;   /* untranslated; context "choice" */
} TrlChoiceInfo;

typedef struct
{
  const char *name;    /* in files, never translated */
  const char *label;   /* untranslated; context "kind" */
  const char *help;    /* untranslated */
} TrlKindInfo;

typedef struct
{
  TrlKind     parent;
  const char *path;    /* in the parent's object, with dots */
  TrlKind     child;   /* TRL_KIND_NONE: any */
  const char *label;   /* untranslated; context "slot" */
} TrlSlotInfo;

typedef struct
{
  TrlKind     kind;
  const char *path;    /* in the card's object, with dots */
  TrlValueType type;
  TrlUnit     unit;
  int         of;      /* TrlChoices, TrlCatalogue or TrlKind, by type */
  TrlGroup    group;
  const char *label;   /* untranslated; context "member" */
  const char *help;    /* untranslated */
} TrlMemberInfo;

const TrlKindInfo   *trl_kind_get_info        (TrlKind      kind);
const char          *trl_kind_get_label       (TrlKind      kind);
TrlKind              trl_kind_from_name       (const char  *name);

const TrlSlotInfo   *trl_slot_get_info        (TrlSlot      slot);
const char          *trl_slot_get_label       (TrlSlot      slot);
TrlSlot              trl_slot_for_child       (TrlKind      parent,
                                               TrlKind      child);

const TrlMemberInfo *trl_member_get_info      (TrlMember    member);
const char          *trl_member_get_label     (TrlMember    member);
const char          *trl_member_get_help      (TrlMember    member);
TrlMember            trl_member_find          (TrlKind      kind,
                                               const char  *path);
void                 trl_kind_get_members     (TrlKind      kind,
                                               TrlMember   *first,
                                               TrlMember   *end);
TrlMember            trl_kind_get_name_member (TrlKind      kind);
TrlMember            trl_kind_get_entry_member(TrlKind      kind);
TrlMember            trl_kind_get_x_member    (TrlKind      kind);
TrlMember            trl_kind_get_y_member    (TrlKind      kind);

const TrlChoiceInfo *trl_choices_get          (TrlChoices   list,
                                               guint       *n_choices);
int                  trl_choices_find         (TrlChoices   list,
                                               const char  *id);
const char          *trl_choice_get_label     (TrlChoices   list,
                                               int          choice);

G_END_DECLS
